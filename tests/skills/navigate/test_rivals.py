"""Places of one name are told apart by what differs, and chosen so."""

import pytest

from lorgnette.core.places import Address, Place
from lorgnette.core.replies import Reply
from lorgnette.core.types import CHINESE, ENGLISH, Spot
from lorgnette.core.words import split
from lorgnette.engines import Found
from lorgnette.skills.navigate import skill
from lorgnette.skills.navigate.rivals import rivals_of, which
from lorgnette.testing.places import ScriptedPlaces
from lorgnette.testing.turns import turn_for
from lorgnette.understanding.answers import read_choice


def cup(street, town, metres, kind="cafe", likeness=1.0):
    spot = Spot(0.0, metres / 111_195)
    names = {"": "Corner Cup", "zh": "街角"}
    return Found(Place(spot, names, kind, Address(street, locality=town)), likeness, metres)


NEAR = cup("High Street", "Lensham", 200.0)
FAR = cup("Mill Lane", "Lensham", 400.0)
AWAY = cup("High Street", "Port", 5_000.0)
MILL = Place(Spot(0.0, 0.0), {"": "Mill Lane", "zh": "磨坊巷"}, "street")


async def asked(*rivals, tongue=ENGLISH):
    """The question, and who is chosen by an answer; None when it says nothing."""
    chosen = []

    async def then(found):
        chosen.append(found)
        return Reply()

    turn = turn_for(skill, language=tongue)
    ask = (await which(turn, ScriptedPlaces([MILL]), rivals, then)).ask

    async def answered(text):
        choice = read_choice(split(text, tongue), ask.choices, tongue)
        if choice is None:
            return None
        await ask.then(choice)
        return chosen[-1]

    return ask.text, answered


def test_a_rival_has_the_same_name_and_kind_and_is_as_likely():
    pub, unlikely = cup("High Street", "Port", 10.0, "pub"), cup("A", "B", 10.0, likeness=0.8)
    assert rivals_of([NEAR, FAR, pub, unlikely], ENGLISH) == [NEAR, FAR]


async def test_in_two_towns_they_are_told_apart_by_their_towns():
    text, answered = await asked(NEAR, AWAY)
    assert text == (
        "There are several called Corner Cup: Lensham, 200 metres away, or Port, 5 kilometres away?"
    )
    assert await answered("the one in port") is AWAY


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        ("the first", NEAR),
        ("the second one", FAR),
        ("Mill Lane", FAR),
        ("the one in high street", NEAR),
        ("the nearer one", NEAR),
        ("the closest", NEAR),
        ("the far one please", FAR),
        ("the blue one", None),
    ],
)
async def test_in_one_town_they_are_told_apart_by_their_streets(answer, meant):
    text, answered = await asked(NEAR, FAR)
    assert "High Street, 200 metres away, or Mill Lane, 400 metres away" in text
    assert await answered(answer) is meant


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        ("第一个", NEAR),
        ("第二家", FAR),
        ("近的那个", NEAR),
        ("远一点的", FAR),
        ("最近的", NEAR),
        ("磨坊巷的那个", FAR),
    ],
)
async def test_in_chinese_by_chinese_names(answer, meant):
    text, answered = await asked(NEAR, FAR, tongue=CHINESE)
    assert text == "有几个街角：High Street，距离200米、还是磨坊巷，距离400米？"
    assert await answered(answer) is meant


async def test_of_two_as_far_none_is_nearer():
    _, answered = await asked(NEAR, cup("Mill Lane", "Lensham", 200.0))
    assert await answered("the nearer one") is None
