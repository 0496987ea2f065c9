"""What Valhalla answers, as ways. No I/O."""

from itertools import pairwise
from typing import Final

from lorgnette.core import polyline
from lorgnette.core.driving import country_keeps_left, keeps_left
from lorgnette.core.errors import EngineFailed, LorgnetteError, NoMap, NoRoute
from lorgnette.core.geo import metres
from lorgnette.core.routes import Hindrance, Manoeuvre, Mode, Route, Step
from lorgnette.core.types import Spot
from lorgnette.engines.router import Trip
from lorgnette.providers import foreign
from lorgnette.providers.valhalla.answer import Answer, Found, Leg, Trouble
from lorgnette.providers.valhalla.steps import Piece, steps

WHO: Final = "Valhalla"
SOURCE: Final = "© OpenStreetMap contributors"

REACH: Final = 500.0
"""Metres: a road farther than this from a stop does not lead there, but to the shore."""

NO_MAP: Final = 171
NO_ROUTE: Final = frozenset({154, 170, 172, 440, 441, 442, 443})
"""Too far, two regions that nothing connects, no path."""

NO_HEIGHT: Final = -500.0
"""What it says where it knows no height."""

NOISE: Final = 3.0
"""Metres that one must go up or down before it counts."""


def result(body: bytes, trip: Trip) -> list[Route]:
    """The best way and its alternatives.

    Raises NoRoute when it ends where no road leads on to a stop, EngineFailed when it answers
    something else.
    """
    answer = foreign.decoded(body, Answer, WHO)
    ways = (answer.trip, *(other.trip for other in answer.alternates))
    best, *others = [_route(way, trip) for way in ways[: 1 + trip.others]]
    _check_reach(best, trip)
    return [best, *others]


def trouble(body: bytes) -> LorgnetteError:
    """The error that is told in an answer that is a refusal."""
    try:
        said = foreign.decoded(body, Trouble, WHO)
    except EngineFailed as error:
        return error
    if said.error_code == NO_MAP:
        return NoMap(f"{WHO} has no road near a stop")
    if said.error_code in NO_ROUTE:
        return NoRoute(f"{WHO} finds no way")
    return EngineFailed(f"{WHO} refuses ({said.error_code}): {foreign.name(said.error)}")


def _check_reach(route: Route, trip: Trip) -> None:
    found = (route.line[0], *(route.line[stop] for stop in route.stops))
    for asked, reached in zip(trip.stops, found, strict=True):
        if metres(asked, reached) > REACH:
            raise NoRoute(f"{WHO} has no road within {REACH:.0f} m of a stop")


def _route(way: Found, trip: Trip) -> Route:
    if len(way.legs) != len(trip.stops) - 1:
        raise EngineFailed(f"{WHO} answers a way that does not lead from stop to stop")
    line: list[Spot] = []
    stops: list[int] = []
    pieces: list[Piece] = []
    for leg in way.legs:
        offset = _grown(line, leg)
        left = _keeps_left(leg, line[offset])
        pieces += (Piece(maneuver, offset, left) for maneuver in leg.maneuvers)
        stops.append(len(line) - 1)
    made = steps(pieces)
    _check_steps(made, len(line))
    heights = [height for leg in way.legs for height in leg.elevation]
    climb, descent = _climb(heights)
    return Route(
        mode=trip.mode,
        line=tuple(line),
        steps=made,
        stops=tuple(stops),
        climb=climb,
        descent=descent,
        has=_has(way, made, trip.mode),
        source=SOURCE,
    )


def _grown(line: list[Spot], leg: Leg) -> int:
    """Where the line of a leg begins in the whole line, which it is added to."""
    try:
        spots = polyline.decode(leg.shape, digits=6)
    except ValueError as error:
        raise EngineFailed(f"{WHO} answers a way that cannot be read: {error}") from error
    if not spots or not leg.maneuvers:
        raise EngineFailed(f"{WHO} answers a way without a line")
    if not line:
        line += spots
        return 0
    if metres(line[-1], spots[0]) > REACH:
        raise EngineFailed(f"{WHO} answers a way with a gap")
    line += spots[1:]
    return len(line) - len(spots)


def _keeps_left(leg: Leg, begin: Spot) -> bool:
    """The side of the countries of a leg; of where it begins, when they differ or nobody knows."""
    countries = {foreign.country(admin.country_code) for admin in leg.summary.admins} - {""}
    sides = {country_keeps_left(country) for country in countries}
    return sides.pop() if len(sides) == 1 else keeps_left(begin)


def _check_steps(made: tuple[Step, ...], spots: int) -> None:
    """Raise EngineFailed unless the steps follow each other along the whole line."""
    follow = all(step.end == after.begin for step, after in pairwise(made))
    forth = all(step.begin <= step.end for step in made)
    whole = made[0].begin == 0 and made[-1].end == spots - 1
    ends = made[0].manoeuvre is Manoeuvre.START and made[-1].manoeuvre is Manoeuvre.ARRIVE
    if not (follow and forth and whole and ends):
        raise EngineFailed(f"{WHO} answers steps that do not lead along the way")


def _has(way: Found, made: tuple[Step, ...], mode: Mode) -> frozenset[Hindrance]:
    """What there is on the way that one may want to avoid.

    It takes every footpath whose surface nobody wrote down for unpaved, so on foot that says
    nothing; and who walks pays no toll.
    """
    maneuvers = [maneuver for leg in way.legs for maneuver in leg.maneuvers]
    drives = mode is Mode.CAR
    told = {
        Hindrance.STAIRS: any(step.manoeuvre is Manoeuvre.STAIRS for step in made),
        Hindrance.FERRIES: any(each.ferry for each in maneuvers),
        Hindrance.TOLLS: drives and any(leg.summary.has_toll for leg in way.legs),
        Hindrance.MOTORWAYS: drives and any(leg.summary.has_highway for leg in way.legs),
        Hindrance.UNPAVED: mode is not Mode.FOOT and any(each.rough for each in maneuvers),
    }
    return frozenset(hindrance for hindrance, there in told.items() if there)


def _climb(heights: list[float]) -> tuple[float | None, float | None]:
    """Metres up and down; nothing when a height is missing. Small steps are noise."""
    if not heights or min(heights) <= NO_HEIGHT + 1:
        return None, None
    up = down = 0.0
    last = heights[0]
    for height in heights:
        if abs(height - last) >= NOISE:
            up, down = up + max(0.0, height - last), down + max(0.0, last - height)
            last = height
    return up, down
