"""Valhalla on another machine as a router: the request, the sender and the answer put together."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from lorgnette.core.routes import Route
from lorgnette.engines.router import Trip
from lorgnette.providers.http import Refused, Request
from lorgnette.providers.services import Remote, ServiceSettings, settings_from
from lorgnette.providers.valhalla.asking import ways
from lorgnette.providers.valhalla.result import trouble

URL: Final = "https://valhalla1.openstreetmap.de"
"""The public server: run by FOSSGIS e.V., by donations, it allows a question a second."""

REFUSALS: Final = frozenset({400, 404, 500, 501})
"""How it says with a number of its own what is wrong."""


class RemoteValhalla(Remote[ServiceSettings]):
    """A `Router` on maps of OpenStreetMap (ODbL) that somebody else made."""

    name = "valhalla-remote"

    @classmethod
    def settings(cls, tables: Mapping[str, Any]) -> ServiceSettings:
        """See `Remote`."""
        return settings_from(ServiceSettings, tables, cls.name, url=URL)

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
