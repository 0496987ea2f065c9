"""Arrows point where they should."""

import pytest

from lorgnette.core.cards import Arrow, Turn
from lorgnette.core.lens.arrows import glyph, shape


@pytest.mark.parametrize(
    ("arrow", "sign"),
    [
        (Arrow(), "↑"),
        (Arrow(turn=Turn.START), "↑"),
        (Arrow(turn=Turn.SLIGHT_LEFT), "↖"),
        (Arrow(turn=Turn.LEFT), "←"),
        (Arrow(turn=Turn.SHARP_RIGHT), "↘"),
        (Arrow(turn=Turn.U_TURN_LEFT), "↓"),
        (Arrow(turn=Turn.ROUNDABOUT, degrees=90), "→"),
        (Arrow(turn=Turn.ARRIVE), "●"),
        (Arrow(degrees=-170), "↓"),
        (Arrow(degrees=10), "↑"),
    ],
)
def test_glyph(arrow, sign):
    assert glyph(arrow) == sign


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (Turn.LEFT, Turn.RIGHT),
        (Turn.SLIGHT_LEFT, Turn.SLIGHT_RIGHT),
        (Turn.SHARP_LEFT, Turn.SHARP_RIGHT),
        (Turn.U_TURN_LEFT, Turn.U_TURN_RIGHT),
    ],
)
def test_left_mirrors_right(left, right):
    def points(turn):
        return [point for polygon in shape(Arrow(turn=turn), 100).polygons for point in polygon]

    assert {(100 - x, y) for x, y in points(left)} == set(points(right))


def test_the_tip_is_where_the_arrow_points():
    (polygon,) = shape(Arrow(degrees=90), 100).polygons
    assert max(polygon) == (100, 50)
