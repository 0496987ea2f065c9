"""What is open is told, and what is not: in whole conversations on a stage, on a Wednesday."""

import pytest

from lorgnette.core.fixes import Fix
from lorgnette.core.places import Address, Place, hours
from lorgnette.core.places.hours import Opening
from lorgnette.core.types import CHINESE, ENGLISH, Spot
from lorgnette.engines import PLACES, ROUTER, Found
from lorgnette.skills.navigate import skill
from lorgnette.skills.navigate.around import card_of
from lorgnette.testing.places import ScriptedPlaces
from lorgnette.testing.routers import ScriptedRouter
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.turns import turn_for
from lorgnette.testing.ways import Draft

HERE = Spot(0.0, 0.0)
"""Where the clocks show what they show at Greenwich: it is half past eight in the morning."""


def shop(name, kind, said, metres, **more):
    spot = Spot(0.0, metres / 111_195)
    return Place(spot, {"": name, "zh": f"{name}店"}, kind, Address("High Street"), said, **more)


CLOSED = shop("Dawn", "pharmacy", "Mo-Fr 09:00-18:00", 100)
OPEN = shop("Moon", "pharmacy", "24/7", 300)
UNKNOWN = shop("Mist", "pharmacy", "", 200)
SOON = shop("Crust", "bakery", "Mo-Sa 06:00-08:50", 100)
NIGHT = shop("Owl", "bar", "Tu-Sa 20:00-02:00", 100)
GONE = shop("Past", "cafe", "off", 100)
TOMORROW = shop("Books", "library", "Th 10:00-18:00", 100, phone="+44 1234 5678")


@pytest.fixture(scope="module", autouse=True)
def borders():
    """Threads and a clock that jumps do not go together."""
    hours.load()


async def asked(text, *places, language=ENGLISH):
    """What came of a question."""
    stage = Stage(language=language).types(text, at=0.5)
    stage.walks(Fix(float(second), HERE, 4.0) for second in range(20))
    engines = {ROUTER: ScriptedRouter(), PLACES: ScriptedPlaces(places)}
    await converse(stage, [skill], engines, until=12.0)
    return stage


async def test_the_nearest_that_is_open_is_offered():
    stage = await asked("is there a pharmacy open now", CLOSED, UNKNOWN, OPEN)
    assert stage.ear == "Moon, 300 metres away. Shall I take you there?"


async def test_what_is_perhaps_open_is_not_called_open():
    stage = await asked("find the nearest open pharmacy", CLOSED, UNKNOWN)
    assert "Mist, 200 metres away: I don't know whether it is open." in stage.ear


async def test_what_is_nowhere_is_not_open():
    assert (await asked("is there a bank open now", OPEN)).ear == ("I know of no bank around here.")


async def test_where_all_are_closed_the_first_to_open_is_told():
    stage = await asked("pharmacy near me that's open", CLOSED)
    assert stage.ear == (
        "I know of none that is open now. "
        "Dawn, 100 metres away, is closed. It opens at 09:00 and closes at 18:00."
    )


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("is the bakery open", SOON, "Crust, 100 metres away, is open until 08:50."),
        ("is the pharmacy open", OPEN, "Moon, 300 metres away, is open day and night."),
        ("when does the bar close", NIGHT, "It opens at 20:00 and closes at 02:00."),
        ("when is the library open", TOMORROW, "It opens tomorrow at 10:00 and closes at 18:00."),
        ("is the cafe open", GONE, "is closed, and I don't know when it opens."),
        ("is the library open tomorrow", TOMORROW, "is open tomorrow from 10:00 to 18:00."),
        ("is the library open on friday", TOMORROW, "is closed on Friday, 6 March."),
        ("when does the bar close on saturday", NIGHT, "from 00:00 to 02:00, 20:00 to 02:00"),
        ("is the pharmacy open on sunday", OPEN, "is open all day on Sunday, 8 March."),
        ("when does mist open tomorrow", UNKNOWN, "I don't know when it is open."),
        ("is mist open", UNKNOWN, "Mist, 200 metres away: I don't know when it is open."),
        ("is the front door open", OPEN, "I don't know a place called front door."),
        ("what's the phone number of the library", TOMORROW, "Books is +44 1234 5678."),
        ("what's the phone number of the bar", NIGHT, "I don't know the number of Owl."),
    ],
)
async def test_what_is_known_of_a_place_is_told(text, place, told):
    assert told in (await asked(text, place)).ear


async def test_what_has_no_name_is_called_what_it_is():
    toilets = Place(Spot(0.0, 0.001), kind="toilets")
    assert (await asked("nearest toilet", toilets)).ear.startswith("toilet, 100 metres away.")


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("附近有开着的药店吗", OPEN, "Moon店，距离300米。要我带您去吗？"),
        ("药店几点关门", CLOSED, "Dawn店，距离100米，现在关门了，今天09:00开门，营业到18:00。"),
        ("面包店还开着吗", SOON, "Crust店，距离100米，营业到08:50。"),
        ("图书馆明天几点开门", TOMORROW, "Books店，距离100米，明天营业时间是10:00到18:00。"),
        ("明天面包店营业吗", GONE, "我不知道附近哪里有面包店。"),
        ("图书馆的电话", TOMORROW, "Books店的电话是+44 1234 5678。"),
    ],
)
async def test_in_chinese(text, place, told):
    assert (await asked(text, place, language=CHINESE)).ear == told


async def test_the_nearest_is_told_to_be_closed_or_about_to_close():
    closed = await asked("find the nearest pharmacy", CLOSED)
    assert closed.ear == "Dawn, 100 metres away, closed now. Shall I take you there?"
    soon = await asked("find the nearest bakery", SOON)
    assert soon.ear == "Crust, 100 metres away, open until 08:50. Shall I take you there?"


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (SOON, "It will be closed: it opens tomorrow at 06:00."),
        (TOMORROW, "It will be closed: it opens tomorrow at 10:00."),
        (GONE, "It will be closed."),
        (OPEN, ""),
        (UNKNOWN, ""),
    ],
)
async def test_who_sets_out_is_told_that_it_will_be_closed(place, told):
    stage = Stage().types(f"take me to {place.name(ENGLISH)}", at=0.5)
    stage.walks(Fix(float(second), HERE, 4.0) for second in range(20))
    way = Draft(start=HERE).go(2_000).arrive()
    engines = {ROUTER: ScriptedRouter((way,)), PLACES: ScriptedPlaces([place])}
    await converse(stage, [skill], engines, until=15.0)
    said = "".join(stage.read)
    assert told in said
    assert ("closed" in said) is bool(told)


async def test_a_list_shows_what_is_closed():
    turn = turn_for(skill)
    found = [Found(CLOSED, 1.0, 100.0), Found(OPEN, 1.0, 300.0), Found(UNKNOWN)]

    card = card_of(turn, found, [Opening(is_open=False), Opening(is_open=True), Opening()], "Near")

    assert [(line.text, line.right) for line in card.items] == [
        ("Dawn", "closed now · 100 m"),
        ("Moon", "300 m"),
        ("Mist", ""),
    ]
