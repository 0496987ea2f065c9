"""Follows a way along a track that is known already, in its own time or at full speed."""

from collections.abc import AsyncGenerator, Callable, Iterable, Iterator
from itertools import pairwise
from typing import Final

import anyio
import msgspec

from lorgnette.core.fixes import Fix
from lorgnette.core.guidance import (
    Event,
    Fixed,
    Phase,
    Reckoned,
    State,
    begin,
    step,
)
from lorgnette.core.guidance.journal import Journal
from lorgnette.core.routes import Hindrance, Route
from lorgnette.engines import Router, answered

TICK: Final = 1.5
"""Seconds without a fix after which one goes on as before, as on a real journey."""

GUESSES: Final = 60
"""Of these, in one gap: a track that rested for a night is not reckoned through it."""


class Moment(msgspec.Struct, frozen=True):
    """What happened on the way, and the state after it; `at` in seconds from the first fix."""

    at: float
    event: Event
    state: State


def events(fixes: Iterable[Fix]) -> Iterator[Event]:
    """Every fix; and between two that are far apart in time, that time went by."""
    every = list(fixes)
    for fix, following in pairwise(every):
        yield Fixed(fix)
        gaps = min(int((following.at - fix.at) / TICK), GUESSES)
        for number in range(1, gaps + 1):
            if (at := fix.at + number * TICK) < following.at:
                yield Reckoned(at)
    for fix in every[-1:]:
        yield Fixed(fix)


def at_of(event: Event, state: State) -> float:
    """When an event was."""
    match event:
        case Fixed(fix):
            return fix.at
        case Reckoned(at):
            return at
    return state.at


def replayed(journal: Journal) -> Iterator[Moment]:
    """A journey that was written down, moment by moment."""
    states = journal.states()
    next(states, None)
    origin: float | None = None
    for event, following in zip(journal.events, states, strict=True):
        at = at_of(event, following)
        origin = at if origin is None else origin
        yield Moment(at - origin, event, following)


async def drive(
    route: Route,
    fixes: Iterable[Fix],
    router: Router,
    *,
    avoid: frozenset[Hindrance] = frozenset(),
    speed: float = 0.0,
    asked: Callable[[float], None] = lambda _seconds: None,
) -> AsyncGenerator[Moment]:
    """Be led along a route by the fixes of a track, with new routes where it leaves the old one.

    `speed` is how many seconds of the track pass in one; 0 is as fast as it goes. `asked` is told
    how long each new route took. It ends with the track, or where the goal is reached.
    """
    began, state = anyio.current_time(), begin(route)
    origin: float | None = None
    for event in events(fixes):
        at = at_of(event, state)
        origin = at if origin is None else origin
        if speed:
            await anyio.sleep_until(began + (at - origin) / speed)
        else:
            await anyio.lowlevel.checkpoint()
        before, state = state, step(event, state)
        yield Moment(at - origin, event, state)
        if state.wants is not None and state.wants != before.wants:
            since = anyio.current_time()
            answer = await answered(state.wants, router, avoid)
            asked(anyio.current_time() - since)
            state = step(answer, state)
            yield Moment(at - origin, answer, state)
        if state.phase is Phase.ARRIVED:
            return
