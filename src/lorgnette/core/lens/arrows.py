"""Arrows as polygons, and as the character nearest to them."""

from collections.abc import Sequence
from math import copysign, cos, radians

from lorgnette.core.cards import Arrow, Turn
from lorgnette.core.lens.outlines import Point, circle, ring, turned
from lorgnette.core.lens.scene import Shape

_DEGREES = {
    Turn.SLIGHT_LEFT: -45,
    Turn.LEFT: -90,
    Turn.SHARP_LEFT: -135,
    Turn.U_TURN_LEFT: -180,
    Turn.SLIGHT_RIGHT: 45,
    Turn.RIGHT: 90,
    Turn.SHARP_RIGHT: 135,
    Turn.U_TURN_RIGHT: 180,
}
_COMPASS = "↑↗→↘↓↙←↖"
_GOAL = "●"

# Outlines in a square from −50 to 50, pointing up, y downwards.
_WHOLE: Sequence[Point] = ((-8, 49), (-8, -12), (-28, -12), (0, -50), (28, -12), (8, -12), (8, 49))
_BRANCH: Sequence[Point] = ((-7, 0), (-7, -34), (-19, -34), (0, -58), (19, -34), (7, -34), (7, 0))
_EXIT: Sequence[Point] = ((-7, -16), (-7, -28), (-20, -28), (0, -49), (20, -28), (7, -28), (7, -16))


def glyph(arrow: Arrow) -> str:
    """The character nearest to an arrow; all are in old Chinese fonts too."""
    if arrow.turn is Turn.ARRIVE:
        return _GOAL
    return _COMPASS[round(_angle(arrow) / 45) % 8]


def shape(arrow: Arrow, side: int) -> Shape:
    """The arrow in a square of `side` pixels, at x = y = 0."""
    polygons = tuple(
        tuple((round((x + 50) * side / 100), round((y + 50) * side / 100)) for x, y in outline)
        for outline in _outlines(arrow)
    )
    return Shape(x=0, y=0, width=side, height=side, polygons=polygons, glyph=glyph(arrow))


def _angle(arrow: Arrow) -> float:
    return arrow.degrees if arrow.degrees is not None else _DEGREES.get(arrow.turn, 0)


def _outlines(arrow: Arrow) -> tuple[Sequence[Point], ...]:
    angle = _angle(arrow)
    match arrow.turn:
        case Turn.ARRIVE:
            return (ring(36, 48), circle(20))
        case Turn.ROUNDABOUT:
            return (((-7, 50), (-7, 16), (7, 16), (7, 50)), ring(12, 24), turned(_EXIT, angle))
    if arrow.degrees is not None or not angle:
        return (turned(_WHOLE, angle),)
    if abs(angle) == 180:
        return (_u_turn(right=angle > 0),)
    return _bend(angle)


def _bend(angle: float) -> tuple[Sequence[Point], ...]:
    """A stem, a joint and a branch; the joint leaves room on the side of the branch."""
    x, y = copysign(20, -angle), 28 * cos(radians(angle)) - 12
    stem = [(x - 7, 50), (x - 7, y), (x + 7, y), (x + 7, 50)]
    branch = [(x + right, y + down) for right, down in turned(_BRANCH, angle)]
    return (stem, circle(7, x=x, y=y), branch)


def _u_turn(*, right: bool) -> Sequence[Point]:
    head: list[Point] = [(12, 10), (-2, 10), (20, 38), (42, 10), (28, 10)]
    over = circle(28, y=-14, turns=0.5)
    under = circle(12, y=-14, turns=0.5)
    outline = [(-28, 50), *over, *reversed(head), *reversed(under), (-12, 50)]
    return outline if right else [(-x, y) for x, y in outline]
