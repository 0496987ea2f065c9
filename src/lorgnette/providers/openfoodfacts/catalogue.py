"""Open Food Facts as a catalogue: the requests, the sender and the answers put together."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final

from lorgnette.core.codes.gtin import is_global
from lorgnette.core.goods import Good, Observation
from lorgnette.core.types import Language
from lorgnette.providers.http import Refused, Sender
from lorgnette.providers.openfoodfacts import request, result
from lorgnette.providers.openfoodfacts.settings import (
    OpenFactsSettings,
    settings_from,
)
from lorgnette.providers.polite import Limit, Polite
from lorgnette.providers.services import with_contact

if TYPE_CHECKING:
    import httpx

PRODUCTS, SEARCHES = 15, 10
"""Questions a minute that their server allows everybody; one on this machine has no limit."""

MOST: Final = 50
"""Products of one search."""


class OpenFoodFacts:
    """A `Catalogue` of some million groceries, written by volunteers (ODbL)."""

    keeps: ClassVar = 30 * 24 * 3600.0

    def __init__(
        self, tables: Mapping[str, Any], transport: "httpx.AsyncBaseTransport | None" = None
    ) -> None:
        """`tables`: the configuration; `transport` replaces the network in tests.

        Raises MissingPart without a contact, ConfigurationError when a setting is wrong.
        """
        self._settings = with_contact(_settings(tables), "openfoodfacts")
        here = self._settings.is_here
        self._server = Polite(Sender(self._settings.patience, here=here, transport=transport))
        self._products = Limit(None if here else PRODUCTS)
        self._searches = Limit(None if here else SEARCHES)

    @classmethod
    def leaves_the_hub(cls, tables: Mapping[str, Any]) -> bool:
        """Whether another machine would learn what is looked at."""
        return not _settings(tables).is_here

    async def aclose(self) -> None:
        """Hang up."""
        await self._server.aclose()

    async def good(self, gtin: str, /) -> Good | None:
        """See `Catalogue`. Numbers that a shop gave itself mean something else there."""
        if not is_global(gtin):
            return None
        try:
            body = await self._server.fetch(request.product(self._settings, gtin), self._products)
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
        body = await self._server.fetch(asked, self._searches)
        return list(result.found(body))[:limit]

    async def prices(self, _gtin: str, /, *, limit: int = 100) -> Sequence[Observation]:  # noqa: ARG002 - it has none
        """None: Open Prices has them."""
        return ()


def _settings(tables: Mapping[str, Any]) -> OpenFactsSettings:
    return settings_from(
        tables,
        "openfoodfacts",
        url="https://world.openfoodfacts.org",
        search_url="https://search.openfoodfacts.org",
    )
