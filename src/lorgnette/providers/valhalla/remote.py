"""Valhalla on another machine as a router: the request, the sender and the answer put together."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from lorgnette.core.routes import Route
from lorgnette.engines.router import Trip
from lorgnette.providers.http import Refused, Request
from lorgnette.providers.polite import Limit
from lorgnette.providers.services import Service, ServiceSettings, settings_from, with_contact
from lorgnette.providers.valhalla.asking import ways
from lorgnette.providers.valhalla.result import trouble

if TYPE_CHECKING:
    import httpx

QUESTIONS, WITHIN = 1, 1.0
"""Questions in so many seconds that the public server allows."""

REFUSALS: Final = frozenset({400, 404, 500, 501})
"""How it says with a number of its own what is wrong."""

NAME: Final = "valhalla-remote"


class RemoteValhalla:
    """A `Router` on maps of OpenStreetMap (ODbL) that somebody else made."""

    def __init__(
        self, tables: Mapping[str, Any], transport: "httpx.AsyncBaseTransport | None" = None
    ) -> None:
        """`tables`: the configuration; `transport` replaces the network in tests.

        Raises MissingPart without a contact, ConfigurationError when a setting is wrong.
        """
        self._settings = with_contact(_settings(tables), NAME)
        self._service = Service(self._settings, Limit(QUESTIONS, WITHIN), transport)

    @classmethod
    def leaves_the_hub(cls, tables: Mapping[str, Any]) -> bool:
        """Whether another machine would learn where the wearer goes."""
        return not _settings(tables).is_here

    async def aclose(self) -> None:
        """Hang up."""
        await self._service.aclose()

    async def routes(self, trip: Trip, /) -> Sequence[Route]:
        """See `Router`."""
        return await ways(trip, self._said)

    async def _said(self, body: bytes) -> bytes:
        headers = {**self._settings.headers, "content-type": "application/json"}
        asked = Request(f"{self._settings.url.rstrip('/')}/route", headers, body)
        try:
            return await self._service.fetch(asked)
        except Refused as refusal:
            if refusal.status in REFUSALS and b'"error_code"' in refusal.said:
                raise trouble(refusal.said) from refusal
            raise


def _settings(tables: Mapping[str, Any]) -> ServiceSettings:
    """The public server is run by FOSSGIS e.V., by donations."""
    return settings_from(ServiceSettings, tables, NAME, url="https://valhalla1.openstreetmap.de")
