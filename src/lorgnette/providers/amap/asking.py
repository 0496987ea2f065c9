"""How Amap is asked: a few questions a second, and what is too much it says in its answers."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from lorgnette.providers.amap.settings import AmapSettings
from lorgnette.providers.amap.verdict import TooMuchAsked
from lorgnette.providers.http import Request
from lorgnette.providers.polite import Limit
from lorgnette.providers.services import Service

if TYPE_CHECKING:
    import httpx

QUESTIONS, WITHIN = 3, 1.0
"""Questions in so many seconds that a key of a person has."""

T = TypeVar("T")


class Amap:
    """The service, for one half of its answers."""

    def __init__(
        self, settings: AmapSettings, transport: "httpx.AsyncBaseTransport | None" = None
    ) -> None:
        self._service = Service(settings, Limit(QUESTIONS, WITHIN), transport)

    async def asked(self, request: Request, understood: Callable[[bytes], T]) -> T:
        """What is understood of its answer; when it was asked too much, it is left alone."""
        try:
            return understood(await self._service.fetch(request))
        except TooMuchAsked as error:
            self._service.let_rest(error.rest)
            raise

    async def aclose(self) -> None:
        """Hang up."""
        await self._service.aclose()
