"""`/api/timeline`: what happens in the wearer's sessions, from now on, a JSON object a line.

Besides what happens there are lines about the timeline itself: `watching` comes first, `quiet` when
nothing happened for a while, and `lost` with the number of `moments` a slow reader has missed.
"""

from collections.abc import AsyncGenerator
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.web.api.resource import Resource
from lorgnette.web.api.stream import Stream


class Timeline(Protocol):
    """Tells what happens."""

    def watch(self, wearer: Wearer, /) -> AsyncGenerator[bytes]:
        """Lines as they come, until the hub stops. Raises TooMuch when too many watch already."""


def routes(timeline: Timeline) -> list[BaseRoute]:
    """The routes of this subject."""

    async def watch(_request: Request, caller: Caller) -> Response:
        return await Stream.open(timeline.watch(caller.wearer), "application/x-ndjson")

    return [Route("/api/timeline", Resource(get=watch))]
