"""Somebody is led to a place, in whole conversations on a stage."""

import math

import anyio
import pytest
from msgspec.structs import replace

from lorgnette.core.cards import Arrow, Turn
from lorgnette.core.errors import NoMap, NoRoute
from lorgnette.core.fixes import Fix
from lorgnette.core.geo import metres
from lorgnette.core.places import Address, Place
from lorgnette.core.routes import Direction, Hindrance, Mode
from lorgnette.core.types import CHINESE, ENGLISH, EVERYDAY, Spot
from lorgnette.engines import PLACES, ROUTER, Found
from lorgnette.skills.navigate import skill
from lorgnette.testing.routers import ScriptedRouter
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.tracks import OPEN, track, wrong_turn
from lorgnette.testing.ways import START, Draft

GOAL = Spot(48.203, 16.372)
MUSEUM = Place(GOAL, {"": "Museum", "zh": "博物馆"}, "museum", Address(locality="Lensham"))
OTHER = Place(Spot(48.3, 16.4), {"": "Museum"}, "museum", Address(locality="Port"))


class Atlas:
    """Places that are found by a part of their name."""

    def __init__(self, *places):
        self.places = places

    async def search(self, words, /, *, language, near=None, limit=10):
        """See `Places`."""
        await anyio.lowlevel.checkpoint()
        plain = words.removeprefix("the ")
        return [
            Found(each, 1.0, None if near is None else metres(near, each.spot))
            for each in self.places
            if plain.casefold() in f"{each.names} {each.kind}".casefold()
        ][:limit]

    async def around(self, spot, /, *, kinds=(), within=500, limit=20):
        """See `Places`."""
        await anyio.lowlevel.checkpoint()
        return [Found(each, 1.0, metres(spot, each.spot)) for each in self.places][:limit]

    async def address(self, spot, /):
        """See `Places`."""
        await anyio.lowlevel.checkpoint()
        address = Address("High Street", "7", locality="Lensham")
        return Place(spot, {"": "High Street"}, "street", address)


def way(mode=Mode.FOOT):
    draft = Draft(mode, street="High Street")
    return draft.go(150).turn(Direction.LEFT, "Mill Lane").go(120).arrive(Direction.RIGHT)


def engines(*answers, places=(MUSEUM,)):
    return {ROUTER: ScriptedRouter(*(answers or ((way(),),))), PLACES: Atlas(*places)}


def walked(path, began=0.0, seed=1):
    """The fixes of somebody who goes along a path from a time on; before that they stand."""
    moving = [each.fix for each in track(path, Mode.FOOT, seed, OPEN, lights=False)]
    standing = [Fix(float(at), path[0], 4.0) for at in range(math.ceil(began))]
    return standing + [replace(fix, at=fix.at + began) for fix in moving]


def saying(stage):
    """The arrows and titles that were shown, each once in a row."""
    shown = [line.partition(" ")[2] for line in stage.script if " draw " in f" {line}"]
    return [line for at, line in enumerate(shown) if at == 0 or shown[at - 1] != line]


async def led(stage, given, until):
    await converse(stage, [skill], given, until=until)
    return stage


@pytest.mark.slow
async def test_somebody_walks_to_the_museum_and_is_told_every_turn():
    stage = Stage().types("take me to the museum", at=1.0).walks(walked(way().line, 12.0))

    await led(stage, engines(), until=260.0)

    ear = stage.ear
    assert ear.startswith("To Museum: 250 metres, 3 minutes on foot. You arrive at 08:33.")
    before, _, after = ear.partition("urn left onto")
    assert "High Street" in before
    assert "Mill Lane" in after
    assert "arrived" in ear
    assert "right" in ear.rpartition("arrived")[2]
    assert "navigate" in stage.lamp
    assert stage.lamp[-1] != "navigate"


@pytest.mark.slow
async def test_on_the_lens_the_instruction_comes_first_then_how_far():
    stage = Stage().types("take me to the museum", at=1.0).walks(walked(way().line, 12.0))

    await led(stage, engines(), until=100.0)

    [first, *_] = [line for line in saying(stage) if "Turn left onto Mill Lane" in line]
    assert first.index("Turn left onto Mill Lane") < first.index("m")
    assert " · " in first


@pytest.mark.slow
async def test_in_chinese_by_ear_alone():
    stage = Stage(EVERYDAY, CHINESE).types("带我去博物馆", at=1.0).walks(walked(way().line, 12.0))

    await led(stage, engines(), until=260.0)

    assert stage.ear.startswith("去博物馆：步行")
    assert "左转" in stage.ear
    assert "Turn" not in stage.ear
    assert "右" in stage.ear.rpartition("到")[2] or "右侧" in stage.ear


@pytest.mark.slow
async def test_a_turn_is_signed_on_its_side_and_said_from_there():
    stage = Stage(EVERYDAY).types("take me to the museum", at=1.0).walks(walked(way().line, 12.0))

    await led(stage, engines(), until=260.0)

    signs = [line.partition(" earcon ")[2] for line in stage.script if " earcon " in line]
    assert [each for each in signs if each in ("left", "right")] == ["left"]
    assert signs.index("left") < len(signs) - 1 - signs[::-1].index("done")
    sides = dict(zip(stage.read, stage.sides, strict=True))
    left = [each for each in sides if "urn left onto Mill Lane" in each]
    right = [each for each in sides if "on the right" in each]
    assert len(left) == 2
    assert {sides[each] for each in left} == {-1}
    assert {sides[each] for each in right} == {1}
    assert not any(side for said, side in sides.items() if said not in left + right)


@pytest.mark.slow
async def test_who_takes_a_wrong_turn_is_led_on_from_there():
    astray = wrong_turn(way(), 1, 200.0)
    new = Draft(start=astray[-1], heading=180.0, street="High Street").go(80).arrive()
    stage = Stage().types("take me to the museum", at=1.0).walks(walked(astray, 12.0))
    given = engines((way(),), (new,))

    await led(stage, given, until=300.0)

    [first, second, *_] = given[ROUTER].asked
    assert first.stops[-1] == GOAL
    assert second.stops[-1] == way().line[-1]
    assert metres(second.stops[0], astray[-1]) < 200
    assert second.course is not None


async def test_two_museums_are_asked_about():
    stage = Stage().types("take me to the museum", at=1.0).types("Port", at=9.0)
    stage.walks(walked(way().line[:1], 30.0))
    given = engines(places=(MUSEUM, OTHER))

    await led(stage, given, until=25.0)

    assert "There are several called Museum: Lensham" in stage.ear
    assert given[ROUTER].asked[0].stops[-1] == OTHER.spot


@pytest.mark.parametrize(
    ("error", "told"),
    [(NoMap("none"), "I have no map of that place."), (NoRoute("sea"), "I found no way there.")],
)
async def test_where_no_way_leads_is_said(error, told):
    stage = Stage().types("take me to the museum", at=1.0).walks(walked(way().line[:1], 30.0))

    await led(stage, engines(error), until=15.0)

    assert stage.ear == told


async def test_without_a_map_or_a_position_one_is_told_so():
    stage = Stage().types("take me to the museum", at=1.0).walks(walked(way().line[:1], 30.0))
    await converse(stage, [skill], until=15.0)
    assert stage.ear == "I have no map of that place."

    lost = Stage().types("take me to the museum", at=1.0)
    await led(lost, engines(), until=15.0)
    assert "cannot tell me where you are" in lost.ear


@pytest.mark.slow
async def test_what_one_asks_on_the_way_is_answered():
    stage = Stage().types("take me to the museum", at=1.0).walks(walked(way().line, 12.0))
    stage.types("where am I going", at=40.0).types("how far is it", at=50.0)
    stage.types("next turn", at=60.0).types("stop navigation", at=70.0)

    await led(stage, engines(), until=100.0)

    assert "To Museum: " in stage.ear.partition("You arrive")[2]
    assert "to go, " in stage.ear
    assert stage.ear.rstrip().endswith("Navigation is over.")


async def test_who_avoids_stairs_gets_another_way():
    stage = Stage().types("take me to the museum", at=1.0).types("avoid stairs", at=20.0)
    stage.walks(walked(way().line, 12.0))
    given = engines()

    await led(stage, given, until=35.0)

    assert given[ROUTER].asked[-1].avoid == {Hindrance.STAIRS}


async def test_the_nearest_is_offered():
    stage = Stage().types("find the nearest museum", at=1.0).types("yes", at=14.0)
    stage.walks(walked(way().line[:1], 40.0))
    given = engines()

    await led(stage, given, until=35.0)

    assert "Shall I take you there?" in stage.ear
    assert "To Museum: " in stage.ear


async def test_where_one_is_and_what_is_around():
    stage = Stage().types("what street is this", at=1.0).types("what's around me", at=8.0)
    stage.walks(walked(way().line[:1], 40.0))

    await led(stage, engines(), until=25.0)

    assert stage.ear.startswith("7 High Street, Lensham")
    assert "Around you: Museum, " in stage.ear


@pytest.mark.parametrize(
    ("said", "mode"),
    [
        ("walk to the museum", Mode.FOOT),
        ("i want to cycle to the museum", Mode.BICYCLE),
        ("drive to the museum", Mode.CAR),
    ],
)
async def test_the_verb_says_how_one_travels(said, mode):
    stage = Stage().types(said, at=1.0).walks(walked([START], 20.0))
    given = engines()
    await led(stage, given, until=8.0)
    assert [trip.mode for trip in given[ROUTER].asked] == [mode]


@pytest.mark.parametrize(
    ("tongue", "said", "told"),
    [
        (ENGLISH, "take me home", "When you are there say: this is my home."),
        (ENGLISH, "take me to my office", "When you are there say: this is my work."),
        (CHINESE, "带我回家", "到家后请说：这是我家。"),
    ],
)
async def test_who_never_said_where_home_is_is_told_how(tongue, said, told):
    stage = Stage(language=tongue).types(said, at=1.0).walks(walked([START], 20.0))
    await led(stage, engines(), until=10.0)
    assert told in stage.ear


async def test_home_is_where_one_said_it_is():
    stage = Stage().types("this is my home", at=1.0).types("take me home", at=8.0)
    stage.walks(walked([START], 40.0))
    given = engines()

    await led(stage, given, until=30.0)

    assert "I'll remember this as home." in stage.ear
    assert metres(given[ROUTER].asked[0].stops[-1], START) < 10


def test_arrows_of_guidance_are_arrows_of_cards():
    assert {each.replace("-", "_") for each in Direction} <= set(Turn)
    assert Arrow(turn=Turn.LEFT).turn is Turn.LEFT
