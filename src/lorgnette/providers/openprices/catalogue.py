"""Open Prices as a catalogue: the request, the sender and the answer put together."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final

from lorgnette.core.codes.gtin import is_global
from lorgnette.core.goods import Good, Observation
from lorgnette.core.loose import is_category
from lorgnette.core.types import Language
from lorgnette.providers.http import Sender
from lorgnette.providers.openfoodfacts.settings import (
    OpenFactsSettings,
    settings_from,
)
from lorgnette.providers.openprices import exchange
from lorgnette.providers.polite import Limit, Polite
from lorgnette.providers.services import with_contact

if TYPE_CHECKING:
    import httpx

QUESTIONS: Final = 15
"""A minute, as its sister allows for products; a server on this machine has no limit."""


class OpenPrices:
    """A `Catalogue` of prices that people saw or paid (ODbL). It knows no goods."""

    keeps: ClassVar = 24 * 3600.0

    def __init__(
        self, tables: Mapping[str, Any], transport: "httpx.AsyncBaseTransport | None" = None
    ) -> None:
        """`tables`: the configuration; `transport` replaces the network in tests.

        Raises MissingPart without a contact, ConfigurationError when a setting is wrong.
        """
        self._settings = with_contact(_settings(tables), "openprices")
        here = self._settings.is_here
        self._server = Polite(Sender(self._settings.patience, here=here, transport=transport))
        self._limit = Limit(None if here else QUESTIONS)

    @classmethod
    def leaves_the_hub(cls, tables: Mapping[str, Any]) -> bool:
        """Whether another machine would learn what is looked at."""
        return not _settings(tables).is_here

    async def aclose(self) -> None:
        """Hang up."""
        await self._server.aclose()

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
        body = await self._server.fetch(exchange.request(self._settings, of), self._limit)
        return exchange.result(body, of)[:limit]


def _settings(tables: Mapping[str, Any]) -> OpenFactsSettings:
    return settings_from(tables, "openprices", url="https://prices.openfoodfacts.org")
