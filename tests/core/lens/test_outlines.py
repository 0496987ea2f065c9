"""Outlines of lines are as thick as they should be."""

import pytest

from lorgnette.core.lens.outlines import circle, ring, strokes


def test_a_straight_line_is_a_rectangle_with_square_ends():
    [outline] = strokes([(0, 0), (10, 0), (20, 0)], 4)
    assert {(round(x), round(y)) for x, y in outline} == {
        *((-2, 2), (10, 2), (22, 2)),
        *((22, -2), (10, -2), (-2, -2)),
    }


def test_a_corner_is_filled():
    [outline] = strokes([(0, 0), (10, 0), (10, 10)], 4)
    corner = [pytest.approx((12, -2)), pytest.approx((8, 2))]
    assert all(any(point == each for point in outline) for each in corner)


def test_who_turns_back_draws_two_pieces():
    assert len(strokes([(0, 0), (10, 0), (0, 1)], 4)) == 2


@pytest.mark.parametrize("line", [[], [(1, 1)], [(1, 1), (1, 1)]])
def test_a_point_is_no_line(line):
    assert strokes(line, 4) == []


def test_a_ring_is_between_two_circles():
    assert {round((x * x + y * y) ** 0.5) for x, y in ring(3, 5)} == {3, 5}
    assert circle(2, x=1)[0] == pytest.approx((-1, 0))
