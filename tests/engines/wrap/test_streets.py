"""Ways have their streets in the wearer's language."""

import pytest

from lorgnette.core.places import Place
from lorgnette.core.routes import Direction, Mode
from lorgnette.core.types import CHINESE, ENGLISH, Spot
from lorgnette.engines import Trip
from lorgnette.engines.wrap.streets import MOST, OwnStreets, is_strange
from lorgnette.testing.places import ScriptedPlaces
from lorgnette.testing.routers import ScriptedRouter
from lorgnette.testing.ways import START, Draft

GARDEN = Place(START, {"": "花园街", "en": "Garden Street", "zh": "花园街"}, "street")
MILL = Place(START, {"": "Mill Lane", "zh": "磨坊巷"}, "street")
FAR = Place(Spot(0.0, 0.0), {"": "北路", "en": "North Road"}, "street")


def way(*streets, metres=100):
    draft = Draft(Mode.FOOT, street=streets[0]).go(metres)
    for street in streets[1:]:
        draft = draft.turn(Direction.LEFT, street).go(metres)
    return draft.arrive()


async def streets_of(tongue, *streets, places=(GARDEN, MILL, FAR), failing=False):
    scripted = ScriptedPlaces(places)
    scripted.failing = failing
    router = OwnStreets(ScriptedRouter((way(*streets),)), scripted, tongue)
    [route] = await router.routes(Trip((START, START)))
    return [step.streets[0] for step in route.steps if step.streets], scripted.asked


@pytest.mark.parametrize(
    ("tongue", "called"),
    [
        (ENGLISH, ["Garden Street", "Mill Lane", "北路", "小路"]),
        (CHINESE, ["花园街", "磨坊巷", "北路", "小路"]),
    ],
)
async def test_streets_are_called_as_the_wearer_can_say_them(tongue, called):
    found, _ = await streets_of(tongue, "花园街", "Mill Lane", "北路", "小路")
    assert found == called


async def test_nobody_is_asked_about_names_that_can_be_read():
    assert await streets_of(ENGLISH, "Mill Lane", "Rue de l'Été") == (
        ["Mill Lane", "Rue de l'Été"],
        [],
    )


async def test_where_nobody_knows_names_ways_are_as_they_are():
    assert (await streets_of(ENGLISH, "花园街", failing=True))[0] == ["花园街"]


async def test_who_turned_wrong_does_not_wait_for_a_hundred_names():
    streets = [f"第{number}街" for number in range(100)]
    _, asked = await streets_of(ENGLISH, *streets)
    assert len(asked) == MOST


def test_letters_are_strange_to_who_writes_others():
    assert is_strange("Ελλάδα", ENGLISH)
    assert not is_strange("Straße 12", ENGLISH)
    assert is_strange("Main Street", CHINESE)
    assert not is_strange("人民路", CHINESE)


async def test_without_places_ways_are_as_they_are():
    router = OwnStreets(ScriptedRouter((way("花园街"),)), None, ENGLISH)
    [route] = await router.routes(Trip((START, START)))
    assert route == way("花园街")
