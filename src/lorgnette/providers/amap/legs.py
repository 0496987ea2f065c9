"""Ways from stop to stop as one way: Amap is asked for each of them."""

from collections.abc import Sequence

import msgspec

from lorgnette.core.routes import Hindrance, Manoeuvre, Route, Step


def joined(legs: Sequence[Route]) -> Route:
    """All after another; where one arrives and the next starts is a stop."""
    whole = legs[0]
    for leg in legs[1:]:
        whole = _two(whole, leg)
    return whole


def _two(one: Route, other: Route) -> Route:
    shift = len(one.line) - 1
    if other.line[0] != one.line[-1]:
        shift += 1
    start, *steps = [_moved(step, shift) for step in other.steps]
    arrival = one.steps[-1]
    stop = msgspec.structs.replace(
        start,
        manoeuvre=Manoeuvre.STOP,
        begin=arrival.begin,
        direction=arrival.direction,
        before=arrival.before,
    )
    line = one.line + other.line[1 if shift == len(one.line) - 1 else 0 :]
    has: frozenset[Hindrance] = one.has | other.has
    return msgspec.structs.replace(
        one,
        line=line,
        steps=(*one.steps[:-1], stop, *steps),
        stops=(*one.stops, *(stop + shift for stop in other.stops)),
        has=has,
    )


def _moved(step: Step, by: int) -> Step:
    return msgspec.structs.replace(step, begin=step.begin + by, end=step.end + by)
