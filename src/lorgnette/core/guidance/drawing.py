"""A way as a map card shows it: the whole of it, or what is around somebody who is on it."""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from lorgnette.core.cards import POINTS, Map, Point
from lorgnette.core.geo import metres, moved, turn_between
from lorgnette.core.guidance.distances import distance_shown
from lorgnette.core.guidance.phrases import table
from lorgnette.core.guidance.state import State
from lorgnette.core.guidance.way import Way
from lorgnette.core.routes import Mode, Route
from lorgnette.core.sketch import Plane, clipped, round_length, simplified
from lorgnette.core.types import Language, Spot

REACH: Final = {Mode.FOOT: 100, Mode.BICYCLE: 200, Mode.CAR: 300}
"""Metres that are seen up and down; twice and four times that where the next turn is far."""

NARROW: Final = 0.75
"""How much of that is seen to the left and right."""

FORWARD: Final = 0.4
"""How far below the middle the wearer is when their heading is up, as a part of the reach."""

FINE: Final = 150
"""Parts of a picture's half that a line may be wrong by: less than its thickness."""

MOVED, TURNED = 0.04, 8.0
"""Parts of the reach and degrees by which another picture is worth being drawn."""

ASKEW, LATE = 50.0, 120.0
"""Degrees between the course of somebody on the way and the way itself that are not believed: of a
receiver's course, and of one measured between fixes, which is some seconds behind at a turn."""

LEAST: Final = 40.0
"""Metres: nothing smaller fills a picture."""


class Aim(msgspec.Struct, frozen=True):
    """Where a map looks: around `here`, with the bearing `up` up, `reach` metres far.

    `course` is where the wearer moves to, None when they stand; `accuracy` how far they may be
    from here. `ahead` says that their heading is up and they see more of what is before them.
    `leg` is the number of the way in the journey, and `off` that they have left it.
    """

    here: Spot
    up: float
    reach: int
    course: float | None
    accuracy: float
    ahead: bool
    leg: int
    off: bool

    @classmethod
    def of(cls, state: State, *, heading_up: bool) -> "Aim | None":
        """The one for a state; None while nobody knows where the wearer is."""
        fix, along = state.motion.fix, state.stand.along
        if fix is None or state.lost:
            return None
        course, street = state.motion.course, state.way.course(along)
        doubted = LATE if fix.course is None else ASKEW
        if not state.off and course is not None and abs(turn_between(course, street)) < doubted:
            course = street
        heading = street if course is None else course
        return cls(
            here=fix.spot if state.off else state.way.spot(along),
            up=heading if heading_up else 0.0,
            reach=_reach(state),
            course=course,
            accuracy=fix.accuracy,
            ahead=heading_up,
            leg=state.leg,
            off=state.off,
        )

    @property
    def middle(self) -> Spot:
        """What is in the middle of the picture."""
        return moved(self.here, self.up, self.reach * FORWARD) if self.ahead else self.here

    def like(self, other: "Aim") -> bool:
        """Whether another one would hardly make another picture."""
        if _kind(self) != _kind(other):
            return False
        turns = [turn_between(self.up, other.up)]
        if self.course is not None and other.course is not None:
            turns.append(turn_between(self.course, other.course))
        near = metres(self.here, other.here) < self.reach * MOVED
        return near and max(map(abs, turns)) < TURNED


def overview(route: Route, language: Language) -> Map:
    """A whole way with north up: the line, where it begins, its stops and its goal. No words."""
    first, latitudes = route.line[0], [spot.latitude for spot in route.line]
    plane = Plane(Spot((min(latitudes) + max(latitudes)) / 2, first.longitude))
    line = [plane.point(spot) for spot in route.line]
    xs, ys = zip(*line, strict=True)
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    line = [(east - x, north - y) for east, north in line]
    wide, high = (max(max(side) - min(side), LEAST) / 2 for side in (xs, ys))
    stops = [_rounded(line[place]) for place in route.stops]
    scale = _scale(max(wide, high))
    return Map(
        ahead=(tuple(map(_rounded, simplified(line, max(wide, high) / FINE, POINTS))),),
        here=_rounded(line[0]),
        stops=tuple(stops[:-1]),
        goal=stops[-1],
        wide=round(wide),
        high=round(high),
        scale=scale,
        scale_label=distance_shown(scale, language),
    )


def around(state: State, aim: Aim, language: Language) -> Map:
    """The way around somebody who is on it. No words."""
    way, along, plane = state.way, state.stand.along, Plane(aim.middle)
    stops = [_rounded(plane.point(way.spot(place))) for place in way.stops]
    scale = _scale(aim.reach)
    return Map(
        gone=_lines(way, plane, aim, (0.0, along)),
        ahead=_lines(way, plane, aim, (along, way.length)),
        here=_rounded(plane.point(aim.here)),
        accuracy=round(aim.accuracy),
        course=None if aim.course is None else round(aim.course, 1),
        stops=tuple(stops[state.stops : -1]),
        goal=stops[-1],
        wide=round(aim.reach * NARROW),
        high=aim.reach,
        up=round(aim.up, 1),
        north=table().lens["north"].form(language) if aim.ahead else "",
        scale=scale,
        scale_label=distance_shown(scale, language),
    )


def _reach(state: State) -> int:
    """As far as one needs to see: with the next turn in it, unless that is very far."""
    least = REACH[state.way.route.mode]
    return next((reach for reach in (least, 2 * least) if state.distance < reach), 4 * least)


def _kind(aim: Aim) -> tuple[object, ...]:
    return aim.reach, aim.course is None, aim.ahead, aim.leg, aim.off


def _lines(
    way: Way, plane: Plane, aim: Aim, part: tuple[float, float]
) -> tuple[tuple[Point, ...], ...]:
    """The pieces of a part of the way that can be seen, whichever side is up."""
    seen, fine = 2.0 * aim.reach, aim.reach / FINE
    pieces = [
        piece
        for spots in _stretches(way, plane.middle, seen * 1.5, part)
        for piece in clipped([plane.point(spot) for spot in spots], seen, seen)
    ]
    most = max(POINTS // max(len(pieces), 1), 2)
    return tuple(tuple(map(_rounded, simplified(piece, fine, most))) for piece in pieces)


def _stretches(
    way: Way, middle: Spot, radius: float, part: tuple[float, float]
) -> Iterator[Sequence[Spot]]:
    """The spots of the way between two places of it where it may come so near to a spot."""
    begin, end = part
    stretches = list[tuple[float, float]]()
    for box in way.boxes_near(middle, radius):
        start = stretches.pop()[0] if stretches and stretches[-1][1] == box.start else box.start
        stretches.append((start, box.end))
    for start, stop in stretches:
        first, last = max(start, begin), min(stop, end)
        if first < last:
            numbers = range(way.piece_at(first) + 1, way.piece_at(last) + 1)
            between = (way.starts[number] for number in numbers)
            inner = [way.spot(place) for place in between if place < last]
            yield [way.spot(first), *inner, way.spot(last)]


def _scale(reach: float) -> int:
    return round_length(reach * 0.8)


def _rounded(point: tuple[float, float]) -> Point:
    return round(point[0]), round(point[1])
