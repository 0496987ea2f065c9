"""A route made ready to be followed: all that is the same for every fix is worked out once."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, inf, radians
from typing import Final, NamedTuple

import msgspec

from lorgnette.core import geo
from lorgnette.core.geo import DEGREE
from lorgnette.core.guidance.marks import Mark, marks_along
from lorgnette.core.guidance.pace import CARRIED
from lorgnette.core.routes import Route
from lorgnette.core.types import Spot

LONGEST: Final = 1_000.0
"""Metres of a piece. Shorter ones may be taken for flat: the error is a few centimetres."""

BOX: Final = 16
"""Pieces that share a box, for searches far and wide."""


class Piece(NamedTuple):
    """A straight part of the line, in metres east and north of where it begins."""

    latitude: float
    longitude: float
    degree: float
    """Metres of a degree of longitude here."""
    east: float
    north: float
    length: float
    course: float
    start: float
    """Metres of the way before it."""


class Box(NamedTuple):
    """What some pieces that follow each other do not leave, in degrees."""

    south: float
    north: float
    west: float
    east: float
    start: float
    end: float


class Way(msgspec.Struct, frozen=True):
    """A route as guidance wants it. Every place on it is so many metres from its beginning.

    `marks` are where something is to be done: the first is the start, the last the goal.
    `stops` are the places of the stops, the goal last. `carried` are, for each mark, the seconds
    that one is carried from there on, by ferries and lifts.
    """

    route: Route
    pieces: tuple[Piece, ...]
    starts: tuple[float, ...]
    boxes: tuple[Box, ...]
    marks: tuple[Mark, ...]
    stops: tuple[float, ...]
    length: float
    carried: tuple[float, ...]

    @classmethod
    def of(cls, route: Route) -> "Way":
        """Make a route ready; raises ValueError when its steps are not of its line."""
        line, last = route.line, len(route.line) - 1
        places = [place for step in route.steps for place in (step.begin, step.end)]
        if not line or not route.steps or not route.stops:
            raise ValueError("a route needs a line, steps and a goal")
        if not all(0 <= place <= last for place in (*places, *route.stops)):
            raise ValueError("a step of the route is beyond the end of its line")
        along, pieces = _measured(line)
        starts = tuple(piece.start for piece in pieces)
        at = [along[step.begin] for step in route.steps]
        marks = marks_along(route, at, along[-1])
        stops = tuple(along[place] for place in route.stops)
        boxes, carried = _boxes(pieces), _carried(marks)
        return cls(route, pieces, starts, boxes, marks, stops, along[-1], carried)

    def spot(self, along: float) -> Spot:
        """Where a place of the way is."""
        piece = self.pieces[self.piece_at(along)]
        share = min(max(along - piece.start, 0.0), piece.length) / (piece.length or 1.0)
        return Spot(
            piece.latitude + share * piece.north / DEGREE,
            (piece.longitude + share * piece.east / piece.degree + 180) % 360 - 180,
        )

    def course(self, along: float) -> float:
        """Where the way goes to at a place, clockwise from north."""
        return self.pieces[self.piece_at(along)].course

    def piece_at(self, along: float) -> int:
        """The number of the piece that a place is in."""
        return max(bisect_right(self.starts, along) - 1, 0)

    def seconds_left(self, along: float) -> float:
        """How long the rest takes, as the router thinks."""
        number = self._mark_at(along)
        here = self.marks[number]
        there = self.marks[min(number + 1, len(self.marks) - 1)]
        share = (along - here.along) / ((there.along - here.along) or inf)
        return here.seconds + share * (there.seconds - here.seconds)

    def carried_left(self, along: float) -> float:
        """For how much of that one is carried."""
        number = self._mark_at(along)
        if self.marks[number].step.manoeuvre not in CARRIED:
            return self.carried[number]
        here = self.marks[number].seconds - self.seconds_left(along)
        return max(self.carried[number] - here, 0.0)

    def _mark_at(self, along: float) -> int:
        return max(bisect_right(self.marks, along, key=_place) - 1, 0)

    def boxes_near(self, spot: Spot, radius: float) -> Iterator[Box]:
        """Where the way may come as near to a spot as that."""
        north = radius / DEGREE
        east = north / max(cos(radians(spot.latitude)), 0.01)
        for box in self.boxes:
            if not box.south - north <= spot.latitude <= box.north + north:
                continue
            if box.west - east <= spot.longitude <= box.east + east or box.east - box.west > 180:
                yield box


def _place(mark: Mark) -> float:
    return mark.along


def _carried(marks: Sequence[Mark]) -> tuple[float, ...]:
    left, found = 0.0, [0.0]
    for here, there in reversed([*pairwise(marks)]):
        if here.step.manoeuvre in CARRIED:
            left += here.seconds - there.seconds
        found.append(left)
    return tuple(reversed(found))


def _measured(line: Sequence[Spot]) -> tuple[list[float], tuple[Piece, ...]]:
    """Metres from the beginning for every spot of a line, and its pieces."""
    along, pieces = [0.0], list[Piece]()
    for here, there in pairwise(line):
        length = geo.metres(here, there)
        parts = max(-int(-length // LONGEST), 1)
        spots = [*(geo.between(here, there, part / parts) for part in range(parts)), there]
        start = along[-1]
        for one, other in pairwise(spots):
            piece = _piece(one, other, start)
            start += piece.length
            if piece.length:
                pieces.append(piece)
        along.append(start)
    return along, tuple(pieces) or (_piece(line[0], line[0], 0.0),)


def _piece(here: Spot, there: Spot, start: float) -> Piece:
    degree = DEGREE * max(cos(radians((here.latitude + there.latitude) / 2)), 1e-6)
    east = ((there.longitude - here.longitude + 180) % 360 - 180) * degree
    north = (there.latitude - here.latitude) * DEGREE
    course = geo.bearing(here, there)
    return Piece(
        *(here.latitude, here.longitude, degree, east, north, hypot(east, north), course, start)
    )


def _boxes(pieces: Sequence[Piece]) -> tuple[Box, ...]:
    found = list[Box]()
    for first in range(0, len(pieces), BOX):
        some = pieces[first : first + BOX]
        ends = [piece.latitude + piece.north / DEGREE for piece in some]
        sides = [piece.longitude + piece.east / piece.degree for piece in some]
        latitudes = [*(piece.latitude for piece in some), *ends]
        longitudes = [*(piece.longitude for piece in some), *sides]
        west, east = min(longitudes), max(longitudes)
        if west < -180 or east > 180:
            west, east = -180, 180
        corners = (min(latitudes), max(latitudes), west, east)
        found.append(Box(*corners, some[0].start, some[-1].start + some[-1].length))
    return tuple(found)
