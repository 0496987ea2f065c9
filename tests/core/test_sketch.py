"""Lines are laid flat, thinned out and clipped without becoming other lines."""

from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.core.geo import bearing, metres
from lorgnette.core.sketch import (
    Plane,
    beside,
    clipped,
    round_length,
    shortened,
    simplified,
    turned,
)
from lorgnette.core.types import Spot

FEW = settings(max_examples=60, deadline=None)
NUMBER = st.floats(-1000, 1000)
LINE = st.lists(st.tuples(NUMBER, NUMBER), min_size=2, max_size=60)


def away(point, line):
    return min(beside(point, one, other) for one, other in pairwise(line))


def long(line):
    return sum(hypot(x - u, y - v) for (u, v), (x, y) in pairwise(line))


@FEW
@given(LINE, st.floats(0, 200), st.integers(2, 70))
def test_a_simplified_line_is_of_its_points_and_near_all_of_them(line, tolerance, most):
    fewer = simplified(line, tolerance, most)
    assert len(fewer) <= most
    assert fewer[0] == line[0]
    assert fewer[-1] == line[-1]
    assert set(fewer) <= set(line)
    if len(fewer) < most:
        assert all(away(point, fewer) <= tolerance + 1e-6 for point in line)


def test_of_many_points_those_that_change_most_are_kept():
    line = [(float(x), 100.0 if x == 500 else x % 2) for x in range(1000)]
    assert (500.0, 100.0) in simplified(line, 0.1, 5)


@FEW
@given(LINE, st.floats(1, 500), st.floats(1, 500))
def test_what_is_clipped_lies_within_and_on_the_line(line, wide, high):
    pieces = clipped(line, wide, high)
    points = [point for piece in pieces for point in piece]
    assert all(abs(x) <= wide + 1e-6 and abs(y) <= high + 1e-6 for x, y in points)
    assert all(away(point, line) < 1e-6 for point in points)
    within = [point for point in line if abs(point[0]) < wide and abs(point[1]) < high]
    assert not within or away(within[0], [within[0], *line]) == 0
    assert all(point in points for point in within if long(line) > 0)


def test_a_line_that_comes_back_is_in_two_pieces():
    assert clipped([(0, 0), (20, 0), (20, 5), (0, 5)], 10, 10) == [
        [(0, 0), (10, 0)],
        [(10, 5), (0, 5)],
    ]
    assert clipped([(20, 0), (20, 5)], 10, 10) == []


@FEW
@given(LINE, st.floats(0, 3000))
def test_a_shortened_line_lacks_its_beginning(line, by):
    rest = shortened(line, by)
    if long(line) > by + 1e-3:
        assert rest[-1] == line[-1]
        assert long(rest) == pytest.approx(long(line) - by, abs=1e-3)
    elif long(line) < by - 1e-3:
        assert rest == []


@FEW
@given(st.floats(-80, 80), st.floats(-180, 180), st.floats(-0.02, 0.02), st.floats(-0.02, 0.02))
def test_a_plane_keeps_distances(latitude, longitude, north, east):
    middle, spot = Spot(latitude, longitude), Spot(latitude + north, longitude + east)
    x, y = Plane(middle).point(spot)
    assert hypot(x, y) == pytest.approx(metres(middle, spot), rel=0.01, abs=0.5)


def test_what_lies_towards_the_bearing_that_is_up_is_drawn_up():
    middle, spot = Spot(48.0, 16.0), Spot(48.01, 16.02)
    right, up = turned(Plane(middle).point(spot), bearing(middle, spot))
    assert right == pytest.approx(0, abs=10)
    assert up == pytest.approx(metres(middle, spot), rel=0.01)


@given(st.floats(10, 10_000_000))
def test_a_round_length_is_round_and_no_longer(most):
    length = round_length(most)
    assert length <= most < length * 2.5 + 1e-6
    assert str(length).rstrip("0") in {"1", "2", "5"}


def test_the_least_round_length_is_ten():
    assert round_length(3) == round_length(0) == 10
