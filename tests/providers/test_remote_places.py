"""Services keep the promises of `Places`, with servers on this machine."""

import pytest

from lorgnette.core.types import ENGLISH, Spot
from lorgnette.engines.wrap.places import SeveralPlaces
from lorgnette.providers.amap.places import AmapPlaces
from lorgnette.providers.nominatim.places import Nominatim
from lorgnette.providers.photon.places import Photon
from lorgnette.testing.places import ScriptedPlaces, check_places
from providers import corner
from providers.crooked import serving

pytestmark = [pytest.mark.asyncio, pytest.mark.real]

CHINESE_ONLY = {"": corner.NAMES[""]}
SERVICES = {
    "nominatim": (Nominatim, corner.nominatim, corner.cafe("node/5", "osm")),
    "photon": (Photon, corner.photon, corner.cafe("node/5", "osm")),
    "amap": (AmapPlaces, corner.amap, corner.cafe("amap/B0", "amap", CHINESE_ONLY)),
}


def made(kind, name, url):
    key = {"key": "abc"} if name == "amap" else {}
    return kind({"providers": {name: {"url": url, **key}}})


@pytest.mark.parametrize("name", SERVICES)
async def test_a_service_keeps_the_promises_of_places(name):
    kind, said, known = SERVICES[name]
    async with serving(said) as (url, _):
        places = made(kind, name, url)
        await check_places(places, known, corner.CORNER)
        await places.aclose()


@pytest.mark.parametrize("name", SERVICES)
async def test_whoever_asks_for_a_kind_is_told_the_nearest(name):
    kind, said, known = SERVICES[name]
    async with serving(said) as (url, _):
        places = made(kind, name, url)
        for words in ("coffee", "附近的咖啡馆"):
            [found] = await places.search(words, language=ENGLISH, near=Spot(39.9, 116.4))
            assert (found.place.identity, found.likeness) == (known.identity, 1.0)
        await places.aclose()


async def test_several_keep_them_too():
    async with serving(corner.photon) as (url, _):
        photon = made(Photon, "photon", url)
        both = SeveralPlaces({"maps": ScriptedPlaces(), "photon": photon})
        await check_places(both, SERVICES["photon"][2], corner.CORNER)
        await both.aclose()
