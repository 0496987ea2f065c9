"""Open Prices as a catalogue: the request, the sender and the answer put together."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Final

from lorgnette.core.codes.gtin import is_global
from lorgnette.core.goods import Good, Observation
from lorgnette.core.loose import is_category
from lorgnette.core.types import Language
from lorgnette.providers.openfoodfacts.settings import OpenFactsSettings, settings_from
from lorgnette.providers.openprices import exchange
from lorgnette.providers.polite import MINUTE
from lorgnette.providers.services import Remote

URL: Final = "https://prices.openfoodfacts.org"
"""The public server. It is asked as often as its sister allows for products."""


class OpenPrices(Remote[OpenFactsSettings]):
    """A `Catalogue` of prices that people saw or paid (ODbL). It knows no goods."""

    name = "openprices"
    questions, within = 15, MINUTE
    keeps: ClassVar = 24 * 3600.0

    @classmethod
    def settings(cls, tables: Mapping[str, Any]) -> OpenFactsSettings:
        """See `Remote`."""
        return settings_from(tables, cls.name, url=URL)

    async def good(self, _gtin: str, /) -> Good | None:
        """None: Open Food Facts has them."""
        return None

    async def search(
        self,
        _words: str,
        /,
        *,
        language: Language,  # noqa: ARG002 - it has no names
        limit: int = 10,  # noqa: ARG002
    ) -> Sequence[Good]:
        """None either."""
        return ()

    async def prices(self, of: str, /, *, limit: int = 100) -> Sequence[Observation]:
        """See `Catalogue`."""
        if not (is_global(of) or is_category(of)):
            return ()
        body = await self._service.fetch(exchange.request(self._settings, of))
        return exchange.result(body, of)[:limit]
