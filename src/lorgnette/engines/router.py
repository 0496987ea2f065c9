"""Ways from one spot to another."""

from collections.abc import Sequence
from typing import Protocol

import msgspec

from lorgnette.core.errors import EngineFailed, MissingPart, NoMap, NoRoute
from lorgnette.core.guidance import Rerouted, Unanswered, Wish
from lorgnette.core.routes import Hindrance, Mode, Route
from lorgnette.core.types import Spot
from lorgnette.engines.key import Key


class Trip(msgspec.Struct, frozen=True):
    """What is asked of a router: from the first stop by all others to the last, at least two.

    `course` is where one is moving to, clockwise from north, so that nobody is sent back without
    need; None when one stands. What is in `avoid` is left out where there is any other way.
    `others` is how many alternatives are welcome.
    """

    stops: tuple[Spot, ...]
    mode: Mode = Mode.FOOT
    avoid: frozenset[Hindrance] = frozenset()
    course: float | None = None
    others: int = 0


class Router(Protocol):
    """Finds ways. It may be a map on this machine, or a service."""

    async def routes(self, trip: Trip, /) -> Sequence[Route]:
        """The best way and at most `trip.others` alternatives, which differ from it.

        Safe to cancel. Raises NoMap when a stop is where this router knows nothing, NoRoute when
        no way leads there (an island, a park behind a wall), and EngineFailed when it cannot be
        asked just now.
        """


async def answered(
    wish: Wish, router: Router, avoid: frozenset[Hindrance]
) -> Rerouted | Unanswered:
    """What a router says to the wish of guidance for a new way."""
    trip = Trip(wish.stops, wish.mode, avoid, wish.course)
    try:
        [route, *_] = await router.routes(trip)
    except (NoMap, NoRoute, EngineFailed, MissingPart):
        return Unanswered(wish.number)
    return Rerouted(route, wish.number)


ROUTER: Key[Router] = Key("router")
"""Ways on foot, by bicycle and by car."""
