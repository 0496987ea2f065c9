"""What OSRM is asked."""

import pytest

from lorgnette.core.errors import NoMap
from lorgnette.core.routes import Hindrance, Mode
from lorgnette.core.types import Spot
from lorgnette.engines.router import Trip
from lorgnette.providers.osrm.request import has_wishes, request
from lorgnette.providers.osrm.settings import OSRMSettings

FROM, BY, TO = Spot(48.0, 7.8), Spot(48.003, 7.8025), Spot(48.0305, 7.821)
OWN = OSRMSettings(url="http://127.0.0.1:5000/")


def test_a_walk_is_asked_for_longitude_first():
    asked = request(OWN, Trip((FROM, TO)))
    assert asked.method == "GET"
    assert asked.url == (
        "http://127.0.0.1:5000/route/v1/foot/7.800000,48.000000;7.821000,48.030500"
        "?steps=true&overview=false&geometries=polyline6&generate_hints=false&alternatives=false"
    )


def test_alternatives_are_asked_for_where_there_can_be_any():
    assert "alternatives=2" in request(OWN, Trip((FROM, TO), others=2)).url
    assert "alternatives=false" in request(OWN, Trip((FROM, BY, TO), others=2)).url


def test_wishes_are_said_and_can_be_left_out():
    avoid = frozenset({Hindrance.TOLLS, Hindrance.FERRIES, Hindrance.STAIRS})
    trip = Trip((FROM, BY, TO), Mode.CAR, avoid, course=359.7)
    assert has_wishes(trip)
    assert request(OWN, trip).url.endswith("&bearings=0,60;;&exclude=toll,ferry")
    assert request(OWN, trip, wishes=False).url.endswith("&alternatives=false")


def test_what_it_cannot_avoid_is_no_wish():
    assert not has_wishes(Trip((FROM, TO), avoid=frozenset({Hindrance.STAIRS, Hindrance.UNPAVED})))


@pytest.mark.parametrize(
    ("mode", "server"), [(Mode.FOOT, "foot"), (Mode.BICYCLE, "bike"), (Mode.CAR, "car")]
)
def test_every_mode_has_a_public_server(mode, server):
    asked = request(OSRMSettings("me@example.org"), Trip((FROM, TO), mode))
    assert asked.url.startswith(f"https://routing.openstreetmap.de/routed-{server}/route/v1/")
    assert "me@example.org" in asked.headers["user-agent"]


def test_who_has_a_server_of_their_own_asks_no_other():
    own = OSRMSettings(car="http://127.0.0.1:5001")
    assert own.is_here
    assert request(own, Trip((FROM, TO), Mode.CAR)).url.startswith("http://127.0.0.1:5001/route")
    with pytest.raises(NoMap, match="no server for foot"):
        request(own, Trip((FROM, TO)))
