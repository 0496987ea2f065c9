"""Tables whose first line names their columns: exports of open catalogues, and anybody's own."""

import csv
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from lorgnette.app.goods.bytes import DAMAGED, Unpacked
from lorgnette.app.goods.tables import Damaged, File, Kept, Row, Table
from lorgnette.core.errors import ConfigurationError
from lorgnette.core.facts import Unusable, food, own, prices

if TYPE_CHECKING:
    from _csv import Reader

LONGEST_CELL: Final = 16 << 20
"""Characters."""


def table(file: Unpacked, about: File, first: bytes) -> Table:
    """Raises ConfigurationError when the first line names no columns of goods."""
    text = first.decode("utf-8-sig", "replace")
    mark = max("\t,;|", key=text.count)
    header = [name.strip() for name in next(csv.reader([text], delimiter=mark), [])]
    quoting: Final = csv.QUOTE_NONE if mark == "\t" else csv.QUOTE_MINIMAL
    csv.field_size_limit(LONGEST_CELL)
    cells = csv.reader(file.lines(), delimiter=mark, quoting=quoting)
    next(cells, None)
    if food.is_header(header):
        places = {name: header.index(name) for name in food.COLUMNS if name in header}
        rows = named(cells, places, len(header))
        return Table("Open Food Facts", rows, of_food, lambda: file.share, file.close)
    if prices.is_header(header):
        rows = named(cells, {name: place for place, name in enumerate(header)}, len(header))
        return Table("Open Prices", rows, of_prices, lambda: file.share, file.close)
    places = own.columns(header)
    if not {"gtin", "name"} <= set(places):
        raise ConfigurationError(
            f"{about.path}: no table of goods: its first line must name the columns, "
            "at least gtin (条码) and name (名称)"
        )
    rows = named(cells, places, len(header))
    return Table("table", rows, lambda row: of_own(row, about), lambda: file.share, file.close)


def of_food(row: Row) -> Kept:
    """What a row of Open Food Facts says."""
    return Kept(food.good(row))


def of_prices(row: Row) -> Kept:
    """What a row of Open Prices says."""
    return Kept(None, (prices.observation(row),))


def of_own(row: Row, about: File) -> Kept:
    """What a row of somebody's own table says; a price that makes no sense costs no product."""
    found = own.good(row, about.path.name)
    if not row.get("price", "").strip():
        return Kept(found)
    try:
        seen = own.observation(row, found.gtin, about.path.name, about.today, about.currency)
    except Unusable as error:
        return Kept(found, problem=str(error))
    return Kept(found, (seen,))


def named(
    reader: "Reader", places: Mapping[str, int], width: int
) -> Iterator[tuple[int, Row | str]]:
    """Rows by the names of their columns. Raises Damaged where the file was cut."""
    names, last = tuple(places), max(places.values())
    pick = itemgetter(*places.values())
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield reader.line_num, str(error)
            continue
        except DAMAGED as error:
            where = f"behind line {reader.line_num}"
            raise Damaged(f"it is cut or damaged {where}: {error}") from error
        if cells is None:
            return
        if last < len(cells) <= width:
            yield reader.line_num, dict(zip(names, pick(cells), strict=True))
        elif cells:
            yield reader.line_num, f"it has {len(cells)} columns, and the first line {width}"
