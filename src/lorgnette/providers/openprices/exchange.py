"""The request to Open Prices, and what it answers. No I/O."""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlencode

import msgspec

from lorgnette.core.errors import EngineFailed
from lorgnette.core.facts import Unusable
from lorgnette.core.facts.prices import observation
from lorgnette.core.goods import Observation
from lorgnette.core.loose import is_category
from lorgnette.providers.http import Request
from lorgnette.providers.openfoodfacts.settings import OpenFactsSettings

MOST: Final = 100
"""Prices of one answer."""


def request(settings: OpenFactsSettings, of: str) -> Request:
    """The newest prices of a product or a category, as `/api/v1/prices` of its API has them."""
    url = f"{settings.url.rstrip('/')}/api/v1/prices"
    field = "category_tag" if is_category(of) else "product_code"
    asked = urlencode({field: of, "order_by": "-date", "size": MOST})
    return Request(f"{url}?{asked}", settings.headers, method="GET")


def result(body: bytes, of: str) -> list[Observation]:
    """The prices of what was asked for, the newest first; others are left out.

    Raises EngineFailed when the answer is none.
    """
    try:
        said = msgspec.json.decode(body, type=dict[str, Any])
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise EngineFailed("Open Prices answers what cannot be read") from error
    items = said.get("items")
    if not isinstance(items, list):
        raise EngineFailed("Open Prices answers something else than prices")
    seen = (each for each in _observations(items) if each.of == of)
    return sorted(seen, key=lambda each: each.date, reverse=True)


def _observations(items: list[Any]) -> Iterator[Observation]:
    for item in items:
        if not isinstance(item, dict):
            continue
        where = item.get("location")
        place = where if isinstance(where, dict) else {}
        try:
            yield observation({**{f"location_{name}": place[name] for name in place}, **item})
        except Unusable:
            continue
