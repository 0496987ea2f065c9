"""A route made ready: places in metres, spots and courses back from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lorgnette.core.geo import metres, moved
from lorgnette.core.guidance.way import LONGEST, Way
from lorgnette.core.routes import Direction, Manoeuvre, Mode, Route, Step
from lorgnette.core.types import Spot
from lorgnette.testing.ways import Draft

BENT = Draft().go(200).turn(Direction.LEFT).go(100).stop().go(50).arrive()


def test_the_way_is_as_long_as_its_line_and_its_marks_lie_where_the_steps_begin():
    way = Way.of(BENT)

    assert way.length == pytest.approx(350, abs=0.1)
    assert [round(mark.along) for mark in way.marks] == [0, 200, 300, 350]
    assert [round(stop) for stop in way.stops] == [300, 350]


@given(st.floats(0, 350))
def test_a_place_is_a_spot_on_the_line(along):
    way = Way.of(BENT)
    corner = BENT.line[BENT.steps[1].begin]

    spot = way.spot(along)

    assert metres(spot, corner) == pytest.approx(abs(along - 200), abs=0.1)
    assert way.course(along) == pytest.approx(0 if along < 199 else way.course(along), abs=0.1)


@pytest.mark.parametrize("start", [Spot(0, 179.999), Spot(69, 20), Spot(-54, -179.9995)])
def test_long_pieces_are_cut_so_that_they_may_be_taken_for_flat(start):
    route = Draft(start=start, heading=60).go(20_000, every=20_000).arrive()
    way = Way.of(route)

    assert max(piece.length for piece in way.pieces) <= LONGEST * 1.01
    assert way.length == pytest.approx(20_000, rel=1e-3)
    assert metres(way.spot(way.length), route.line[-1]) < 0.5


def test_time_goes_by_evenly_between_two_marks():
    way = Way.of(BENT)
    whole = BENT.seconds

    assert way.seconds_left(0) == pytest.approx(whole)
    assert way.seconds_left(175) == pytest.approx(whole / 2, rel=0.01)
    assert way.seconds_left(way.length) == pytest.approx(0, abs=0.01)


def test_a_route_that_ends_where_it_begins_is_a_way_without_length():
    here = Spot(1, 1)
    route = Route(Mode.FOOT, (here,), (Step(Manoeuvre.ARRIVE, 0, 0),), (0,))

    way = Way.of(route)

    assert (way.length, way.spot(0)) == (0, here)


def test_only_boxes_near_a_spot_are_searched():
    way = Way.of(Draft().go(10_000).arrive())
    beside = moved(way.spot(5_000), 90, 20)

    near = list(way.boxes_near(beside, 30))

    assert 1 <= len(near) <= 2
    assert not list(way.boxes_near(moved(beside, 90, 1_000), 30))


@pytest.mark.parametrize(
    "broken",
    [
        replace(BENT, line=BENT.line[:2]),
        replace(BENT, line=()),
        replace(BENT, steps=()),
        replace(BENT, stops=()),
        replace(BENT, stops=(99,)),
    ],
)
def test_a_route_whose_steps_are_not_of_its_line_is_refused(broken):
    with pytest.raises(ValueError, match="route"):
        Way.of(broken)
