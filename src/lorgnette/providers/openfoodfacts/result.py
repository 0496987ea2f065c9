"""What Open Food Facts answers. No I/O. What makes no sense in it is left out."""

from collections.abc import Iterator
from typing import Any

import msgspec

from lorgnette.core.errors import EngineFailed
from lorgnette.core.facts import Unusable, food
from lorgnette.core.goods import Good


def product(body: bytes, gtin: str) -> Good | None:
    """The product that was asked for, and no other; None when it is not known.

    Raises EngineFailed when the answer is none.
    """
    said = _decoded(body)
    if "status" not in said and "product" not in said:
        raise EngineFailed("Open Food Facts answers something else than a product")
    found = _good(said.get("product"))
    return found if found and found.gtin == gtin else None


def found(body: bytes) -> Iterator[Good]:
    """The products that a search found. Raises EngineFailed when the answer is none."""
    hits = _decoded(body).get("hits")
    if not isinstance(hits, list):
        raise EngineFailed("Open Food Facts answers something else than products")
    for hit in hits:
        if good := _good(hit):
            yield good


def _decoded(body: bytes) -> dict[str, Any]:
    try:
        return msgspec.json.decode(body, type=dict[str, Any])
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise EngineFailed("Open Food Facts answers what cannot be read") from error


def _good(row: Any) -> Good | None:
    if not isinstance(row, dict):
        return None
    brands = row.get("brands")
    if isinstance(brands, list):  # as the search has it
        row = {**row, "brands": ",".join(each for each in brands if isinstance(each, str))}
    try:
        return food.good(row)
    except Unusable:
        return None
