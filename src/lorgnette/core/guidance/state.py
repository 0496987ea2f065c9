"""Guidance between two fixes."""

from enum import StrEnum
from typing import Final

import msgspec

from lorgnette.core.fixes import Fix
from lorgnette.core.guidance.marks import Mark
from lorgnette.core.guidance.pace import PACES
from lorgnette.core.guidance.way import Way
from lorgnette.core.routes import Direction, Mode, Step
from lorgnette.core.types import Spot

BELIEVED: Final = 180.0
"""Seconds for which the router's pace counts as if it had been measured."""


class Phase(StrEnum):
    """Where a journey stands."""

    GOING = "going"
    PAUSED = "paused"
    ARRIVED = "arrived"


class Saying(StrEnum):
    """What a prompt is about."""

    START = "start"
    AHEAD = "ahead"
    """Something is to be done, some way ahead."""
    NOW = "now"
    """It is to be done here."""
    CONTINUE = "continue"
    """Nothing is to be done for a while."""
    STOP = "stop"
    """A stop that is not the last is reached."""
    ARRIVED = "arrived"
    OFF = "off"
    """The wearer has left the way, and a new one is looked for."""
    NEW = "new"
    """A new way was found; the prompt after it says how it begins."""


class Prompt(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something to be said, once. `words.prompted` says it in a language.

    `key` is its own in all the journey. `distance` is how far ahead `step` is to be done, or how
    far the way goes on; `then` is what comes so soon after that it is said along. `mark` is the
    number of the mark that it is about: when that is passed, nobody needs to hear it any more.
    Walkers turn round where drivers make a U-turn: that depends on the `mode`.
    """

    key: str
    saying: Saying
    step: Step | None = None
    distance: float = 0.0
    then: Step | None = None
    mark: int = 0
    mode: Mode = Mode.FOOT

    @property
    def side(self) -> int:
        """From where it is heard: −1 left, 1 right, 0 where no side is meant."""
        if self.step is None or self.saying is Saying.CONTINUE:
            return 0
        return sided(self.step.direction)


def sided(direction: Direction) -> int:
    """The side of a direction: −1 left, 1 right, 0 neither."""
    if direction is Direction.STRAIGHT:
        return 0
    return -1 if direction.endswith("left") else 1


class Why(StrEnum):
    """Why a new way is wished for."""

    OFF = "off"
    """The wearer is somewhere else than on the way."""
    SKIP = "skip"
    """A stop was left out."""


class Wish(msgspec.Struct, frozen=True):
    """A new way that guidance would like to have: a router is asked once for each number.

    `stops` begin where the wearer is; `course` is where they move to, so that the way need not
    begin with turning round. It is answered with `rerouted` or `unanswered`.
    """

    number: int
    why: Why
    stops: tuple[Spot, ...]
    mode: Mode
    course: float | None = None


class Motion(msgspec.Struct, frozen=True):
    """How somebody moves, by the fixes that were believed.

    `since` is the fix from which `speed` and `course` are measured when the receiver does not say
    them; `course` is None for who stands. `at` is of the last fix that came at all, and `doubts`
    counts those in a row that were not believed.
    """

    fix: Fix | None = None
    since: Fix | None = None
    at: float | None = None
    speed: float = 0.0
    course: float | None = None
    doubts: int = 0


class Stand(msgspec.Struct, frozen=True):
    """Where somebody is on the way: `along` it, and `beside` it, in metres.

    `mark` is the number of the one that comes next; `entered` that it is so near that it may be
    passed. `farthest` is as far as they ever were, and `sure` where they were at the last fix that
    was on the way, at the time `at`.
    """

    along: float = 0.0
    sure: float = 0.0
    at: float | None = None
    beside: float = 0.0
    mark: int = 1
    entered: bool = False
    farthest: float = 0.0


class Straying(msgspec.Struct, frozen=True):
    """Whether somebody has left the way, and what was done about it.

    `strays` are fixes in a row beyond the limit, `returns` fixes in a row back within it, and
    `elsewhere` those on a part of the way that comes later. `slack` are metres more that are
    allowed until they have been on the way at all; `first` is how far beside the first stray was,
    and `unseen` for how many seconds nobody had been seen before it. `wishes` numbers the wishes,
    the last of them `wished` when; `times` counts new ways in a row that were not followed.
    """

    strays: int = 0
    returns: int = 0
    elsewhere: int = 0
    off: bool = False
    first: float = 0.0
    unseen: float = 0.0
    slack: float | None = None
    wishes: int = 0
    wished: float | None = None
    times: int = 0


class Tempo(msgspec.Struct, frozen=True):
    """How long somebody `took`, and how long the router `thought` it takes, in seconds.

    They were at a place `along` the way `at` a time; since then they may have `stood`.
    """

    took: float = 0.0
    thought: float = 0.0
    at: float | None = None
    along: float = 0.0
    stood: float = 0.0

    @property
    def factor(self) -> float:
        """How many times as long as the router thinks they will take: 0.5 to 2, at first 1."""
        return min(max((self.took + BELIEVED) / (self.thought + BELIEVED), 0.5), 2.0)


class State(msgspec.Struct, frozen=True):
    """Guidance between two fixes.

    `prompts` are those of the last event only: say them, and they never come again. `wants` is a
    new way that is wished for, and stays until it is answered or the wish is over. `told` has, of
    each mark, in which band the nearest prompt about it was; `calmed` are the marks of which was
    said that they are far. `stops` counts the stops of the way that were reached; `skipped` are
    numbers of those left out. `leg` counts the ways of this journey, the first 0. `at` is the time
    of the last event, and `tempo` how fast the wearer gets on.
    """

    way: Way
    phase: Phase = Phase.GOING
    at: float = 0.0
    motion: Motion = Motion()
    stand: Stand = Stand()
    straying: Straying = Straying()
    told: dict[int, int] = {}
    calmed: frozenset[int] = frozenset()
    prompts: tuple[Prompt, ...] = ()
    wants: Wish | None = None
    stops: int = 0
    skipped: frozenset[int] = frozenset()
    leg: int = 0
    tempo: Tempo = Tempo()

    @property
    def next(self) -> Mark:
        """What is to be done next; the goal when that is all."""
        return self.way.marks[self.stand.mark]

    @property
    def distance(self) -> float:
        """Metres to what is to be done next."""
        return max(self.next.along - self.stand.along, 0.0)

    @property
    def left(self) -> float:
        """Metres to the goal."""
        return max(self.way.length - self.stand.along, 0.0)

    @property
    def seconds_left(self) -> float:
        """How long it takes to the goal: as the router thinks, at the wearer's own pace.

        Ferries and lifts have theirs.
        """
        along, factor = self.stand.along, self.tempo.factor
        carried = self.way.carried_left(along)
        return carried + factor * (self.way.seconds_left(along) - carried)

    @property
    def street(self) -> str:
        """The name of the street that the way is in, "" when it has none."""
        streets = self.way.marks[self.stand.mark - 1].step.streets
        return streets[0] if streets else ""

    @property
    def off(self) -> bool:
        """Whether the wearer has left the way."""
        return self.straying.off

    @property
    def reckoned(self) -> float:
        """For how many seconds the place has been a guess: 0 when there is a fix."""
        fix = self.motion.fix
        return 0.0 if fix is None else max(self.at - fix.at, 0.0)

    @property
    def lost(self) -> bool:
        """Whether nobody knows any more where on the way the wearer is."""
        return self.motion.fix is None or self.reckoned > PACES[self.way.route.mode].reckons


def change(state: State, **changes: object) -> State:
    """The state with some fields replaced."""
    return msgspec.structs.replace(state, **changes)
