"""Routes made by hand, for tests that need no router and no map."""

from itertools import pairwise
from typing import Self

from msgspec.structs import replace

from lorgnette.core.geo import metres, moved
from lorgnette.core.guidance.marks import ANGLES
from lorgnette.core.routes import Direction, Manoeuvre, Mode, Route, Step
from lorgnette.core.types import Spot

START = Spot(48.2, 16.37)

SPEEDS = {Mode.FOOT: 1.4, Mode.BICYCLE: 4.5, Mode.CAR: 12.0}
"""Metres a second, for how long a way takes."""


class Draft:
    """A route that is being drawn: `Draft().go(200).turn(Direction.LEFT).go(90).arrive()`.

    It begins at `start` towards `heading`. Every manoeuvre begins a step; `go` draws its way.
    """

    def __init__(
        self,
        mode: Mode = Mode.FOOT,
        start: Spot = START,
        heading: float = 0.0,
        street: str = "",
        *,
        keeps_left: bool = False,
    ) -> None:
        self.mode = mode
        self.line = [start]
        self.heading = heading
        self._keeps_left = keeps_left
        self._stops = list[int]()
        streets = (street,) if street else ()
        self._steps = [Step(Manoeuvre.START, 0, 0, streets=streets, after=heading)]

    def go(self, length: float, every: float = 50.0) -> Self:
        """Straight on for so many metres, with a spot of the line now and then."""
        parts = max(round(length / every), 1)
        for _ in range(parts):
            self.line.append(moved(self.line[-1], self.heading, length / parts))
        return self

    def bend(self, degrees: float) -> Self:
        """Let the way turn by itself: nobody has to be told."""
        self.heading = (self.heading + degrees) % 360
        return self

    def do(
        self,
        manoeuvre: Manoeuvre,
        direction: Direction = Direction.STRAIGHT,
        street: str = "",
        leave: int = 0,
    ) -> Self:
        """Begin a step; the heading changes as its direction says. `leave`: by which exit."""
        before = self.heading
        if manoeuvre not in (Manoeuvre.STOP, Manoeuvre.ARRIVE):
            self.bend(ANGLES[direction])
        here = len(self.line) - 1
        streets = (street,) if street else ()
        step = Step(
            manoeuvre,
            here,
            here,
            direction,
            streets=streets,
            exit=leave,
            before=before,
            after=self.heading,
            keeps_left=self._keeps_left,
        )
        self._steps.append(step)
        return self

    def turn(self, direction: Direction, street: str = "") -> Self:
        """Turn at a crossing."""
        return self.do(Manoeuvre.TURN, direction, street)

    def stop(self, side: Direction = Direction.STRAIGHT) -> Self:
        """A stop that is not the last."""
        self._stops.append(len(self.line) - 1)
        streets = self._steps[-1].streets
        return self.do(Manoeuvre.STOP, side, streets[0] if streets else "")

    def arrive(self, side: Direction = Direction.STRAIGHT) -> Route:
        """The goal, and with it the route."""
        self.do(Manoeuvre.ARRIVE, side)
        last = len(self.line) - 1
        ends = [step.begin for step in self._steps[1:]] + [last]
        steps = tuple(
            self._measured(step, end) for step, end in zip(self._steps, ends, strict=True)
        )
        return Route(self.mode, tuple(self.line), steps, (*self._stops, last))

    def _measured(self, step: Step, end: int) -> Step:
        spots = self.line[step.begin : end + 1]
        length = sum(metres(one, other) for one, other in pairwise(spots))
        return replace(step, end=end, length=length, seconds=length / SPEEDS[self.mode])
