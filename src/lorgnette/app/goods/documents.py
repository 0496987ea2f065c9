"""Files of JSON: an object on each line, or one document of JSON-LD, or the page of a shop."""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from lorgnette.app.goods.bytes import DAMAGED, Unpacked
from lorgnette.app.goods.separated import of_food, of_prices
from lorgnette.app.goods.tables import Damaged, File, Kept, Row, Table
from lorgnette.core.errors import ConfigurationError
from lorgnette.core.facts import food, pages, prices

FIELDS: Final = {*food.COLUMNS, *food.NESTED, *prices.COLUMNS} - {*food.PER_100}

Line: Any = msgspec.defstruct("Line", [(name, Any, None) for name in sorted(FIELDS)])
"""What is read of a line; everything else is passed over."""

LARGEST_PAGE: Final = 64 << 20
"""Bytes."""


def table(file: Unpacked, about: File, first: bytes) -> Table:
    """Raises ConfigurationError when nothing in it is a product."""
    if is_line(first):
        kind = "Open Prices" if b'"product_code"' in first else "Open Food Facts"
        return Table(kind, rows(file), of_line, lambda: file.share, file.close)
    try:
        text = file.stream.read(LARGEST_PAGE).decode("utf-8-sig", "replace")
    except DAMAGED as error:
        raise ConfigurationError(f"{about.path} is damaged: {error}") from error
    found = list(pages.products(text))
    if not found:
        raise ConfigurationError(f"{about.path}: no products are in it, as schema.org has them")
    name = about.path.name

    def understand(row: Row) -> Kept:
        good = pages.good(row, name)
        return Kept(good, tuple(pages.observations(row, good.gtin, name, about.today)))

    return Table("shop page", enumerate(found, 1), understand, lambda: file.share, file.close)


def is_line(first: bytes) -> bool:
    """Whether a first line is a product or a price of an export."""
    try:
        said = msgspec.json.decode(first.strip().removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return False
    return isinstance(said, dict) and ("code" in said or "product_code" in said)


def rows(file: Unpacked) -> Iterator[tuple[int, Row | str]]:
    """The lines as far as they are read."""
    decode = msgspec.json.Decoder(Line).decode
    number = 0
    try:
        for number, line in enumerate(file.stream, 1):
            if not line.strip():
                continue
            try:
                yield number, msgspec.structs.asdict(decode(line))
            except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
                yield number, f"it is no JSON: {error}"
    except DAMAGED as error:
        raise Damaged(f"it is cut or damaged behind line {number}: {error}") from error


def of_line(row: Row) -> Kept:
    """What a line says."""
    priced = row["product_code"] is not None or row["category_tag"] is not None
    return of_prices(row) if priced else of_food(row)
