"""Finding the place on a way: beside it, at corners, on both legs of a way that turns back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.geo import moved
from lorgnette.core.guidance.snapping import Sight, found_ahead, nearest
from lorgnette.core.guidance.way import Way
from lorgnette.core.routes import Direction
from lorgnette.core.types import Spot
from lorgnette.testing.ways import Draft

STRAIGHT = Way.of(Draft(heading=40).go(1_000).arrive())
BACK = Way.of(Draft().go(300).turn(Direction.U_TURN_LEFT).go(300).arrive())


@given(st.floats(0, 1_000), st.floats(-60, 60))
def test_a_spot_beside_the_way_is_found_where_it_is(along, beside):
    spot = moved(STRAIGHT.spot(along), 130, beside)

    match = nearest(STRAIGHT, Sight(spot, None, along), 0, STRAIGHT.length)

    assert match.along == pytest.approx(along, abs=0.1)
    assert match.beside == pytest.approx(abs(beside), abs=0.1)
    assert match.least == pytest.approx(abs(beside), abs=0.1)


@pytest.mark.parametrize("latitude", [0, 60, -75])
@pytest.mark.parametrize("heading", [0, 45, 90, 200])
def test_a_degree_of_longitude_is_not_a_degree_of_latitude(latitude, heading):
    way = Way.of(Draft(start=Spot(latitude, 179.998), heading=heading).go(800, 800).arrive())
    spot = moved(moved(way.route.line[0], heading, 400), heading + 90, 25)

    match = nearest(way, Sight(spot, None, 400), 0, way.length)

    assert (match.along, match.beside) == (
        pytest.approx(400, abs=0.2),
        pytest.approx(25, abs=0.2),
    )


def test_nothing_is_found_outside_the_stretch_that_is_searched():
    spot = STRAIGHT.spot(700)

    match = nearest(STRAIGHT, Sight(spot, None, 700), 100, 400)

    assert (match.along, match.beside) == (pytest.approx(400), pytest.approx(300, abs=0.5))


@pytest.mark.parametrize(("course", "along"), [(0, 200), (180, 400)])
def test_the_course_tells_the_way_there_from_the_way_back(course, along):
    sight = Sight(moved(BACK.spot(200), 90, 3), course, 300)

    assert nearest(BACK, sight, 0, BACK.length).along == pytest.approx(along, abs=0.5)


@pytest.mark.parametrize("expected", [190, 410])
def test_who_stands_is_where_they_are_expected(expected):
    sight = Sight(BACK.spot(200), None, expected)

    found = nearest(BACK, sight, 0, BACK.length).along

    assert found == pytest.approx(min(200, 400, key=lambda each: abs(each - expected)), abs=0.5)


def test_far_ahead_only_what_goes_the_same_way_is_found():
    spot = moved(STRAIGHT.spot(800), 130, 10)

    along = found_ahead(STRAIGHT, Sight(spot, 45, 0), 30, 100, 1_000)

    assert along is not None
    assert along.along == pytest.approx(800, abs=0.5)
    assert found_ahead(STRAIGHT, Sight(spot, 220, 0), 30, 100, 1_000) is None
    assert found_ahead(STRAIGHT, Sight(spot, 45, 0), 30, 100, 700) is None
    assert found_ahead(STRAIGHT, Sight(spot, 45, 0), 5, 100, 1_000) is None
