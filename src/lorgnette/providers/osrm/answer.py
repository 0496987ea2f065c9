"""The shape of what OSRM answers, as its `docs/http.md` has it; what is not needed is left out."""

from typing import Annotated

import msgspec

Amount = Annotated[float, msgspec.Meta(ge=0)]


class Turn(msgspec.Struct, frozen=True):
    """A «StepManeuver»."""

    type: str = "turn"
    modifier: str = ""
    exit: Annotated[int, msgspec.Meta(ge=0, le=99)] = 0
    bearing_before: float = 0.0
    bearing_after: float = 0.0


class Crossing(msgspec.Struct, frozen=True):
    """An «Intersection»: what the road after it is marked with."""

    classes: tuple[str, ...] = ()


class Stretch(msgspec.Struct, frozen=True):
    """A «RouteStep»."""

    geometry: str
    maneuver: Turn
    distance: Amount = 0.0
    duration: Amount = 0.0
    name: str = ""
    ref: str = ""
    destinations: str = ""
    mode: str = ""
    driving_side: str = "right"
    intersections: tuple[Crossing, ...] = ()


class Leg(msgspec.Struct, frozen=True):
    """A «RouteLeg»: from one stop to the next."""

    steps: Annotated[tuple[Stretch, ...], msgspec.Meta(min_length=2)]


class Way(msgspec.Struct, frozen=True):
    """A «Route»."""

    legs: tuple[Leg, ...]


class Waypoint(msgspec.Struct, frozen=True):
    """Where a stop was put on a road: longitude first."""

    location: tuple[float, float]


class Verdict(msgspec.Struct, frozen=True):
    """How it went: `code` is `Ok`, or what went wrong."""

    code: str


class Answer(Verdict, frozen=True):
    """All of it."""

    routes: tuple[Way, ...] = ()
    waypoints: tuple[Waypoint, ...] = ()
