"""Several sources of places: one place is told once, and who surely knows is enough."""

import pytest

from lorgnette.core.errors import EngineFailed, NoMap
from lorgnette.core.places import Address, Place
from lorgnette.core.types import ENGLISH, Spot
from lorgnette.engines.places import Found
from lorgnette.engines.wrap.places import SeveralPlaces, merged, same
from lorgnette.testing.places import ScriptedPlaces

HERE = Spot(48.0, 7.8)
CAFE = Place(HERE, {"": "Café Müller"}, "cafe", identity="node/1")
BAR = Place(Spot(48.001, 7.8), {"": "Bar Müller"}, "bar", identity="node/2")
HOUSE = Place(HERE, kind="house", address=Address("Main Street", "5"))


class Knows:
    """A source of places that finds the same whatever it is asked, and counts how often."""

    def __init__(self, *found):
        self.found = [each if isinstance(each, Found) else Found(each, 0.7) for each in found]
        self.asked = 0

    async def search(self, _words, /, *, language, near=None, limit=10):
        return self._said()[:limit]

    async def around(self, _spot, /, *, kinds=(), within=500, limit=20):
        return self._said()[:limit]

    async def address(self, _spot, /):
        return next((each.place for each in self._said()), None)

    def _said(self):
        self.asked += 1
        return self.found


def mapless():
    places = ScriptedPlaces()
    places.mapless = True
    return places


def failing():
    places = ScriptedPlaces()
    places.failing = True
    return places


def several(*parts):
    return SeveralPlaces({str(number): part for number, part in enumerate(parts)})


async def search(*parts):
    return [each.place for each in await several(*parts).search("müller", language=ENGLISH)]


async def test_who_surely_knows_leaves_nothing_to_ask():
    other = Knows(BAR)
    assert await search(Knows(Found(CAFE, 0.95)), other) == [CAFE]
    assert other.asked == 0


async def test_what_is_not_sure_is_asked_of_all_and_the_likelier_comes_first():
    assert await search(Knows(Found(CAFE, 0.6)), Knows(Found(BAR, 0.8))) == [BAR, CAFE]


async def test_what_two_know_is_told_once_as_the_first_knows_it():
    again = Place(Spot(48.0001, 7.8), {"de": "CAFÉ MÜLLER"}, "cafe", source="another")
    assert await search(Knows(CAFE), Knows(again, BAR)) == [CAFE, BAR]


async def test_no_more_is_told_than_was_asked_for():
    both = several(Knows(CAFE), Knows(BAR))
    assert len(await both.search("müller", language=ENGLISH, limit=1)) == 1


async def test_one_that_fails_hides_nothing():
    for parts in ((failing(), Knows(CAFE)), (Knows(CAFE), failing())):
        both = several(*parts)
        assert [each.place for each in await both.search("x", language=ENGLISH)] == [CAFE]
        assert [each.place for each in await both.around(HERE)] == [CAFE]
        assert await both.address(HERE) == CAFE


async def test_one_that_fails_is_not_one_that_knows_nothing():
    both = several(Knows(), failing())
    for asking in (
        both.search("x", language=ENGLISH),
        both.around(HERE),
        both.address(HERE),
    ):
        with pytest.raises(EngineFailed, match="nobody knows"):
            await asking


async def test_one_without_a_map_is_one_that_was_not_asked():
    for both in (several(mapless(), Knows()), several(Knows(), mapless())):
        assert list(await both.search("x", language=ENGLISH)) == []
        assert await both.address(HERE) is None
    with pytest.raises(NoMap):
        await several(mapless(), mapless()).around(HERE)
    with pytest.raises(EngineFailed, match="nobody knows"):
        await several(mapless(), failing()).around(HERE)


async def test_where_nobody_knows_anything_there_is_nothing():
    both = several(Knows(), Knows())
    assert list(await both.search("x", language=ENGLISH)) == []
    assert list(await both.around(HERE)) == []
    assert await both.address(HERE) is None


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        (CAFE, Place(Spot(0, 0), identity="node/1"), True),
        (CAFE, BAR, False),
        (CAFE, Place(Spot(48.01, 7.8), {"": "Café Müller"}, "cafe"), False),  # another branch
        (HOUSE, Place(HERE, kind="house", address=Address("Main Street", "5")), True),
        (HOUSE, Place(HERE, kind="house", address=Address("Main Street", "7")), False),
        (Place(HERE), Place(HERE), False),  # nothing is known of either
        (
            Place(HERE, {"": "Ulm"}, "city"),
            Place(Spot(48.05, 7.8), {"en": "Ulm"}, "city"),
            True,
        ),
    ],
)
def test_what_is_one_place(one, other, are_one):
    assert same(one, other) is are_one
    assert same(other, one) is are_one


def test_what_only_one_found_stays_in_its_order():
    found = [Found(CAFE, 0.5), Found(BAR, 0.9)]
    assert merged(found, []) == found
    assert merged([], found) == found
