"""OSRM as a router: the request, the sender and the answer put together."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from lorgnette.core.routes import Route
from lorgnette.engines.router import Trip
from lorgnette.providers.http import Refused, Request
from lorgnette.providers.osrm.request import has_wishes, request
from lorgnette.providers.osrm.result import NOT_PREPARED, code, result
from lorgnette.providers.osrm.settings import OSRMSettings
from lorgnette.providers.polite import Limit
from lorgnette.providers.services import Service, settings_from, with_contact

if TYPE_CHECKING:
    import httpx

QUESTIONS, WITHIN = 1, 1.0
"""Questions in so many seconds that the public servers allow."""

NAME: Final = "osrm"


class OSRM:
    """A `Router` on maps of OpenStreetMap (ODbL). It knows no stairs, surfaces and heights."""

    def __init__(
        self, tables: Mapping[str, Any], transport: "httpx.AsyncBaseTransport | None" = None
    ) -> None:
        """`tables`: the configuration; `transport` replaces the network in tests.

        Raises MissingPart without a contact, ConfigurationError when a setting is wrong.
        """
        self._settings = with_contact(settings_from(OSRMSettings, tables, NAME), NAME)
        self._service = Service(self._settings, Limit(QUESTIONS, WITHIN), transport)

    @classmethod
    def leaves_the_hub(cls, tables: Mapping[str, Any]) -> bool:
        """Whether another machine would learn where the wearer goes."""
        return not settings_from(OSRMSettings, tables, NAME).is_here

    async def aclose(self) -> None:
        """Hang up."""
        await self._service.aclose()

    async def routes(self, trip: Trip, /) -> Sequence[Route]:
        """See `Router`. What a server cannot avoid is not avoided."""
        said = await self._said(request(self._settings, trip))
        if has_wishes(trip) and code(said) in NOT_PREPARED:
            said = await self._said(request(self._settings, trip, wishes=False))
        return result(said, trip)

    async def _said(self, asked: Request) -> bytes:
        """Its answer, which may be the reason for which it has none."""
        try:
            return await self._service.fetch(asked)
        except Refused as refusal:
            if code(refusal.said):
                return refusal.said
            raise
