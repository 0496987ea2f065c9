"""Lines on a flat piece of the earth: laid flat, with fewer points, and no farther than is seen."""

from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import pairwise
from math import cos, hypot, radians, sin

import msgspec

from lorgnette.core.geo import DEGREE, turn_between
from lorgnette.core.types import Spot

Point = tuple[float, float]
"""Metres to the east and to the north, or any other two lengths at right angles."""


class Plane(msgspec.Struct, frozen=True):
    """The earth as it is drawn around a spot, evenly in degrees: right for a day's journey."""

    middle: Spot

    def point(self, spot: Spot) -> Point:
        """How far east and north of the middle a spot is."""
        degree = DEGREE * max(cos(radians(self.middle.latitude)), 1e-6)
        east = turn_between(self.middle.longitude, spot.longitude) * degree
        return east, (spot.latitude - self.middle.latitude) * DEGREE


def turned(point: Point, up: float) -> Point:
    """How far to the right and how far up a point is drawn where the bearing `up` is up."""
    east, north = point
    c, s = cos(radians(up)), sin(radians(up))
    return east * c - north * s, east * s + north * c


def simplified(line: Sequence[Point], tolerance: float, most: int) -> list[Point]:
    """The points of a line that matter: at most `most` (2 or more), the ends among them.

    No point that is left out is farther than `tolerance` from the new line, unless that would take
    more than `most` points: then those that change it most are kept.
    """
    points = _apart(line, tolerance / 2)
    if len(points) <= 2:
        return points
    kept, waiting = {0, len(points) - 1}, list[tuple[float, int, int, int]]()
    heappush(waiting, _farthest(points, 0, len(points) - 1))
    while waiting and len(kept) < most:
        nearness, first, middle, last = heappop(waiting)
        if -nearness <= tolerance / 2:
            break
        kept.add(middle)
        for start, end in ((first, middle), (middle, last)):
            if end - start > 1:
                heappush(waiting, _farthest(points, start, end))
    return [points[number] for number in sorted(kept)]


def clipped(line: Sequence[Point], wide: float, high: float) -> list[list[Point]]:
    """The pieces of a line within a rectangle around 0, `wide` to each side, `high` up and down."""
    pieces = list[list[Point]]()
    for one, other in pairwise(line):
        part = _within(one, other, wide, high)
        if part is None:
            continue
        if pieces and pieces[-1][-1] == part[0]:
            pieces[-1].append(part[1])
        else:
            pieces.append([*part])
    return pieces


def shortened(line: Sequence[Point], by: float) -> list[Point]:
    """A line without so much of its beginning; nothing when it is no longer than that."""
    for number, (one, other) in enumerate(pairwise(line)):
        length = hypot(other[0] - one[0], other[1] - one[1])
        if by < length:
            return [_on(one, other, by / length), *line[number + 1 :]]
        by -= length
    return []


def round_length(most: float) -> int:
    """The greatest of 10, 20, 50, 100, 200, 500, … that is not above `most`; at least 10."""
    power = int("1" + "0" * max(len(f"{int(most)}") - 1, 1))
    return next((times * power for times in (5, 2) if times * power <= most), power)


def beside(point: Point, one: Point, other: Point) -> float:
    """How far a point is from the straight line between two others."""
    right, up = other[0] - one[0], other[1] - one[1]
    x, y = point[0] - one[0], point[1] - one[1]
    share = min(max((x * right + y * up) / (right * right + up * up or 1.0), 0.0), 1.0)
    return hypot(x - share * right, y - share * up)


def _apart(line: Sequence[Point], distance: float) -> list[Point]:
    """The line without points that are nearer than that to the one before; its ends stay."""
    points = [*line[:1]]
    for x, y in line[1:-1]:
        if hypot(x - points[-1][0], y - points[-1][1]) > distance:
            points.append((x, y))
    return [*points, *line[1:][-1:]]


def _farthest(points: Sequence[Point], first: int, last: int) -> tuple[float, int, int, int]:
    """The point between two that is farthest from their line, the farther the smaller."""
    ends = points[first], points[last]
    nearness, middle = min((-beside(points[at], *ends), at) for at in range(first + 1, last))
    return nearness, first, middle, last


def _within(one: Point, other: Point, wide: float, high: float) -> tuple[Point, Point] | None:
    """The part of a straight line within a rectangle (Liang and Barsky 1984)."""
    begin, end = 0.0, 1.0
    for here, there, most in ((one[0], other[0], wide), (one[1], other[1], high)):
        for at, step in ((here, there - here), (-here, here - there)):
            if step == 0:
                if at > most:
                    return None
            elif step > 0:
                end = min(end, (most - at) / step)
            else:
                begin = max(begin, (most - at) / step)
    if begin >= end:
        return None
    return _on(one, other, begin), _on(one, other, end)


def _on(one: Point, other: Point, share: float) -> Point:
    if share in (0.0, 1.0):
        return other if share else one
    return one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])
