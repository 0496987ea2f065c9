"""How Valhalla is asked, wherever it runs: first without what is to be avoided, then with some."""

from collections.abc import Awaitable, Callable

from lorgnette.core.errors import NoMap, NoRoute
from lorgnette.core.routes import Route
from lorgnette.engines.router import Trip
from lorgnette.providers.valhalla.request import can_be_strict, route
from lorgnette.providers.valhalla.result import result

Send = Callable[[bytes], Awaitable[bytes]]
"""Gives the answer to a body for `/route`, or raises what `result.trouble` makes of a refusal."""


async def ways(trip: Trip, send: Send) -> list[Route]:
    """The best way and its alternatives. Raises as a `Router`."""
    if can_be_strict(trip):
        try:
            return result(await send(route(trip)), trip)
        except (NoMap, NoRoute):  # perhaps only without what is to be avoided
            pass
    return result(await send(route(trip, strictly=False)), trip)
