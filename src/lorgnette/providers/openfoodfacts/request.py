"""The requests to Open Food Facts. No I/O."""

import re
from typing import Final
from urllib.parse import quote_plus

from lorgnette.core.facts import food
from lorgnette.core.types import Language
from lorgnette.providers.http import Request
from lorgnette.providers.openfoodfacts.settings import OpenFactsSettings

FIELDS: Final = ",".join(
    sorted({"code", *food.COLUMNS, *food.NESTED} - {*food.PER_100})  # commas are not escaped there
)

LONGEST: Final = 200
"""Characters of a question."""

_WORDS: Final = re.compile(r"[^\W_]+")


def product(settings: OpenFactsSettings, gtin: str) -> Request:
    """One product, as «Get information for a specific product by barcode» of its API has it."""
    url = f"{settings.url.rstrip('/')}/api/v2/product/{gtin}?fields={FIELDS}"
    return Request(url, settings.headers, method="GET")


def search(
    settings: OpenFactsSettings, words: str, language: Language, limit: int
) -> Request | None:
    """Products by name; None when there is nothing to look for.

    Only words are sent: their search reads anything else as an operator.
    """
    said = " ".join(_WORDS.findall(words[:LONGEST]))
    if not said:
        return None
    url = (
        f"{settings.search_url.rstrip('/')}/search?q={quote_plus(said)}"
        f"&langs={quote_plus(language)}&page_size={limit}&fields={FIELDS}"
    )
    return Request(url, settings.headers, method="GET")
