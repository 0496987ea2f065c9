"""Captions that go on and on: what the hub holds after one spell of talk it holds after more."""

from collections import Counter

import anyio
import pytest
from holdings import holdings

from lorgnette.app.config import Config
from lorgnette.app.hub import Hub
from lorgnette.app.journal import Journal
from lorgnette.core.captions import SHOWN
from lorgnette.core.types import ENGLISH
from lorgnette.engines import RECORDS, SPEAKER_EMBEDDER, SpeakerEmbedding
from lorgnette.link.limits import Limits
from lorgnette.skills.captions import skill
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.signals import height
from lorgnette.testing.stage import LINE, LOUD, Stage, act, stage_engines

SPELL, SPELLS = 1200, 3
"""Seconds, in which everything that has a bound fills up; eight hours are 24 of them."""

PERIOD = 10.0
"""Seconds after which the same is said again."""

STILL = 0.13
"""Seconds after a piece of sound when nothing is being done, whoever was served first."""

FEW = Limits(listening_chunk=3200)
"""Sound comes in pieces of 200 ms: what they are is no matter here, and they cost time."""

VENUE, HOTEL = "we need a venue for the spring meeting", "i know a small hotel by the sea"


class Endless(Stage):
    """The same is said again and again, and of what is shown only the last is kept."""

    def sound(self, at):
        return super().sound(round(at % PERIOD, 2))

    def is_quiet(self, at):
        return True

    def note(self, at, what):
        self.script[:] = [f"{at:.1f} {what}"]


class ByLine:
    """Every other line of a stage has the same voice."""

    async def embed(self, sound):
        other = (height(sound) - LOUD) // LINE % 2
        return SpeakerEmbedding("stage", (float(other), float(1 - other)))


@pytest.mark.slow
async def test_captions_hold_no_more_after_an_hour_than_after_twenty_minutes(tmp_path):
    stage = Endless(awake=False).types("start captions", at=0.5)
    stage.says(VENUE, at=2.0, until=4.5).says(HOTEL, at=6.0, until=8.5)
    journal, found, told = tmp_path / "journal", [], []
    engines = stage_engines(stage, {SPEAKER_EMBEDDER: ByLine()})
    clock = engines.found[RECORDS].clock
    async with Hub(Config(), Catalogue([skill]), engines, clock=clock, limits=FEW) as hub:
        hub.make_journal = lambda _session: Journal(journal, anyio.current_time, ENGLISH)
        hub.watchers.append(lambda moment: told.append((moment.at, moment.kind)))

        def look(glasses):
            found.append(holdings(hub, glasses.link) + Counter(journal=journal.stat().st_size))

        for spell in range(1, SPELLS + 1):
            stage.cue(spell * SPELL + STILL, look)
        await act(hub, stage, until=SPELLS * SPELL + 15)

    assert found[-1] == found[0]
    assert found[0]["Captioned.captions"] == SHOWN
    assert f"Speaker 1: {VENUE} | Speaker 2: {HOTEL}" in stage.script[0]
    assert float(stage.script[0].split()[0]) > SPELLS * SPELL + 5
    assert by_spell(told)[SPELLS - 1] == by_spell(told)[1]


def by_spell(told):
    """How many lines of each kind were told in each spell."""
    spells = [Counter() for _ in range(SPELLS + 1)]
    for at, kind in told:
        spells[int(at // SPELL)][kind] += 1
    return spells
