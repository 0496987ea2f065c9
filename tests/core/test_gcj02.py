"""Chinese coordinates, against points that others published, and there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.gcj02 import from_wgs84, in_china, to_wgs84
from lorgnette.core.geo import metres
from lorgnette.core.types import Spot

KNOWN = [
    # eviltransform's own tests: Shanghai, Shenzhen, Beijing
    (Spot(31.1774276, 121.5272106), Spot(31.17530398364597, 121.531541859215)),
    (Spot(22.543847, 113.912316), Spot(22.540796131694766, 113.9171764808363)),
    (Spot(39.911954, 116.377817), Spot(39.91334545536069, 116.38404722455657)),
    # coordtransform's
    (Spot(39.915, 116.404), Spot(39.91640428150164, 116.41024449916938)),
]

ELSEWHERE = {
    "Paris": Spot(48.8566, 2.3522),
    "New York": Spot(40.7128, -74.006),
    "Seoul": Spot(37.5665, 126.978),
    "Tokyo": Spot(35.6762, 139.6503),
    "Taipei": Spot(25.033, 121.5654),
    "Hanoi": Spot(21.0278, 105.8342),
    "Delhi": Spot(28.6139, 77.209),
    "Ulaanbaatar": Spot(47.8864, 106.9057),
    "Vladivostok": Spot(43.1155, 131.8855),
    "the south": Spot(-35.0, -105.0),
    "the pole": Spot(90.0, 180.0),
}

INSIDE = st.builds(Spot, st.floats(30, 42), st.floats(80, 124)) | st.builds(
    Spot, st.floats(22.3, 29), st.floats(98, 119)
)
ANYWHERE = st.builds(Spot, st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(("true", "drawn"), KNOWN)
def test_spots_are_drawn_where_others_found_them(true, drawn):
    assert metres(from_wgs84(true), drawn) < 0.01
    assert metres(to_wgs84(drawn), true) < 0.01


@pytest.mark.parametrize("place", ELSEWHERE)
def test_nothing_is_shifted_outside_of_china(place):
    spot = ELSEWHERE[place]
    assert not in_china(spot)
    assert from_wgs84(spot) == spot
    assert to_wgs84(spot) == spot


def test_the_shift_is_what_makes_one_miss_a_door():
    for true, drawn in KNOWN:
        assert 400 < metres(true, drawn) < 700


@given(INSIDE)
def test_there_and_back_is_where_one_was(spot):
    assert in_china(spot)
    assert metres(to_wgs84(from_wgs84(spot)), spot) < 0.01
    assert metres(from_wgs84(to_wgs84(spot)), spot) < 0.01


@given(ANYWHERE)
def test_wherever_one_is_the_way_back_is_no_worse_than_the_shift(spot):
    there = from_wgs84(spot)
    assert metres(there, spot) < 3_000
    assert metres(to_wgs84(there), spot) < 3_000
