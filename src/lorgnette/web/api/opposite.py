"""`/api/opposite`: what the person opposite is shown, whenever it changes, a JSON object a line.

There is nothing else in it: this page is turned to somebody who is not the wearer.
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


class Turned(Protocol):
    """Knows what is turned to the person opposite."""

    def watch(self, wearer: Wearer, /) -> AsyncGenerator[bytes]:
        """`core.opposite.Opposite` as JSON lines: what is shown now, and then each change.

        Now and then the same comes again. Ends when the hub stops. Raises TooMuch when too many
        watch already.
        """


def routes(turned: Turned) -> list[BaseRoute]:
    """The routes of this subject."""

    async def watch(_request: Request, caller: Caller) -> Response:
        return await Stream.open(turned.watch(caller.wearer), "application/x-ndjson")

    return [Route("/api/opposite", Resource(get=watch))]
