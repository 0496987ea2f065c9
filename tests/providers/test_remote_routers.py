"""Routers that ask services keep the promises of a `Router`, with servers on this machine."""

import msgspec
import pytest

from lorgnette.core.routes import Mode
from lorgnette.core.types import Spot
from lorgnette.engines import Trip
from lorgnette.engines.wrap.routers import SeveralRouters
from lorgnette.providers.amap.router import AmapRouter
from lorgnette.providers.osrm.router import OSRM
from lorgnette.providers.valhalla.remote import RemoteValhalla
from lorgnette.testing.routers import ScriptedRouter, check_router
from providers import straight
from providers.crooked import serving

pytestmark = [pytest.mark.asyncio, pytest.mark.real]

HERE, BY, THERE = Spot(39.90, 116.40), Spot(39.91, 116.41), Spot(39.92, 116.40)
KNOWN = Trip((HERE, BY, THERE))
BEYOND, CUT_OFF = Trip((HERE, Spot(51.5, -0.12))), Trip((HERE, Spot(39.4, 116.4)))

SERVICES = {
    "osrm": (OSRM, straight.osrm),
    "amap": (AmapRouter, straight.amap),
    "valhalla-remote": (RemoteValhalla, straight.valhalla),
}


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize("mode", [Mode.FOOT, Mode.BICYCLE])
async def test_a_service_keeps_the_promises_of_a_router(name, mode):
    kind, said = SERVICES[name]
    async with serving(said) as (url, _):
        key = {"key": "abc"} if name == "amap" else {}
        router = kind({"providers": {name: {"url": url, **key}}})
        trips = [msgspec.structs.replace(trip, mode=mode) for trip in (KNOWN, BEYOND, CUT_OFF)]
        await check_router(router, *trips)
        await router.aclose()


async def test_several_keep_them_too():
    async with serving(straight.osrm) as (url, _):
        router = OSRM({"providers": {"osrm": {"url": url}}})
        both = SeveralRouters({"here": ScriptedRouter(), "osrm": router})
        await check_router(both, KNOWN, BEYOND, CUT_OFF)
        await both.aclose()
