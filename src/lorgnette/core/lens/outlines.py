"""Outlines that signs are made of: points with x to the right and y downwards."""

from collections.abc import Sequence
from itertools import pairwise
from math import atan2, cos, hypot, pi, radians, sin, tau

Point = tuple[float, float]

SHARP = radians(100)
"""A bend of a line from which it is drawn in two pieces: its corner would stick out too far."""


def turned(outline: Sequence[Point], degrees: float) -> Sequence[Point]:
    """An outline turned clockwise around 0."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return [(x * c - y * s, x * s + y * c) for x, y in outline]


def moved(outline: Sequence[Point], to: Point) -> Sequence[Point]:
    """An outline with its 0 elsewhere."""
    return [(x + to[0], y + to[1]) for x, y in outline]


def circle(
    radius: float, *, x: float = 0, y: float = 0, turns: float = 1, steps: int = 24
) -> list[Point]:
    """Points around a centre, clockwise from the left."""
    angles = [pi + tau * turns * step / steps for step in range(steps + 1)]
    return [(x + radius * cos(angle), y + radius * sin(angle)) for angle in angles]


def ring(inner: float, outer: float, *, steps: int = 24) -> list[Point]:
    """Around outside, then back around inside: one outline with a slit of no width."""
    return circle(outer, steps=steps) + circle(inner, steps=steps)[::-1]


def strokes(line: Sequence[Point], thick: float) -> list[Sequence[Point]]:
    """Outlines of a line so many pixels thick; each end is half of that longer."""
    pieces, line = list[Sequence[Point]](), _apart(line)
    first = 0
    for at in range(1, len(line)):
        if at == len(line) - 1 or abs(_bend(line, at)) > SHARP:
            pieces.append(_stroke(line[first : at + 1], thick / 2))
            first = at
    return pieces


def _stroke(line: Sequence[Point], half: float) -> Sequence[Point]:
    """Along one side and back along the other, with corners where the sides meet."""
    courses = [atan2(y - v, x - u) for (u, v), (x, y) in pairwise(line)]
    (x, y), (u, v) = line[0], line[-1]
    begin = x - half * cos(courses[0]), y - half * sin(courses[0])
    end = u + half * cos(courses[-1]), v + half * sin(courses[-1])
    left, right = list[Point](), list[Point]()
    before = courses[0]
    for (x, y), after in zip((begin, *line[1:-1], end), (*courses, courses[-1]), strict=True):
        bend = _turn(before, after) / 2
        across, far = before + bend + pi / 2, half / cos(bend)
        left.append((x + far * cos(across), y + far * sin(across)))
        right.append((x - far * cos(across), y - far * sin(across)))
        before = after
    return left + right[::-1]


def _apart(line: Sequence[Point]) -> Sequence[Point]:
    """The line without points that lie on the one before."""
    return [
        *line[:1],
        *((x, y) for (u, v), (x, y) in pairwise(line) if hypot(x - u, y - v) > 0),
    ]


def _bend(line: Sequence[Point], at: int) -> float:
    (a, b), (c, d), (e, f) = line[at - 1 : at + 2]
    return _turn(atan2(d - b, c - a), atan2(f - d, e - c))


def _turn(before: float, after: float) -> float:
    return (after - before + pi) % tau - pi
