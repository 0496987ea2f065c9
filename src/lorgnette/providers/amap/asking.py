"""How Amap is asked: a few questions a second, and what is too much it says in its answers."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

import anyio
import anyio.to_thread

from lorgnette.providers.amap.settings import AmapSettings
from lorgnette.providers.amap.verdict import TooMuchAsked
from lorgnette.providers.http import Request
from lorgnette.providers.polite import Limit
from lorgnette.providers.services import Service

if TYPE_CHECKING:
    import httpx

QUESTIONS, WITHIN = 3, 1.0
"""Questions in so many seconds that a key of a person has."""

LARGE: Final = 64_000
"""Bytes of an answer that takes longer to understand than captions can wait."""

T = TypeVar("T")


class Amap:
    """The service, for one half of its answers."""

    def __init__(
        self, settings: AmapSettings, transport: "httpx.AsyncBaseTransport | None" = None
    ) -> None:
        self._service = Service(settings, Limit(QUESTIONS, WITHIN), transport)

    async def asked(self, request: Request, understood: Callable[[bytes], T]) -> T:
        """What is understood of its answer; when it was asked too much, it is left alone.

        A way across a country has ten thousand spots to convert: the hub goes on meanwhile.
        """
        body = await self._service.fetch(request)
        try:
            if len(body) < LARGE:
                return understood(body)
            return await anyio.to_thread.run_sync(understood, body)
        except TooMuchAsked as error:
            self._service.let_rest(error.rest)
            raise

    async def aclose(self) -> None:
        """Hang up."""
        await self._service.aclose()
