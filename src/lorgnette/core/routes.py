"""Ways from one spot to another: what a router finds, guidance follows and a card shows."""

from enum import StrEnum

import msgspec

from lorgnette.core.types import Spot


class Mode(StrEnum):
    """How one travels."""

    FOOT = "foot"
    BICYCLE = "bicycle"
    CAR = "car"


class Hindrance(StrEnum):
    """What a wearer may want to avoid."""

    STAIRS = "stairs"
    TOLLS = "tolls"
    FERRIES = "ferries"
    UNPAVED = "unpaved"
    MOTORWAYS = "motorways"


class Direction(StrEnum):
    """Which way one turns, seen from the way one came."""

    STRAIGHT = "straight"
    SLIGHT_LEFT = "slight-left"
    LEFT = "left"
    SHARP_LEFT = "sharp-left"
    U_TURN_LEFT = "u-turn-left"
    SLIGHT_RIGHT = "slight-right"
    RIGHT = "right"
    SHARP_RIGHT = "sharp-right"
    U_TURN_RIGHT = "u-turn-right"


def turned(degrees: float) -> Direction:
    """The direction of a turn: right is positive, as `geo.turn_between` has it."""
    size = abs(degrees)
    if size < 30:
        return Direction.STRAIGHT
    side = "right" if degrees > 0 else "left"
    kind = "slight-" if size < 60 else "" if size < 130 else "sharp-" if size < 165 else "u-turn-"
    return Direction(kind + side)


class Manoeuvre(StrEnum):
    """What there is to do at the beginning of a step."""

    START = "start"
    TURN = "turn"
    CONTINUE = "continue"
    """The way has another name from here, or goes on where one might doubt it."""
    FORK = "fork"
    RAMP = "ramp"
    EXIT = "exit"
    MERGE = "merge"
    ROUNDABOUT = "roundabout"
    """Enter it, go round and leave it: one manoeuvre, whatever the router makes of it."""
    FERRY = "ferry"
    LEAVE_FERRY = "leave-ferry"
    STAIRS = "stairs"
    LIFT = "lift"
    ESCALATOR = "escalator"
    ENTER_BUILDING = "enter-building"
    LEAVE_BUILDING = "leave-building"
    STOP = "stop"
    """A stop that is not the last; the way goes on with the same step."""
    ARRIVE = "arrive"


class Step(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing to do, and the way after it until the next.

    `begin` and `end` are places in the route's line: where it is done and where its way ends.
    `length` (metres) and `seconds` are of that way; an arrival has none. `streets` are the names
    of the way after it, the first the best; `towards` what signs say there. `direction` is, for
    an arrival or a stop, the side on which the goal lies: left, right, or straight for ahead.
    `exit` counts the exits of a roundabout from 1, or is 0. `before` and `after` are bearings.
    """

    manoeuvre: Manoeuvre
    begin: int
    end: int
    direction: Direction = Direction.STRAIGHT
    length: float = 0.0
    seconds: float = 0.0
    streets: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    exit: int = 0
    before: float | None = None
    after: float | None = None
    keeps_left: bool = False
    """Whether one drives on the left there."""


class Route(msgspec.Struct, frozen=True, omit_defaults=True):
    """A way. Its steps follow each other along the line: the first starts, the last arrives.

    `stops` are the places in the line of every stop, the goal last. `climb` and `descent` are
    metres, None when nobody knows the heights. `has` is what it has of what can be avoided.
    `source` names whose map it is from, as it must be shown.
    """

    mode: Mode
    line: tuple[Spot, ...]
    steps: tuple[Step, ...]
    stops: tuple[int, ...]
    climb: float | None = None
    descent: float | None = None
    has: frozenset[Hindrance] = frozenset()
    source: str = ""

    @property
    def length(self) -> float:
        """Metres, all steps together."""
        return sum(step.length for step in self.steps)

    @property
    def seconds(self) -> float:
        """How long it takes."""
        return sum(step.seconds for step in self.steps)
