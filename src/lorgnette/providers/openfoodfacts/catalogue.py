"""Open Food Facts as a catalogue: the requests, the sender and the answers put together."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final

from lorgnette.core.codes.gtin import is_global
from lorgnette.core.goods import Good, Observation
from lorgnette.core.types import Language
from lorgnette.providers.http import Refused
from lorgnette.providers.openfoodfacts import request, result
from lorgnette.providers.openfoodfacts.settings import OpenFactsSettings, settings_from
from lorgnette.providers.polite import MINUTE, Limit
from lorgnette.providers.services import Remote

if TYPE_CHECKING:
    import httpx

URL: Final = "https://world.openfoodfacts.org"
SEARCH_URL: Final = "https://search.openfoodfacts.org"

SEARCHES: Final = 10
"""A minute, that their server allows everybody; one on this machine has no limit."""

MOST: Final = 50
"""Products of one search."""


class OpenFoodFacts(Remote[OpenFactsSettings]):
    """A `Catalogue` of some million groceries, written by volunteers (ODbL)."""

    name = "openfoodfacts"
    questions, within = 15, MINUTE
    keeps: ClassVar = 30 * 24 * 3600.0

    def __init__(
        self, tables: Mapping[str, Any], transport: "httpx.AsyncBaseTransport | None" = None
    ) -> None:
        """See `Remote`."""
        super().__init__(tables, transport)
        self._searches = Limit(None if self._settings.is_here else SEARCHES)

    @classmethod
    def settings(cls, tables: Mapping[str, Any]) -> OpenFactsSettings:
        """See `Remote`."""
        return settings_from(tables, cls.name, url=URL, search_url=SEARCH_URL)

    async def good(self, gtin: str, /) -> Good | None:
        """See `Catalogue`. Numbers that a shop gave itself mean something else there."""
        if not is_global(gtin):
            return None
        try:
            body = await self._service.fetch(request.product(self._settings, gtin))
        except Refused as refusal:
            if refusal.status == 404:
                return None
            raise
        return result.product(body, gtin)

    async def search(self, words: str, /, *, language: Language, limit: int = 10) -> Sequence[Good]:
        """See `Catalogue`."""
        asked = request.search(self._settings, words, language, min(limit, MOST))
        if asked is None:
            return ()
        body = await self._service.fetch(asked, self._searches)
        return list(result.found(body))[:limit]

    async def prices(self, _gtin: str, /, *, limit: int = 100) -> Sequence[Observation]:  # noqa: ARG002 - it has none
        """None: Open Prices has them."""
        return ()
