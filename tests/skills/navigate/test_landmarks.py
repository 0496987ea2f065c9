"""What is near another place: told by how far it is from there and from here."""

import pytest
from msgspec.structs import replace

from lorgnette.core import cards
from lorgnette.core.fixes import Fix
from lorgnette.core.places import Address, Place, hours
from lorgnette.core.types import CHINESE, ENGLISH, Spot
from lorgnette.engines import PLACES, ROUTER
from lorgnette.skills.navigate import skill
from lorgnette.testing.places import ScriptedPlaces
from lorgnette.testing.routers import ScriptedRouter
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.ways import Draft

HERE = Spot(0.0, 0.0)


@pytest.fixture(scope="module", autouse=True)
def borders():
    """Threads and a clock that jumps do not go together."""
    hours.load()


def place(name, chinese, kind, metres, street="High Street"):
    return Place(Spot(metres / 111_195, 0.0), {"": name, "zh": chinese}, kind, Address(street))


STATION = place("East Station", "东站", "station", 1_000)
INN = place("Old Inn", "老店", "restaurant", 900)
BISTRO = place("Bistro", "小馆", "restaurant", 300)
TOWN = (STATION, INN, BISTRO)


async def asked(*texts, places=TOWN, language=ENGLISH):
    stage = Stage(language=language)
    for number, text in enumerate(texts):
        stage.types(text, at=0.5 + 5.0 * number)
    until = 5.0 * len(texts) + 5.0
    stage.walks(Fix(float(second), HERE, 4.0) for second in range(int(until)))
    engines = {
        ROUTER: ScriptedRouter((Draft(start=HERE).go(900).arrive(),)),
        PLACES: ScriptedPlaces(places),
    }
    await converse(stage, [skill], engines, until=until)
    return stage


@pytest.mark.parametrize(
    "text",
    [
        "find a restaurant near the station",
        "is there a restaurant close to east station",
        "what's the nearest restaurant to the station",
        "restaurants by the station",
        "find old inn near the station",
    ],
)
async def test_a_place_is_found_beside_another(text):
    said = "Old Inn, 100 metres from East Station, 900 metres away. Shall I take you there?"
    assert (await asked(text)).ear == said


@pytest.mark.parametrize(
    "text",
    ["车站附近的餐馆", "东站旁边有餐馆吗", "在车站附近找一家餐馆", "离车站最近的餐馆"],
)
async def test_in_chinese(text):
    said = "老店，离东站100米，距离您900米。要我带您去吗？"
    assert (await asked(text, language=CHINESE)).ear == said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("is there a restaurant open near the station", "Bistro, 300 metres away. Shall I"),
        ("restaurants near the station that are still open", "Bistro, 300 metres away. Shall I"),
        ("find a restaurant open near the moon", "I don't know a place called moon."),
        ("is there a bank open near the station", "I know of no bank near East Station."),
    ],
)
async def test_what_is_open_beside_another_place_is_offered(text, told):
    closed = replace(INN, hours="off")
    stage = await asked(text, places=[STATION, closed, replace(BISTRO, hours="24/7")])
    assert stage.ear.startswith(told)


@pytest.mark.parametrize(
    ("spoken", "text", "told"),
    [
        (ENGLISH, "take me to a restaurant near the station", "To Old Inn: "),
        (ENGLISH, "take me to a bank near the station", "I know of no bank near East Station."),
        (CHINESE, "带我去车站附近的餐馆", "去老店："),
    ],
)
async def test_one_is_led_to_what_is_beside_another_place(spoken, text, told):
    assert (await asked(text, language=spoken)).ear.startswith(told)


@pytest.mark.parametrize(
    ("spoken", "text", "told"),
    [
        (ENGLISH, "how far is bistro from the station", "From East Station to Bistro: 900 metres,"),
        (ENGLISH, "how far is it from here to the station", "East Station, 1 kilometre away, in"),
        (ENGLISH, "how far is bistro from the moon", "I don't know a place called moon."),
        (CHINESE, "从车站到老店有多远", "从东站到老店：步行900米"),
    ],
)
async def test_how_far_one_place_is_from_another(spoken, text, told):
    assert (await asked(text, language=spoken)).ear.startswith(told)


async def test_all_are_shown_by_how_far_they_are_from_there():
    stage = await asked("find a restaurant near the station")
    [shown] = [card for card in stage.shown if isinstance(card, cards.List)]
    assert shown.title == "restaurant near East Station"
    assert [(line.text, line.right) for line in shown.items] == [
        ("Old Inn", "100 m"),
        ("Bistro", "700 m"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("find a restaurant near the moon", "I don't know a place called moon."),
        ("find a restaurant near the museum", "I know of no museum around here."),
        ("find a pharmacy near the station", "I know of no pharmacy near East Station."),
        ("what's near the station", "Near East Station: Old Inn, 100 metres away."),
        ("what's near bistro", "I know of nothing near Bistro."),
        ("find a restaurant near us", "Bistro, 300 metres away. Shall I take you there?"),
    ],
)
async def test_what_is_not_known_is_said(text, told):
    assert (await asked(text)).ear == told


async def test_of_two_landmarks_of_one_name_one_is_asked_about():
    other = place("East Station", "东站", "station", 400, "Hill Street")
    stage = await asked("find a restaurant near east station", "high street", places=[*TOWN, other])
    assert "There are several called East Station: Hill Street" in stage.ear
    assert stage.ear.endswith(
        "Old Inn, 100 metres from East Station, 900 metres away. Shall I take you there?"
    )


async def test_what_was_found_is_a_landmark_itself():
    stage = await asked("where is the station", "is there a restaurant near there")
    assert stage.ear.endswith("900 metres away. Shall I take you there?")
