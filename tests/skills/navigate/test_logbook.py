"""A journey is kept as it was: it says the same again, and is forgotten after a yes."""

import pytest
from msgspec.structs import replace

from lorgnette.app.doors.ledger import OWNER
from lorgnette.core.fixes import Fix
from lorgnette.core.guidance import spoken
from lorgnette.core.places import Place
from lorgnette.core.routes import Direction, Mode
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.engines import JOURNEYS, PLACES, ROUTER
from lorgnette.skills.navigate import skill
from lorgnette.store.journeys import FileJourneys
from lorgnette.testing.places import ScriptedPlaces
from lorgnette.testing.routers import ScriptedRouter
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.tracks import OPEN, track
from lorgnette.testing.ways import Draft

ROUTE = Draft(street="High Street").go(150).turn(Direction.LEFT, "Mill Lane").go(120).arrive()
MUSEUM = Place(ROUTE.line[-1], {"": "Museum", "zh": "博物馆"}, "museum")
BEGINS = 12


@pytest.fixture
def given(tmp_path):
    return {
        ROUTER: ScriptedRouter((ROUTE,)),
        PLACES: ScriptedPlaces([MUSEUM]),
        JOURNEYS: FileJourneys(tmp_path / "journeys"),
    }


@pytest.fixture
def logbook(given):
    return given[JOURNEYS].of(OWNER)


async def walk(given, *more, tongue=ENGLISH):
    said = "take me to the museum" if tongue == ENGLISH else "带我去博物馆"
    walked = [each.fix for each in track(ROUTE.line, Mode.FOOT, 1, OPEN, lights=False)]
    standing = [Fix(float(at), ROUTE.line[0], 4.0) for at in range(BEGINS)]
    moving = [replace(each, at=each.at + BEGINS) for each in walked]
    stage = Stage(language=tongue).types(said, at=1.0).walks(standing + moving)
    for number, text in enumerate(more):
        stage.types(text, at=270.0 + 8 * number)
    await converse(stage, [skill], given, until=265.0 + 8 * len(more))
    return stage


@pytest.mark.slow
@pytest.mark.parametrize("tongue", [ENGLISH, CHINESE])
async def test_a_journey_that_is_replayed_says_what_was_said(given, logbook, tongue):
    stage = await walk(given, tongue=tongue)
    [kept] = await logbook.newest()
    assert kept.head.goal == ("Museum" if tongue == ENGLISH else "博物馆")
    journal = await logbook.one(kept.id)
    said = [spoken(each, tongue) for state in journal.states() for each in state.prompts]
    assert len(said) > 3
    ear = stage.ear
    for sentence in said:
        _, found, ear = ear.partition(sentence.rstrip(".。"))
        assert found, sentence


@pytest.mark.slow
async def test_they_are_forgotten_after_a_yes(given, logbook):
    stage = await walk(given, "delete my journeys", "yes")
    assert stage.ear.endswith("Where you went is forgotten.")
    assert await logbook.newest() == []


@pytest.mark.slow
async def test_a_no_keeps_them(given, logbook):
    await walk(given, "forget where I went", "no")
    assert len(await logbook.newest()) == 1


@pytest.mark.slow
async def test_they_are_forgotten_in_chinese(given, logbook):
    stage = await walk(given, "删除我的行程记录", "好的", tongue=CHINESE)
    assert stage.ear.endswith("已忘记您去过的地方。")
    assert await logbook.newest() == []


@pytest.mark.slow
async def test_without_room_for_a_journal_one_is_led_all_the_same(given, tmp_path):
    (tmp_path / "full").write_text("")
    folder = tmp_path / "full" / "journeys"
    given[JOURNEYS] = FileJourneys(folder)
    assert "arrived" in (await walk(given)).ear
