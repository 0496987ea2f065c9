"""What Valhalla is asked."""

import json

import pytest

from lorgnette.core.routes import Hindrance, Mode
from lorgnette.engines.router import Trip
from lorgnette.providers.valhalla.request import can_be_strict, route
from lorgnette.testing.town import CASTLE_FOOT, CASTLE_GATE, STATION


def asked(trip, **how):
    return json.loads(route(trip, **how))


def test_a_walk_is_asked_for_without_texts():
    assert asked(Trip((CASTLE_FOOT, CASTLE_GATE))) == {
        "locations": [
            {"lat": 48.002608, "lon": -30.002419, "type": "break", "search_cutoff": 2000},
            {"lat": 48.003867, "lon": -30.002419, "type": "break", "search_cutoff": 2000},
        ],
        "costing": "pedestrian",
        "costing_options": {"pedestrian": {}},
        "directions_type": "maneuvers",
        "units": "kilometers",
        "elevation_interval": 30,
    }


def test_who_drives_is_not_sent_back_and_who_walks_may_turn_round():
    for mode in Mode:
        first, *others = asked(Trip((STATION, CASTLE_GATE), mode, course=359.8))["locations"]
        assert ("heading" in first) == (mode is not Mode.FOOT)
        assert first.get("heading", 0) == 0
        assert all("heading" not in each for each in others)


def test_alternatives_are_asked_for_where_there_can_be_any():
    assert asked(Trip((STATION, CASTLE_GATE), others=9))["alternates"] == 2
    assert "alternates" not in asked(Trip((STATION, CASTLE_FOOT, CASTLE_GATE), others=2))
    assert "alternates" not in asked(Trip((STATION, CASTLE_GATE)))


def test_what_is_to_be_avoided_is_left_out_or_else_dear():
    trip = Trip((STATION, CASTLE_GATE), Mode.CAR, frozenset({Hindrance.TOLLS, Hindrance.FERRIES}))
    assert can_be_strict(trip)
    assert asked(trip)["costing_options"]["auto"] == {
        "use_ferry": 0.0,
        "exclude_ferries": True,
        "use_tolls": 0.0,
        "exclude_tolls": True,
    }
    assert asked(trip, strictly=False)["costing_options"]["auto"] == {
        "use_ferry": 0.0,
        "use_tolls": 0.0,
    }


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("hindrance", Hindrance)
def test_strictness_makes_a_difference_where_it_is_said_to(mode, hindrance):
    trip = Trip((STATION, CASTLE_GATE), mode, frozenset({hindrance}))
    assert can_be_strict(trip) == (route(trip) != route(trip, strictly=False))
