"""Services of maps on bad days: whatever a server says, the wearer gets one clear sentence."""

from pathlib import Path

import pytest

from lorgnette.app.composition import compose
from lorgnette.app.config import Config, Privacy
from lorgnette.core.errors import EngineFailed
from lorgnette.core.types import ENGLISH, Spot
from lorgnette.engines import PLACES, ROUTER, Trip
from lorgnette.providers.amap.places import AmapPlaces
from lorgnette.providers.amap.router import AmapRouter
from lorgnette.providers.nominatim.places import Nominatim
from lorgnette.providers.osrm.router import OSRM
from lorgnette.providers.photon.places import Photon
from lorgnette.providers.valhalla.remote import RemoteValhalla
from providers.crooked import CROOKED, answer, serving

pytestmark = [pytest.mark.asyncio, pytest.mark.real]

GOLDEN = Path(__file__).parent / "golden"
HERE, THERE = Spot(39.9, 116.4), Spot(39.903, 116.4025)


async def route(router):
    return await router.routes(Trip((HERE, THERE)))


async def search(places):
    return await places.search("cafe", language=ENGLISH, near=HERE)


async def around(places):
    return await places.around(HERE, kinds={"cafe"})


async def address(places):
    return await places.address(HERE)


ASKED = [
    *(("osrm", OSRM, route), ("nominatim", Nominatim, search), ("nominatim", Nominatim, around)),
    *(("nominatim", Nominatim, address), ("photon", Photon, search), ("photon", Photon, around)),
    *(("photon", Photon, address), ("amap", AmapRouter, route), ("amap", AmapPlaces, search)),
    *(("amap", AmapPlaces, around), ("amap", AmapPlaces, address)),
    ("valhalla-remote", RemoteValhalla, route),
]


def made(name, kind, **table):
    key = {"key": "abc123"} if name == "amap" else {}
    return kind({"providers": {name: {"contact": "me@example.org", **key, **table}}})


@pytest.mark.parametrize(("name", "kind", "ask"), ASKED)
@pytest.mark.parametrize("day", CROOKED)
async def test_a_bad_day_is_told_as_one(name, kind, ask, day):
    async with serving(CROOKED[day]) as (url, _):
        service = made(name, kind, url=url)
        with pytest.raises(EngineFailed) as caught:
            await ask(service)
        assert len(str(caught.value)) < 400
        assert "\n" not in str(caught.value)
        await service.aclose()


@pytest.mark.parametrize(("name", "kind", "ask"), ASKED)
async def test_a_server_that_hangs_is_not_waited_for(name, kind, ask):
    async with serving(None) as (url, _):
        service = made(name, kind, url=url, patience=0.2)
        with pytest.raises(EngineFailed, match="does not answer in time"):
            await ask(service)
        await service.aclose()


@pytest.mark.parametrize(("name", "kind", "ask"), ASKED)
async def test_a_server_that_is_busy_is_left_alone(name, kind, ask):
    busy = answer(b"slow down", "429 Too Many Requests", retry_after="30")
    async with serving(busy) as (url, asked):
        service = made(name, kind, url=url)
        with pytest.raises(EngineFailed, match=r"refuses \(429\)"):
            await ask(service)
        with pytest.raises(EngineFailed, match="is busy: it is asked again in 30 s"):
            await ask(service)
        assert len(asked) == 1
        await service.aclose()


@pytest.mark.parametrize(("name", "kind", "ask"), ASKED)
async def test_where_nobody_listens_it_cannot_be_reached(name, kind, ask):
    service = made(name, kind, url="http://127.0.0.1:9")
    with pytest.raises(EngineFailed, match="cannot be reached"):
        await ask(service)
    await service.aclose()


def test_nothing_leaves_a_hub_that_lets_nothing_out():
    names = {"router.osrm", "router.amap", "places.nominatim", "places.photon", "places.amap"}
    names.add("router.valhalla-remote")
    services = ("valhalla-remote", "osrm", "nominatim", "photon")
    tables = {name: {"contact": "me@example.org"} for name in services}
    tables["amap"] = {"key": "abc123"}
    engines = compose(Config(providers=tables), [ROUTER, PLACES])
    for name in names:
        assert "talks to another machine" in engines.set_aside[name]
    allowed = compose(Config(providers=tables, privacy=Privacy(egress="allowed")), [ROUTER, PLACES])
    assert allowed.leaving >= names


async def test_a_hub_without_egress_may_ask_its_own_servers_and_remembers():
    said = answer((GOLDEN / "photon" / "search.json").read_bytes())
    async with serving(said) as (url, asked):
        own = {"url": url}
        config = Config(providers={"photon": own, "nominatim": own, "osrm": own})
        engines = compose(config, [ROUTER, PLACES])
        photon = engines.parts(PLACES)["photon"]
        for _ in range(2):
            found = await photon.search("olympic stadium", language=ENGLISH)
        assert found[0].place.names["en"] == "Berlin Olympic Stadium"
        assert len(asked) == 1
        assert not engines.leaving
        await engines.aclose()
