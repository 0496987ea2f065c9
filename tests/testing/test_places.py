"""The scripted places, and that the suite finds those who break their promises."""

import pytest

from lorgnette.core.errors import EngineFailed, NoMap
from lorgnette.core.places import Address, Place
from lorgnette.core.types import ENGLISH, Spot
from lorgnette.testing.places import ScriptedPlaces, check_places

HERE = Spot(48, -30)
CAFE = Place(HERE, {"": "Corner Coffee", "zh": "街角咖啡"}, "cafe", identity="node/1")
FAR = Place(Spot(48.1, -30), {"": "Corner Coffee Roasters"}, "cafe", identity="node/2")


async def test_scripted_places_keep_every_promise():
    class Land(ScriptedPlaces):
        async def address(self, spot, /):
            return None if spot.latitude < 0 else await super().address(spot)

    street = Place(HERE, {"": "Main Street"}, "street", Address("Main Street"))
    await check_places(Land([CAFE, FAR], here=street), CAFE, HERE)


async def test_they_find_by_name_and_kind_and_remember_what_they_were_asked():
    places = ScriptedPlaces([FAR, CAFE])
    found = await places.search("coffee near me", language=ENGLISH, near=HERE)
    assert [each.place for each in found] == [CAFE, FAR]
    found = await places.search("corner coffee", language=ENGLISH)
    assert [(each.place, each.likeness) for each in found] == [(CAFE, 1.0), (FAR, 0.8)]
    assert places.asked == ["search coffee near me", "search corner coffee"]


async def test_they_fail_as_they_are_told():
    places = ScriptedPlaces([CAFE])
    places.failing = True
    with pytest.raises(EngineFailed):
        await places.around(HERE)
    places.failing, places.mapless = False, True
    with pytest.raises(NoMap):
        await places.address(HERE)


class Greedy(ScriptedPlaces):
    async def search(self, words, /, *, language, near=None, limit=10):
        return await super().search(words, language=language, near=near, limit=100)


class Unsorted(ScriptedPlaces):
    async def around(self, spot, /, *, kinds=(), within=500, limit=20):
        return list(reversed(await super().around(spot, kinds=kinds, within=1e6, limit=limit)))


class Everywhere(ScriptedPlaces):
    async def address(self, spot, /):
        return CAFE


@pytest.mark.parametrize(
    ("broken", "promise"),
    [(Greedy, "one is found"), (Unsorted, "nearest come first"), (Everywhere, "ocean")],
)
async def test_broken_promises_are_found(broken, promise):
    with pytest.raises(AssertionError, match=promise):
        await check_places(broken([CAFE, FAR]), CAFE)
