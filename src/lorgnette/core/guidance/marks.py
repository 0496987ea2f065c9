"""Where on a way there is something to do, and where a walker need not hear of it.

Maps draw kerbs, islands and pavements, so that a router sends whoever crosses a street to the
right and eight metres later to the left. Nobody on the pavement sees a turn there. Two turns that
undo each other within a few metres are none; what is left of them is the name of the street, when
it is another one.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from lorgnette.core.geo import bearing, turn_between
from lorgnette.core.routes import Direction, Manoeuvre, Mode, Route, Step
from lorgnette.core.types import Spot

NEAR: Final = 15.0
"""Metres: two turns that are nearer to each other may be one zig-zag."""

BENT: Final = 30.0
"""Degrees: a way that turns less goes straight on, for whoever walks it."""

_PLAIN = frozenset({Manoeuvre.TURN, Manoeuvre.CONTINUE, Manoeuvre.FORK})

ANGLES: Final = {
    Direction.STRAIGHT: 0.0,
    Direction.SLIGHT_LEFT: -45.0,
    Direction.LEFT: -90.0,
    Direction.SHARP_LEFT: -135.0,
    Direction.U_TURN_LEFT: -180.0,
    Direction.SLIGHT_RIGHT: 45.0,
    Direction.RIGHT: 90.0,
    Direction.SHARP_RIGHT: 135.0,
    Direction.U_TURN_RIGHT: 180.0,
}
"""Degrees by which one turns, to the right positive, where nobody has measured."""


class Mark(msgspec.Struct, frozen=True):
    """Something to do, `along` metres from the beginning of the way.

    `angle` is how far one turns there, to the right positive. `seconds` is how long it takes from
    there to the goal.
    """

    along: float
    step: Step
    angle: float
    seconds: float


def marks_along(route: Route, at: Sequence[float], length: float) -> tuple[Mark, ...]:
    """The marks of a route whose steps begin at these places: the goal is always the last."""
    left, marks = route.seconds, list[Mark]()
    for step, along in zip(route.steps, at, strict=True):
        marks.append(Mark(along, step, _angle(route, step), left))
        left -= step.seconds
    if marks[-1].step.manoeuvre is not Manoeuvre.ARRIVE:
        last = len(route.line) - 1
        marks.append(Mark(length, Step(Manoeuvre.ARRIVE, last, last), 0.0, 0.0))
    return tuple(marks if route.mode is Mode.CAR else _straightened(marks))


def _straightened(marks: Sequence[Mark]) -> list[Mark]:
    """The marks without zig-zags."""
    kept = list[Mark]()
    for mark in marks:
        if kept and _undo_each_other(kept[-1], mark):
            kept[-1] = _one(kept[-1], mark)
        else:
            kept.append(mark)
    return [mark for before, mark in zip((None, *kept), kept, strict=False) if _tells(before, mark)]


def _undo_each_other(one: Mark, other: Mark) -> bool:
    plain = one.step.manoeuvre in _PLAIN and other.step.manoeuvre in _PLAIN
    return plain and other.along - one.along < NEAR and abs(one.angle + other.angle) < BENT


def _one(one: Mark, other: Mark) -> Mark:
    """What two marks are together: the way goes on, perhaps with another name."""
    step = msgspec.structs.replace(
        other.step,
        manoeuvre=Manoeuvre.CONTINUE,
        direction=Direction.STRAIGHT,
        begin=one.step.begin,
        length=one.step.length + other.step.length,
        seconds=one.step.seconds + other.step.seconds,
        before=one.step.before,
    )
    return Mark(one.along, step, one.angle + other.angle, one.seconds)


def _tells(before: Mark | None, mark: Mark) -> bool:
    """Whether there is anything to tell: not where a way goes straight on under its name."""
    step = mark.step
    if step.manoeuvre is not Manoeuvre.CONTINUE or step.direction is not Direction.STRAIGHT:
        return True
    name = step.streets[:1]
    return bool(name) and before is not None and name != before.step.streets[:1]


def _angle(route: Route, step: Step) -> float:
    """How far one turns: as the router measured, else by the line, else by what it is called."""
    line = route.line
    before, after = step.before, step.after
    if before is None:
        before = _course(line[step.begin], reversed(line[: step.begin]), back=True)
    if after is None:
        after = _course(line[step.begin], iter(line[step.begin + 1 :]), back=False)
    if before is None or after is None or step.manoeuvre is Manoeuvre.START:
        return ANGLES[step.direction]
    return _on_its_side(turn_between(before, after), step)


def _course(here: Spot, others: Iterable[Spot], *, back: bool) -> float | None:
    for other in others:
        if other != here:
            return bearing(other, here) if back else bearing(here, other)
    return None


def _on_its_side(angle: float, step: Step) -> float:
    """An about-turn on the side that it is driven on, whatever the last degree says."""
    if step.manoeuvre is Manoeuvre.ROUNDABOUT:
        right = step.keeps_left
    elif abs(ANGLES[step.direction]) == 180:
        right = ANGLES[step.direction] > 0
    else:
        return angle
    if abs(angle) < 170:
        return angle
    return abs(angle) if right else -abs(angle)
