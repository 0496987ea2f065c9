"""Distances and directions on a sphere, against known places and against each other."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.geo import RADIUS, bearing, between, metres, moved, turn_between
from lorgnette.core.types import Spot

PARIS, BEIJING = Spot(48.8566, 2.3522), Spot(39.9042, 116.4074)
SPOTS = st.builds(Spot, st.floats(-89, 89), st.floats(-180, 180))
BEARINGS = st.floats(0, 360)


def test_a_degree_of_a_meridian_is_known():
    assert metres(Spot(0, 0), Spot(1, 0)) == pytest.approx(2 * math.pi * RADIUS / 360)


def test_far_cities_are_as_far_apart_as_an_atlas_says():
    assert metres(PARIS, BEIJING) == pytest.approx(8_220_000, rel=0.005)


@pytest.mark.parametrize(
    ("there", "course"),
    [(Spot(1, 0), 0), (Spot(0, 1), 90), (Spot(-1, 0), 180), (Spot(0, -1), 270)],
)
def test_bearings_are_clockwise_from_north(there, course):
    assert bearing(Spot(0, 0), there) == pytest.approx(course)


def test_the_date_line_is_no_wall():
    east, west = Spot(10, 179.9), Spot(10, -179.9)

    assert metres(east, west) < 30_000
    assert bearing(east, west) == pytest.approx(90, abs=0.1)
    assert moved(east, 90, 30_000).longitude < -179


@given(SPOTS, BEARINGS, st.floats(1, 1_000_000))
def test_who_moves_is_as_far_away_and_in_the_direction_as_they_went(spot, course, way):
    there = moved(spot, course, way)

    assert metres(spot, there) == pytest.approx(way, rel=1e-6, abs=1e-3)
    assert abs(turn_between(bearing(spot, there), course)) < 0.01


@given(SPOTS, SPOTS)
def test_the_way_back_is_as_long(one, other):
    assert metres(one, other) == pytest.approx(metres(other, one))


@given(BEARINGS, st.floats(-179, 179))
def test_a_turn_is_what_was_turned(before, turned):
    assert turn_between(before, (before + turned) % 360) == pytest.approx(turned)


NEAR = st.builds(Spot, st.floats(-80, 80), st.floats(-180, 180))


@given(NEAR, BEARINGS, st.floats(1, 1_000), st.floats(0, 1))
def test_between_two_near_spots_is_where_one_passes(one, course, way, share):
    other = moved(one, course, way)

    passed = between(one, other, share)

    assert metres(passed, moved(one, course, share * way)) < 0.15
    assert abs(passed.longitude) <= 180
