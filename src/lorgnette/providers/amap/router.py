"""Amap as a router: the requests, the sender and the answers put together."""

from collections.abc import Sequence
from itertools import pairwise

from lorgnette.core.errors import NoMap
from lorgnette.core.gcj02 import in_china
from lorgnette.core.routes import Route
from lorgnette.engines.router import Trip
from lorgnette.providers.amap import request
from lorgnette.providers.amap.asking import Amap
from lorgnette.providers.amap.legs import joined
from lorgnette.providers.amap.ways import ways


class AmapRouter(Amap):
    """A `Router` for China, with traffic. It avoids motorways, tolls and ferries, by car only."""

    async def routes(self, trip: Trip, /) -> Sequence[Route]:
        """See `Router`. Alternatives there are only between two stops."""
        if not all(map(in_china, trip.stops)):
            raise NoMap("Amap has maps of China")
        most = 1 + trip.others if len(trip.stops) == 2 else 1
        legs = [
            await self.asked(
                request.way(self._settings, trip, start, goal),
                lambda body: ways(body, trip.mode, most),
            )
            for start, goal in pairwise(trip.stops)
        ]
        return legs[0] if len(legs) == 1 else [joined([leg[0] for leg in legs])]
