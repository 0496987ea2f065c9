"""A journey written down as JSON lines: what it is, its way, and every event as it came.

Guidance is a pure function, so a journal that is played again gives the very same prompts.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Literal, TypeVar

import msgspec

from lorgnette.core.fixes import Fix
from lorgnette.core.gpx import Track, TrackPoint
from lorgnette.core.guidance.events import Event, Fixed, replay
from lorgnette.core.guidance.rules import begin
from lorgnette.core.guidance.state import State
from lorgnette.core.routes import Mode, Route
from lorgnette.core.types import ENGLISH, Language

T = TypeVar("T")


class Head(msgspec.Struct, frozen=True, omit_defaults=True):
    """The first line. `goals` are the names of the stops, the goal last; `began` has a zone."""

    journey: Literal[1]
    began: datetime
    goals: tuple[str, ...] = ()
    mode: Mode = Mode.FOOT
    language: Language = ENGLISH
    wearer: str = ""

    @property
    def goal(self) -> str:
        """The name of where it leads, "" when it has none."""
        return self.goals[-1] if self.goals else ""


class Beginning(msgspec.Struct, frozen=True, tag="begun"):
    """The second line: the way that was followed first, from which second of the clock on."""

    at: float
    route: Route


class Journal(msgspec.Struct, frozen=True):
    """A journey that was written down. One that never had a way has no beginning."""

    head: Head
    beginning: Beginning | None = None
    events: tuple[Event, ...] = ()

    def states(self) -> Iterator[State]:
        """The state at the beginning, and after each event: prompts are in them, each once."""
        if self.beginning is None:
            return
        first = begin(self.beginning.route, self.beginning.at)
        yield first
        yield from replay(first, self.events)

    def fixes(self) -> Iterator[Fix]:
        """Where the wearer was."""
        return (event.fix for event in self.events if isinstance(event, Fixed))

    def track(self) -> Track:
        """The same as a track: the times are those of the calendar."""
        origin = self.beginning.at if self.beginning is not None else 0.0
        zero = self.head.began.timestamp() - origin
        points = tuple(TrackPoint(fix.spot, round(zero + fix.at, 3)) for fix in self.fixes())
        return Track(points, self.head.goal)


Line = Head | Beginning | Event


def line_of(line: Line) -> bytes:
    """A line of a journal, with its end."""
    return msgspec.json.encode(line) + b"\n"


def head_of(line: bytes) -> Head:
    """The first line of a journal. Raises ValueError."""
    try:
        return _HEAD.decode(line)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ValueError(f"line 1: not the journal of a journey: {error}") from error


def read(lines: Iterable[bytes]) -> Journal:
    """A journal. A last line that was cut off, as by a kill, is left out.

    Raises ValueError that names the line at which it stops being one.
    """
    rest = iter(lines)
    head = head_of(next(rest, b""))
    beginning = _decoded(_BEGINNING, 2, next(rest, b""))
    if beginning is not None:
        _followed(beginning)
    events = (_decoded(_EVENT, number, line) for number, line in enumerate(rest, 3))
    return Journal(head, beginning, tuple(event for event in events if event is not None))


def _followed(beginning: Beginning) -> None:
    """Raises ValueError when its steps do not fit its line."""
    try:
        begin(beginning.route, beginning.at)
    except ValueError as error:
        raise ValueError(f"line 2: {error}") from error


def _decoded(decoder: msgspec.json.Decoder[T], number: int, line: bytes) -> T | None:
    """What a line says; None for one that was cut off. Raises ValueError."""
    try:
        return decoder.decode(line)
    except (msgspec.DecodeError, RecursionError) as error:
        if line.endswith(b"\n"):
            raise ValueError(f"line {number}: {error}") from error
        return None


_HEAD = msgspec.json.Decoder(Head)
_BEGINNING = msgspec.json.Decoder(Beginning)
_EVENT: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)
