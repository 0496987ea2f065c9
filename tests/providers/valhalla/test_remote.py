"""Valhalla on another machine: what it is asked, and what becomes of its refusals."""

import json
from pathlib import Path

import anyio
import httpx
import pytest

from lorgnette.core.errors import EngineFailed, MissingPart, NoMap, NoRoute
from lorgnette.core.routes import Hindrance
from lorgnette.engines.router import Trip
from lorgnette.providers.valhalla.remote import RemoteValhalla
from lorgnette.testing.routers import check_route
from lorgnette.testing.town import CASTLE_FOOT, CASTLE_GATE, at

GOLDEN = Path(__file__).parent.parent / "golden" / "valhalla"
WALK = Trip((CASTLE_FOOT, CASTLE_GATE, at(-90, 192)))
CONTACT = {"providers": {"valhalla-remote": {"contact": "me@example.org"}}}


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


def remote(network):
    return RemoteValhalla(CONTACT, httpx.MockTransport(network))


async def test_a_walk_is_found():
    network = Network((200, "walk"))
    [route] = await remote(network).routes(WALK)
    check_route(route, WALK)
    [asked] = network.asked
    assert str(asked.url) == "https://valhalla1.openstreetmap.de/route"
    assert asked.headers["user-agent"] == "Lorgnette/0.1.0 (me@example.org)"
    assert json.loads(asked.content)["costing"] == "pedestrian"


@pytest.mark.parametrize(("name", "error"), [("no-map", NoMap), ("no-route", NoRoute)])
async def test_a_refusal_with_a_number_is_told_as_what_it_is(name, error):
    with pytest.raises(error):
        await remote(Network((400, name))).routes(WALK)


async def test_where_nothing_else_leads_what_is_to_be_avoided_is_taken_after_all():
    network = Network((400, "no-route"), (200, "walk"))
    trip = Trip(WALK.stops, avoid=frozenset({Hindrance.FERRIES}))
    assert await remote(network).routes(trip)
    options = [json.loads(each.content)["costing_options"] for each in network.asked]
    assert ["exclude_ferries" in each["pedestrian"] for each in options] == [True, False]
    assert network.times[1] - network.times[0] == pytest.approx(1.0)


async def test_any_other_refusal_is_one():
    with pytest.raises(EngineFailed, match=r"refuses \(403\)"):
        await remote(Network((403, "no-map"))).routes(WALK)


def test_without_a_contact_the_public_server_is_not_asked():
    assert RemoteValhalla.leaves_the_hub({})
    with pytest.raises(MissingPart, match="contact is empty"):
        RemoteValhalla({})
    own = {"providers": {"valhalla-remote": {"url": "http://127.0.0.1:8002"}}}
    assert not RemoteValhalla.leaves_the_hub(own)
    assert RemoteValhalla(own)
