"""Where a place is, is told with its street and how far it is; what no map knows is not guessed."""

import pytest

from lorgnette.core.fixes import Fix
from lorgnette.core.places import Address, Place
from lorgnette.core.readings import Intent
from lorgnette.core.routes import Mode
from lorgnette.core.types import CHINESE, ENGLISH, Spot
from lorgnette.engines import PLACES, ROUTER, THINKER, Words
from lorgnette.skills.navigate import skill
from lorgnette.testing.places import ScriptedPlaces
from lorgnette.testing.routers import ScriptedRouter
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.thinkers import ScriptedThinker
from lorgnette.testing.turns import reading_of
from lorgnette.testing.ways import START, Draft

CASTLE = Place(
    Spot(START.latitude + 0.0045, START.longitude),
    {"": "Old Castle", "zh": "古堡"},
    "castle",
    Address("Hill Street"),
)
HILL = Place(CASTLE.spot, {"": "Hill Street", "zh": "山街"}, "street")


async def talked(*texts, language=ENGLISH):
    stage = Stage(language=language)
    for number, text in enumerate(texts):
        stage.types(text, at=0.5 + 8.0 * number)
    stage.walks(Fix(float(second), START, 4.0) for second in range(30))
    router = ScriptedRouter((Draft(start=START).go(500).arrive(),))
    engines = {ROUTER: router, PLACES: ScriptedPlaces([CASTLE, HILL])}
    await converse(stage, [skill], engines, until=8.0 * len(texts) + 5.0)
    return "".join(stage.read), router.asked


@pytest.mark.parametrize("text", ["where is the castle", "how far is it to old castle"])
async def test_where_a_place_is_and_how_far(text):
    said, _ = await talked(text)
    assert said == "Old Castle, 500 metres away, in Hill Street. Shall I take you there?"


async def test_in_chinese():
    said, _ = await talked("城堡在哪里", language=CHINESE)
    assert said == "古堡，距离500米，在山街。要我带您去吗？"


async def test_one_is_led_there_after_a_yes():
    said, asked = await talked("where is the castle", "yes")
    assert "To Old Castle: " in said
    assert asked[0].stops[-1] == CASTLE.spot


async def test_what_no_map_knows_is_not_found():
    said, _ = await talked("where is the treasure")
    assert said == "I don't know a place called treasure."


@pytest.mark.parametrize("text", ["where is paris", "what's the nearest star", "is the door open"])
@pytest.mark.parametrize("given", [{}, {PLACES: ScriptedPlaces()}])
async def test_what_no_map_knows_a_language_model_may_answer(text, given):
    stage = Stage().types(text, at=0.5)
    if given:
        stage.walks([Fix(0.0, START, 4.0)])
    engines = {THINKER: ScriptedThinker([Words("I think I know.")]), **given}
    await converse(stage, [skill], engines, until=12.0)
    assert stage.ear == "I think I know."


@pytest.mark.parametrize("text", ["where is my car", "where is it", "where are they"])
def test_what_no_map_can_know_is_not_asked_of_it(text):
    reading = reading_of(skill, text, language=ENGLISH)
    assert not (isinstance(reading, Intent) and reading.action == "navigate.where_is")


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("walk to old castle", Mode.FOOT),
        ("let's cycle to old castle", Mode.BICYCLE),
        ("how do I drive to old castle", Mode.CAR),
        ("take me to old castle", Mode.FOOT),
    ],
)
async def test_one_goes_as_one_says(text, mode):
    _, [trip, *_] = await talked(text)
    assert trip.mode is mode
