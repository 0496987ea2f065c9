"""Pages of shops: schema.org `Product` in JSON-LD, alone or in the script of a page."""

import datetime as dt
import itertools
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any, Final

from lorgnette.core.codes.gtin import normalised
from lorgnette.core.facts import Unusable
from lorgnette.core.facts.amounts import amount
from lorgnette.core.facts.prices import date, minor
from lorgnette.core.goods import Good, Observation, named

_SCRIPT: Final = re.compile(
    r"<script[^>]*application/ld\+json[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL
)
_NUMBERS: Final = ("gtin13", "gtin", "gtin8", "gtin12", "gtin14", "productID", "sku")
MOST: Final = 10_000
"""Products of one page."""


def products(text: str) -> Iterator[Mapping[str, Any]]:
    """The products in a page, in a file of JSON-LD, or in lines of it."""
    scripts = _SCRIPT.findall(text) or ([text] if _decoded(text) else text.splitlines())
    products = (product for script in scripts for product in _products(_decoded(script)))
    return itertools.islice(products, MOST)


def _decoded(text: str) -> Any:
    """What JSON says; None when it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _products(whole: Any) -> Iterator[Mapping[str, Any]]:
    waiting = deque([whole])
    while waiting:
        each = waiting.popleft()
        if isinstance(each, list):
            waiting += each
        elif isinstance(each, dict):
            kinds = each.get("@type")
            if "Product" in (kinds if isinstance(kinds, list) else [kinds]):
                yield each
            waiting += [each[key] for key in ("@graph", "itemListElement", "item") if key in each]


def good(product: Mapping[str, Any], source: str) -> Good:
    """A product. Raises Unusable when it has no number."""
    number = next(
        (found for key in _NUMBERS if (found := normalised(_plain(product.get(key))))), None
    )
    if number is None:
        raise Unusable("a product has no number")
    name = _plain(product.get("name"))
    if not name:
        raise Unusable(f"{number} has no name")
    brand, maker = _plain(product.get("brand")), _plain(product.get("manufacturer"))
    size = amount(_plain(product.get("size")) or _plain(product.get("weight")) or name)
    return Good(number, named(name[:200]), brand[:80], maker[:80], size, source=source)


def observations(
    product: Mapping[str, Any], number: str, source: str, today: dt.date
) -> Iterator[Observation]:
    """What a product costs by its offers; one that makes no sense is left out."""
    offers = product.get("offers")
    for offer in offers if isinstance(offers, list) else [offers]:
        if not isinstance(offer, dict):
            continue
        price = offer.get("price", offer.get("lowPrice"))
        currency = _plain(offer.get("priceCurrency")).upper()
        try:
            value = minor(price, currency)
        except Unusable:
            continue
        day = date(offer.get("validFrom")) or today
        shop = _plain(offer.get("seller")) or source
        proof = _plain(offer.get("url"))[:300]
        yield Observation(number, value, currency, day, shop=shop[:100], source=source, proof=proof)


def _plain(value: Any) -> str:
    """A text, a number, or the name of a thing."""
    if isinstance(value, dict):
        value = value.get("name", value.get("value", ""))
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value).strip() if isinstance(value, (str, int, float)) else ""
