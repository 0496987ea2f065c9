"""OSRM as a router: what it is asked, how often, and what becomes of its refusals."""

from pathlib import Path

import anyio
import httpx
import pytest

from lorgnette.core.errors import EngineFailed, MissingPart, NoMap, NoRoute
from lorgnette.core.routes import Hindrance, Mode
from lorgnette.core.types import Spot
from lorgnette.engines.router import Trip
from lorgnette.providers.osrm.router import OSRM

GOLDEN = Path(__file__).parent.parent / "golden" / "osrm"
WALK = Trip((Spot(51.5, -0.12), Spot(51.5005, -0.119)))
CONTACT = {"providers": {"osrm": {"contact": "me@example.org"}}}


class Network:
    """Answers with these, one after the other, and notes what was asked when."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []
        self.times = []

    def __call__(self, request):
        self.asked.append(request)
        self.times.append(anyio.current_time())
        status, name = self.answers.pop(0)

        async def pieces():
            yield (GOLDEN / f"{name}.json").read_bytes()

        return httpx.Response(status, content=pieces())


def osrm(network):
    return OSRM(CONTACT, httpx.MockTransport(network))


async def test_a_walk_is_found():
    network = Network((200, "foot"))
    [route] = await osrm(network).routes(WALK)
    assert route.mode is Mode.FOOT
    assert network.asked[0].headers["user-agent"] == "Lorgnette/0.1.0 (me@example.org)"


async def test_what_a_server_cannot_avoid_is_not_avoided():
    network = Network((400, "not-prepared"), (200, "foot"))
    avoid = frozenset({Hindrance.FERRIES})
    assert await osrm(network).routes(Trip(WALK.stops, avoid=avoid))
    assert ["exclude" in str(each.url) for each in network.asked] == [True, False]


async def test_whoever_moves_where_no_road_leads_may_turn_round():
    network = Network((400, "no-segment"), (200, "foot"))
    assert await osrm(network).routes(Trip(WALK.stops, course=90.0))
    assert ["bearings" in str(each.url) for each in network.asked] == [True, False]


async def test_without_a_way_there_is_none_and_nothing_is_asked_twice():
    for name, error in (("no-route", NoRoute), ("no-segment", NoMap)):
        network = Network((400, name))
        with pytest.raises(error):
            await osrm(network).routes(WALK)
        assert network.answers == []


async def test_the_public_servers_are_asked_once_a_second():
    network = Network(*[(200, "foot")] * 3)
    router = osrm(network)
    for _ in range(3):
        await router.routes(WALK)
    assert [round(then - network.times[0], 6) for then in network.times] == [0, 1, 2]


async def test_too_many_at_once_are_told_to_wait():
    network = Network(*[(200, "foot")] * 9)
    router, refused = osrm(network), []

    async def ask():
        try:
            await router.routes(WALK)
        except EngineFailed as error:
            refused.append(str(error))

    async with anyio.create_task_group() as tasks:
        for _ in range(9):
            tasks.start_soon(ask)
    assert len(network.asked) == 4
    assert "may be asked once in 1 s" in refused[0]


def test_without_a_contact_the_public_servers_are_not_asked():
    assert OSRM.leaves_the_hub({})
    with pytest.raises(MissingPart, match="contact is empty"):
        OSRM({})
    own = {"providers": {"osrm": {"url": "http://127.0.0.1:5000"}}}
    assert not OSRM.leaves_the_hub(own)
    assert OSRM(own)
