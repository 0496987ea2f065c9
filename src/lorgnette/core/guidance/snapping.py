"""Where on a way somebody is who says where they are."""

from bisect import bisect_left
from math import hypot, inf
from typing import Final, NamedTuple

from lorgnette.core.geo import DEGREE, turn_between
from lorgnette.core.guidance.way import Way
from lorgnette.core.types import Spot

ASKEW: Final = 30.0
"""Degrees between one's course and a line that mean nothing."""

PER_DEGREE: Final = 0.2
"""Metres that each degree more counts like: to go against a line is like being 30 m beside it."""

PER_METRE: Final = 0.1
"""Metres beside that each metre counts like by which a place is not the expected one."""


class Sight(NamedTuple):
    """What is looked for: a spot, the course if one moves, and how far along one should be."""

    spot: Spot
    course: float | None
    expected: float


class Match(NamedTuple):
    """The likeliest place on some stretch, and how unlikely: less `cost` is better.

    `askew` is how far one's course is from that of the way there, 0 when one stands. `least` is
    how near the stretch comes at all.
    """

    along: float
    beside: float
    askew: float
    cost: float
    least: float


def nearest(way: Way, sight: Sight, low: float, high: float) -> Match:
    """The likeliest place between two places of the way."""
    (latitude, longitude), course = (sight.spot.latitude, sight.spot.longitude), sight.course
    first = way.piece_at(low)
    last = max(bisect_left(way.starts, high), first + 1)
    best, least = Match(low, inf, 0.0, inf, inf), inf
    for piece in way.pieces[first:last]:
        east = ((longitude - piece.longitude + 540) % 360 - 180) * piece.degree
        north = (latitude - piece.latitude) * DEGREE
        length = piece.length or 1.0
        run = (east * piece.east + north * piece.north) / length
        run = min(max(run, low - piece.start, 0.0), high - piece.start, piece.length)
        share = run / length
        beside = hypot(east - share * piece.east, north - share * piece.north)
        least = min(least, beside)
        if beside >= best.cost:
            continue
        askew = 0.0 if course is None else abs(turn_between(piece.course, course))
        along = piece.start + run
        cost = (
            beside + max(askew - ASKEW, 0.0) * PER_DEGREE + abs(along - sight.expected) * PER_METRE
        )
        if cost < best.cost:
            best = Match(along, beside, askew, cost, beside)
    return best._replace(least=least)


def found_ahead(way: Way, sight: Sight, radius: float, low: float, high: float) -> Match | None:
    """The likeliest place far ahead, within a radius and with one's course; None if there is none.

    Nobody is expected anywhere there: how far ahead it is does not count.
    """
    best: Match | None = None
    for box in way.boxes_near(sight.spot, radius):
        start, end = max(box.start, low), min(box.end, high)
        if start >= end:
            continue
        middle = Sight(sight.spot, sight.course, start)
        match = nearest(way, middle, start, end)
        if match.beside > radius or match.askew > 2 * ASKEW:
            continue
        if best is None or match.beside < best.beside:
            best = match
    return best
