"""What OSRM answers, as ways. No I/O."""

from itertools import pairwise
from typing import Final

from lorgnette.core import polyline
from lorgnette.core.errors import EngineFailed, NoMap, NoRoute
from lorgnette.core.geo import metres
from lorgnette.core.routes import Hindrance, Mode, Route
from lorgnette.core.types import Spot
from lorgnette.engines.router import Trip
from lorgnette.providers import foreign
from lorgnette.providers.osrm.answer import Answer, Stretch, Verdict, Way
from lorgnette.providers.osrm.request import CLASSES
from lorgnette.providers.osrm.steps import Piece, steps

WHO: Final = "OSRM"
SOURCE: Final = "© OpenStreetMap contributors"

REACH, FAR = 500.0, 2_000.0
"""Metres: it takes the nearest road however far. From here on that leads to the shore only, and
from there on it has no map of that place."""

NOT_PREPARED: Final = frozenset({"InvalidOptions", "InvalidValue", "InvalidQuery", "NoSegment"})
"""How it says that it cannot avoid something, or that no road leads where one moves."""


def code(body: bytes) -> str:
    """The word by which it tells what went wrong; "" for what is no answer of it."""
    try:
        return foreign.decoded(body, Verdict, WHO).code
    except EngineFailed:
        return ""


def result(body: bytes, trip: Trip) -> list[Route]:
    """The best way and its alternatives.

    Raises NoMap and NoRoute as a `Router`, EngineFailed when it answers something else.
    """
    answer = foreign.decoded(body, Answer, WHO)
    if answer.code != "Ok":
        raise _trouble(answer.code)
    for asked, found in zip(trip.stops, answer.waypoints, strict=False):
        there = foreign.spot(found.location[1], found.location[0])
        away = metres(asked, there) if there else FAR
        if away >= FAR:
            raise NoMap(f"{WHO} has no road within {FAR:.0f} m of a stop")
        if away > REACH:
            raise NoRoute(f"{WHO} has no road within {REACH:.0f} m of a stop")
    if not answer.routes:
        raise NoRoute(f"{WHO} answers no way")
    return [_route(way, trip) for way in answer.routes[: 1 + trip.others]]


def _trouble(said: str) -> Exception:
    """The error for a code."""
    if said == "NoRoute":
        return NoRoute(f"{WHO} finds no way")
    if said == "NoSegment":
        return NoMap(f"{WHO} has no road near a stop")
    if said == "TooBig":
        return EngineFailed(f"{WHO} does not answer for so many stops")
    return EngineFailed(f"{WHO} refuses: {foreign.name(said)}")


def _route(way: Way, trip: Trip) -> Route:
    ends = [(leg.steps[0].maneuver.type, leg.steps[-1].maneuver.type) for leg in way.legs]
    if ends != [("depart", "arrive")] * (len(trip.stops) - 1):
        raise EngineFailed(f"{WHO} answers a way that does not lead from stop to stop")
    line: list[Spot] = []
    stops: list[int] = []
    pieces: list[Piece] = []
    for leg in way.legs:
        for stretch in leg.steps:
            begin = _grown(line, stretch)
            pieces.append(Piece(stretch, begin, len(line) - 1))
        stops.append(len(line) - 1)
    return Route(
        mode=trip.mode,
        line=tuple(line),
        steps=steps(pieces),
        stops=tuple(stops),
        has=_has(pieces, trip.mode),
        source=SOURCE,
    )


def _grown(line: list[Spot], stretch: Stretch) -> int:
    """Where the line of a stretch begins in the whole line, which it is added to."""
    try:
        spots = polyline.decode(stretch.geometry, digits=6)
    except ValueError as error:
        raise EngineFailed(f"{WHO} answers a way that cannot be read: {error}") from error
    if not spots:
        raise EngineFailed(f"{WHO} answers a way without a line")
    if not line:
        line.append(spots[0])
    begin = len(line) - 1
    line += [after for before, after in pairwise((line[-1], *spots)) if after != before]
    return begin


def _has(pieces: list[Piece], mode: Mode) -> frozenset[Hindrance]:
    marks = {
        mark
        for piece in pieces
        for crossing in piece.stretch.intersections
        for mark in crossing.classes
    }
    marks |= {"ferry" for piece in pieces if piece.stretch.mode == "ferry"}
    if mode is not Mode.CAR:
        marks -= {"motorway", "toll"}
    return frozenset(hindrance for hindrance, mark in CLASSES.items() if mark in marks)
