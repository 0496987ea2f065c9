"""A scripted router, and the promises of every `Router`."""

from collections.abc import Sequence
from itertools import pairwise

import anyio
import msgspec

from lorgnette.core.errors import NoMap, NoRoute
from lorgnette.core.geo import metres
from lorgnette.core.routes import Manoeuvre, Route
from lorgnette.engines import Router, Trip
from lorgnette.testing.promises import promise

NEAR = 500.0
"""Metres from a stop within which a way must come."""


class ScriptedRouter:
    """A `Router` that gives its answers one after the other, the last one again and again.

    An answer is some routes, or an error that is raised. `asked` are the trips.
    """

    def __init__(self, *answers: Sequence[Route] | Exception) -> None:
        """Without answers there is no map of anything."""
        self._answers = list(answers) or [NoMap("no map")]
        self.asked: list[Trip] = []

    async def routes(self, trip: Trip, /) -> Sequence[Route]:
        """See `Router`."""
        self.asked.append(trip)
        await anyio.lowlevel.checkpoint()
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer[: 1 + trip.others]


async def check_router(
    router: Router, known: Trip, beyond: Trip | None = None, cut_off: Trip | None = None
) -> None:
    """Every promise of a `Router`. Raises AssertionError with the first that is not kept.

    `known` is a trip that it finds ways for, with three stops or more; `beyond` one to where it
    has no map, and `cut_off` one to where no way leads, if there are such.
    """
    for others in (0, 2):
        trip = msgspec.structs.replace(known, others=others)
        found = await router.routes(trip)
        promise(1 <= len(found) <= 1 + others, "there is a way, and no more than were asked for")
        for route in found:
            check_route(route, trip)
    there = msgspec.structs.replace(known, stops=(known.stops[0], known.stops[-1]), others=2)
    lines = [route.line for route in await router.routes(there)]
    promise(len(set(lines)) == len(lines) <= 3, "alternatives differ")
    if beyond is not None:
        await _check_refusal(router, beyond, NoMap, "a place without a map is told as NoMap")
    if cut_off is not None:
        await _check_refusal(router, cut_off, NoRoute, "a place without a way is told as NoRoute")
    with anyio.CancelScope() as scope:
        scope.cancel()
        await router.routes(known)
    promise(bool(await router.routes(known)), "it works after it was left")


def check_route(route: Route, trip: Trip) -> None:
    """Every promise of a `Route` that is the answer to a trip."""
    promise(route.mode is trip.mode, "one travels as one wanted to")
    promise(bool(route.source), "a way says whose map it is from")
    promise(len(route.stops) == len(trip.stops) - 1, "it has every stop")
    promise(list(route.stops) == sorted(route.stops), "the stops come one after the other")
    promise(route.stops[-1] == len(route.line) - 1, "the last stop is where it ends")
    reached = (route.line[0], *(route.line[stop] for stop in route.stops))
    away = [metres(*pair) for pair in zip(trip.stops, reached, strict=True)]
    promise(max(away) <= NEAR, "it leads to the stops")
    _check_steps(route)


def _check_steps(route: Route) -> None:
    first, *_, last = steps = route.steps
    kinds = [step.manoeuvre for step in steps]
    promise(first.manoeuvre is Manoeuvre.START and first.begin == 0, "the first step starts")
    promise(last.manoeuvre is Manoeuvre.ARRIVE and last.length == 0, "the last step arrives")
    promise(kinds.count(Manoeuvre.START) == kinds.count(Manoeuvre.ARRIVE) == 1, "once each")
    stops = [step.begin for step in steps if step.manoeuvre is Manoeuvre.STOP]
    promise(stops == list(route.stops[:-1]), "each stop has its step")
    promise(last.begin == last.end == len(route.line) - 1, "steps lead to the end")
    for step, following in pairwise(steps):
        promise(step.begin <= step.end == following.begin, "steps follow each other")
    ways = [metres(one, other) for one, other in pairwise(route.line)]
    promise(abs(sum(ways) - route.length) <= 0.02 * route.length + 5, "it is as long as its line")
    promise(route.seconds > 0, "it takes its time")


async def _check_refusal(router: Router, trip: Trip, kind: type[Exception], what: str) -> None:
    try:
        await router.routes(trip)
    except kind:
        return
    promise(kept=False, what=what)
