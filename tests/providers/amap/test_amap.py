"""Amap as a router and as a source of places: what it is asked, and when it is not."""

import threading
from pathlib import Path

import anyio
import httpx
import pytest

from lorgnette.core.errors import EngineFailed, NoMap
from lorgnette.core.routes import Manoeuvre, Mode
from lorgnette.core.types import CHINESE, Spot
from lorgnette.engines.router import Trip
from lorgnette.providers.amap.asking import LARGE, Amap
from lorgnette.providers.amap.places import AmapPlaces
from lorgnette.providers.amap.router import AmapRouter
from lorgnette.providers.http import Request

GOLDEN = Path(__file__).parent.parent / "golden" / "amap"
HERE, THERE, PARIS = Spot(39.9, 116.4), Spot(39.903, 116.4025), Spot(48.8566, 2.3522)
KEY = {"providers": {"amap": {"key": "abc123"}}}
TOO_MUCH = b'{"status": "0", "info": "CUQPS_HAS_EXCEEDED_THE_LIMIT", "infocode": "10021"}'


class Network:
    """Answers everything with the same, and notes what was asked when."""

    def __init__(self, said):
        self.said = said if isinstance(said, bytes) else (GOLDEN / f"{said}.json").read_bytes()
        self.asked = []

    def __call__(self, request):
        self.asked.append((request.url.path, anyio.current_time()))

        async def pieces():
            yield self.said

        return httpx.Response(200, content=pieces())


def router(network):
    return AmapRouter(KEY, httpx.MockTransport(network))


def places(network):
    return AmapPlaces(KEY, httpx.MockTransport(network))


async def test_ways_are_found_and_alternatives_when_they_are_welcome():
    network = Network("walking")
    assert len(await router(network).routes(Trip((HERE, THERE)))) == 1
    assert len(await router(network).routes(Trip((HERE, THERE), others=1))) == 2


async def test_each_stop_is_a_question_and_all_are_one_way():
    network = Network("driving")
    [route] = await router(network).routes(Trip((HERE, THERE, HERE), Mode.CAR, others=2))
    assert [path for path, _ in network.asked] == ["/v5/direction/driving"] * 2
    assert len(route.stops) == 2
    assert Manoeuvre.STOP in {step.manoeuvre for step in route.steps}


async def test_it_is_not_asked_for_what_is_not_in_china():
    network = Network("walking")
    with pytest.raises(NoMap, match="maps of China"):
        await router(network).routes(Trip((HERE, PARIS)))
    for asking in (
        places(network).search("咖啡", language=CHINESE, near=PARIS),
        places(network).around(PARIS, kinds={"cafe"}),
        places(network).address(PARIS),
    ):
        with pytest.raises(NoMap, match="maps of China"):
            await asking
    assert network.asked == []


async def test_places_are_found_near_and_far():
    amap = places(Network("around"))
    near = await amap.search("街角咖啡", language=CHINESE, near=HERE)
    assert near[0].likeness == 1.0
    assert near[0].metres == pytest.approx(58, abs=1)
    anywhere = await amap.search("街角咖啡", language=CHINESE, limit=1)
    assert [each.metres for each in anywhere] == [None]


async def test_what_is_around_comes_nearest_first():
    around = await places(Network("around")).around(HERE, kinds={"cafe", "pharmacy"})
    assert [each.place.kind for each in around] == ["pharmacy", "cafe"]


async def test_a_kind_that_it_does_not_have_is_not_asked_for():
    network = Network("around")
    assert await places(network).around(HERE, kinds={"dragons"}) == ()
    assert network.asked == []


async def test_an_address_is_found():
    assert (await places(Network("regeo")).address(HERE)).address.street == "磨坊街"


async def test_after_too_much_it_is_left_alone_for_as_long_as_that_takes():
    network = Network(TOO_MUCH)
    amap = router(network)
    with pytest.raises(EngineFailed, match="was asked too much"):
        await amap.routes(Trip((HERE, THERE)))
    with pytest.raises(EngineFailed, match="is busy: it is asked again in 1 s"):
        await amap.routes(Trip((HERE, THERE)))
    assert len(network.asked) == 1
    await anyio.sleep(1)
    network.said = (GOLDEN / "walking.json").read_bytes()
    assert await amap.routes(Trip((HERE, THERE)))


async def test_a_key_has_three_questions_a_second():
    network = Network("walking")
    amap = router(network)
    for _ in range(4):
        await amap.routes(Trip((HERE, THERE)))
    times = [then - network.asked[0][1] for _, then in network.asked]
    assert times == pytest.approx([0, 0, 0, 1], abs=0.01)


@pytest.mark.asyncio
async def test_while_a_long_answer_is_understood_the_hub_goes_on():
    for length, elsewhere in ((LARGE - 1, False), (LARGE, True)):
        amap = Amap(KEY, httpx.MockTransport(Network(b"x" * length)))
        asked = Request("https://amap.example", {}, method="GET")
        thread = await amap.asked(asked, lambda _: threading.get_ident())
        assert (thread != threading.get_ident()) is elsewhere
