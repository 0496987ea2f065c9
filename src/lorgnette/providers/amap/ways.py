"""What Amap answers, as ways. No I/O.

Its stretches say what is to be done at their end; our steps, what is to be done at their begin.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

import msgspec

from lorgnette.core.driving import keeps_left
from lorgnette.core.errors import EngineFailed, NoRoute
from lorgnette.core.gcj02 import to_wgs84
from lorgnette.core.geo import bearing, metres, turn_between
from lorgnette.core.routes import Direction, Hindrance, Manoeuvre, Mode, Route, Step, turned
from lorgnette.core.types import Spot
from lorgnette.providers import foreign
from lorgnette.providers.amap.actions import LEAVING, WALKS, exit_of, plain, told
from lorgnette.providers.amap.verdict import WHO, checked

SOURCE: Final = "© 高德地图 Amap"

LONGEST_LINE: Final = 100_000
"""Spots of a way."""


class Stretch(msgspec.Struct, frozen=True):
    """One of its steps, understood."""

    line: tuple[Spot, ...]
    street: str
    length: float
    seconds: float
    action: str
    assistant: str
    walk: str
    instruction: str


def ways(body: bytes, mode: Mode, most: int) -> list[Route]:
    """The best way from one stop to the next, and alternatives.

    Raises NoMap and NoRoute as a `Router`, EngineFailed when it answers something else.
    """
    paths = foreign.table(checked(body).get("route")).get("paths")
    if not isinstance(paths, list):
        raise EngineFailed(f"{WHO} answers something else than ways")
    if not paths:
        raise NoRoute(f"{WHO} answers no way")
    return [_route(foreign.table(path), mode) for path in paths[:most]]


def _route(path: Mapping[str, Any], mode: Mode) -> Route:
    said = path.get("steps")
    stretches = [_stretch(foreign.table(row)) for row in said] if isinstance(said, list) else []
    stretches = [each for each in stretches if each.line]
    if not stretches:
        raise EngineFailed(f"{WHO} answers a way without a line")
    line: list[Spot] = [stretches[0].line[0]]
    ends: list[tuple[int, int]] = []
    for stretch in stretches:
        begin = len(line) - 1
        line += [after for before, after in pairwise((line[-1], *stretch.line)) if after != before]
        ends.append((begin, len(line) - 1))
    if len(line) > LONGEST_LINE:
        raise EngineFailed(f"{WHO} answers a way of more than {LONGEST_LINE} spots")
    steps = tuple(_steps(stretches, ends, line))
    return Route(mode, tuple(line), steps, (len(line) - 1,), has=_has(path, steps), source=SOURCE)


def _stretch(row: Mapping[str, Any]) -> Stretch:
    navi, cost = foreign.table(row.get("navi")), foreign.table(row.get("cost"))
    line = _line(row.get("polyline"))
    length = foreign.number(row.get("step_distance"))
    return Stretch(
        line=line,
        street=foreign.name(row.get("road_name")),
        length=length or sum(metres(one, other) for one, other in pairwise(line)),
        seconds=foreign.number(cost.get("duration")),
        action=foreign.name(navi.get("action")),
        assistant=foreign.name(navi.get("assistant_action")),
        walk=foreign.name(navi.get("walk_type")),
        instruction=foreign.name(row.get("instruction")),
    )


def _line(said: Any) -> tuple[Spot, ...]:
    """Spots as they are on earth. What is none of them is left out."""
    pairs = said.split(";")[:LONGEST_LINE] if isinstance(said, str) else ()
    spots = (foreign.spot(*reversed(pair.split(","))) for pair in pairs if pair.count(",") == 1)
    return tuple(to_wgs84(spot) for spot in spots if spot is not None)


def _steps(
    stretches: Sequence[Stretch], ends: Sequence[tuple[int, int]], line: Sequence[Spot]
) -> Iterator[Step]:
    """The steps of a way from stop to stop, the arrival included."""
    step = Step(Manoeuvre.START, 0, 0, after=_after(line, 0), keeps_left=keeps_left(line[0]))
    before: Stretch | None = None
    for stretch, (begin, end) in zip(stretches, ends, strict=True):
        following = _step(before, stretch, begin, line)
        if before is None:
            step = _along(step, stretch, end)
        elif _goes_on(before, stretch, following, step):
            step = _along(_left(step, begin, line) if _leaves(before, step) else step, stretch, end)
        else:
            yield step
            step = _along(following, stretch, end)
        before = stretch
    yield step
    last = len(line) - 1
    left = keeps_left(line[last])
    yield Step(Manoeuvre.ARRIVE, last, last, before=_before(line, last), keeps_left=left)


def _step(before: Stretch | None, stretch: Stretch, begin: int, line: Sequence[Spot]) -> Step:
    """What is to be done between two stretches; the way after it comes later."""
    what, where = told(before.action, before.assistant) if before else (Manoeuvre.START, None)
    if before and before.walk != stretch.walk:
        if stretch.walk in WALKS:
            what = WALKS[stretch.walk]
        elif WALKS.get(before.walk) is Manoeuvre.FERRY:
            what = Manoeuvre.LEAVE_FERRY
    number = 0
    if what is Manoeuvre.ROUNDABOUT and before:
        number = exit_of(before.instruction) or exit_of(stretch.instruction)
    return Step(
        manoeuvre=what,
        begin=begin,
        end=begin,
        direction=where or Direction.STRAIGHT,
        exit=number,
        before=_before(line, begin),
        after=_after(line, begin),
        keeps_left=keeps_left(line[begin]),
    )


def _goes_on(before: Stretch, stretch: Stretch, following: Step, step: Step) -> bool:
    """Whether there is nothing to do: the same street straight on, or out of a roundabout."""
    if _leaves(before, step):
        return True
    same = stretch.street == before.street or not stretch.street
    return same and following.manoeuvre is Manoeuvre.CONTINUE


def _leaves(before: Stretch, step: Step) -> bool:
    return step.manoeuvre is Manoeuvre.ROUNDABOUT and plain(before.action) == LEAVING


def _left(step: Step, begin: int, line: Sequence[Spot]) -> Step:
    """A roundabout, from its way out on: where it leads as a whole is how one turns."""
    after = _after(line, begin)
    direction = turned(turn_between(step.before or 0.0, after or 0.0))
    return msgspec.structs.replace(step, after=after, direction=direction, streets=())


def _along(step: Step, stretch: Stretch, end: int) -> Step:
    """A step with a stretch more of way after it."""
    return msgspec.structs.replace(
        step,
        end=end,
        length=step.length + stretch.length,
        seconds=step.seconds + stretch.seconds,
        streets=step.streets or ((stretch.street,) if stretch.street else ()),
    )


def _before(line: Sequence[Spot], at: int) -> float | None:
    return bearing(line[at - 1], line[at]) if at > 0 else None


def _after(line: Sequence[Spot], at: int) -> float | None:
    return bearing(line[at], line[at + 1]) if at + 1 < len(line) else None


def _has(path: Mapping[str, Any], steps: Sequence[Step]) -> frozenset[Hindrance]:
    done = {step.manoeuvre for step in steps}
    marks = {
        Hindrance.STAIRS: Manoeuvre.STAIRS in done,
        Hindrance.FERRIES: Manoeuvre.FERRY in done,
        Hindrance.TOLLS: foreign.number(foreign.table(path.get("cost")).get("tolls")) > 0,
    }
    return frozenset(hindrance for hindrance, is_there in marks.items() if is_there)
