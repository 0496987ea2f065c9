"""The teleprompter in whole conversations on a stage."""

import pytest

from lorgnette.app.config import Config
from lorgnette.app.doors.ledger import OWNER
from lorgnette.app.hub import Hub
from lorgnette.core.notes import Note
from lorgnette.core.types import EVERYDAY, TEXT_GRID, Gesture
from lorgnette.engines import RECORDS
from lorgnette.skills.catalogue import Catalogue
from lorgnette.skills.teleprompter import skill
from lorgnette.testing.stage import Stage, act, stage_engines

SPEECH = (
    "Dear guests, thank you for coming tonight. Ten years ago we opened this little library. "
    "Nobody believed that it would last longer than one winter. And yet here we are."
)


async def given(stage, *, until=None):
    """Play a stage for a wearer who has a speech among the notes."""
    engines = stage_engines(stage)
    clock = engines.found[RECORDS].clock
    async with Hub(Config(), Catalogue([skill]), engines, clock=clock) as hub:
        await hub.records.shelf(OWNER, Note).add(Note(f"Toast\n\n{SPEECH}"))
        await act(hub, stage, until=until)


def first_rows(stage):
    """The first row of everything that was drawn, each once."""
    drawn = [line.split(" draw ")[1].split(" | ")[0] for line in stage.script if " draw " in line]
    return list(dict.fromkeys(drawn))


@pytest.mark.slow
async def test_it_scrolls_with_what_is_said_without_the_wake_word_and_ends_by_itself():
    stage = (
        Stage(TEXT_GRID, awake=False)
        .types("start the teleprompter with my toast", at=0.5)
        .says("dear guests thank you for coming tonight ten years ago we opened", at=2.0, until=5.0)
        .says("this little library nobody believed that it would last", at=7.0, until=10.0)
        .says("longer than one winter and yet here we are", at=12.0, until=15.0)
    )

    await given(stage, until=35.0)

    assert first_rows(stage) == [
        "Dear guests, thank you for coming",
        "little library. Nobody believed that",
        "That was all.",
    ]
    assert stage.lamp[0] == "teleprompter"
    assert stage.lamp[-1] != "teleprompter"
    assert stage.ear == ""


async def test_it_is_moved_by_taps_and_left_by_a_double_tap():
    stage = (
        Stage(TEXT_GRID, awake=False)
        .types("start the teleprompter", at=0.5)
        .touches(Gesture.TAP, at=2.0)
        .touches(Gesture.TAP, at=3.0)
        .touches(Gesture.DOUBLE_TAP, at=5.0)
        .types("pause the teleprompter", at=7.0)
    )

    await given(stage)

    assert first_rows(stage) == [
        "Dear guests, thank you for coming",
        "tonight. Ten years ago we opened this",
    ]
    assert stage.ear == "The teleprompter is not running."


async def test_without_a_display_the_next_words_are_heard():
    stage = (
        Stage(EVERYDAY, awake=False)
        .types("start the teleprompter", at=0.5)
        .says("dear guests thank you", at=20.0, until=22.0)
    )

    await given(stage, until=32.0)

    assert stage.read[-1] == "for coming tonight"
