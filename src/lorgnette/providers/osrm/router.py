"""OSRM as a router: the request, the sender and the answer put together."""

from collections.abc import Mapping, Sequence
from typing import Any

from lorgnette.core.routes import Route
from lorgnette.engines.router import Trip
from lorgnette.providers.http import Refused, Request
from lorgnette.providers.osrm.request import has_wishes, request
from lorgnette.providers.osrm.result import NOT_PREPARED, code, result
from lorgnette.providers.osrm.settings import OSRMSettings
from lorgnette.providers.services import Remote, settings_from


class OSRM(Remote[OSRMSettings]):
    """A `Router` on maps of OpenStreetMap (ODbL). It knows no stairs, surfaces and heights."""

    name = "osrm"

    @classmethod
    def settings(cls, tables: Mapping[str, Any]) -> OSRMSettings:
        """See `Remote`."""
        return settings_from(OSRMSettings, tables, cls.name)

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
