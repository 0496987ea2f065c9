"""Files of goods: which kind one is, by what is in it, and its rows one after the other."""

import csv
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import msgspec

from lorgnette.app.goods.bytes import DAMAGED, NEEDS_ARROW, Unpacked
from lorgnette.core.errors import ConfigurationError, MissingPart
from lorgnette.core.facts import Unusable, food, own, pages, prices
from lorgnette.core.goods import Good, Observation

Row = Mapping[str, Any]
Kept = tuple[Good | None, Sequence[Observation]]
Understand = Callable[[Row], Kept]


@dataclass(frozen=True)
class Bad:
    """A row that could not be used: its line, or its number in files without lines, and why."""

    line: int
    reason: str


@dataclass
class Table:
    """A file of goods: what kind it is, and how its rows are read and understood."""

    kind: str
    rows: Iterator[Row | Bad]
    understand: Understand
    share: Callable[[], float]
    close: Callable[[], None]

    def read(self, skip: int) -> Iterator[Kept | Bad]:
        """What the rows say, after so many of them."""
        for number, row in enumerate(itertools.islice(self.rows, skip, None), skip + 1):
            if isinstance(row, Bad):
                yield row
                continue
            try:
                yield self.understand(row)
            except Unusable as error:
                yield Bad(number, str(error))


def table(path: Path, today: date) -> Table:
    """A file of goods. Raises ConfigurationError when it is none, else MissingPart."""
    first = _first(path)
    if first.startswith(b"PAR1"):
        return _parquet(path)
    file = Unpacked(path)
    try:
        if first.lstrip()[:1] in (b"{", b"[", b"<"):
            return _json(file, path, first, today)
        return _separated(file, path, first, today)
    except BaseException:
        file.close()
        raise


def _first(path: Path) -> bytes:
    """The first line, or as much of it as tells."""
    with closing(Unpacked(path)) as file:
        try:
            first = file.stream.readline(1 << 20)
        except DAMAGED as error:
            raise ConfigurationError(f"{path} is damaged: {error}") from error
    if not first.strip():
        raise ConfigurationError(f"{path} is empty")
    return first


def _separated(file: Unpacked, path: Path, first: bytes, today: date) -> Table:
    """A table whose first line names its columns."""
    text = first.decode("utf-8-sig", "replace")
    mark = max("\t,;|", key=text.count)
    header = next(csv.reader([text], delimiter=mark), [])
    lines = _lines(file)
    next(lines, None)
    name = path.name
    if "code" in header and ("product_name" in header or "brands" in header):
        wanted = (*food.COLUMNS, "product_name_en", "product_name_zh")
        places = {column: header.index(column) for column in wanted if column in header}
        quoting = csv.QUOTE_NONE if mark == "\t" else csv.QUOTE_MINIMAL
        rows = _cells(lines, mark, quoting, places, len(header))
        return _table(file, "Open Food Facts", rows, lambda row: (food.good(row, name), ()))
    if "product_code" in header and "price" in header:
        places = {column: place for place, column in enumerate(header)}
        rows = _cells(lines, mark, csv.QUOTE_MINIMAL, places, len(header))
        return _table(file, "Open Prices", rows, lambda row: _priced(row, name))
    places = own.columns(header)
    if not {"gtin", "name"} <= set(places):
        raise ConfigurationError(
            f"{path}: no table of goods: its first line must name the columns, "
            "at least gtin (条码) and name (名称)"
        )
    rows = _cells(lines, mark, csv.QUOTE_MINIMAL, places, 0)
    return _table(file, "table", rows, lambda row: _own(row, name, today))


def _table(file: Unpacked, kind: str, rows: Iterator[Row | Bad], understand: Understand) -> Table:
    return Table(kind, rows, understand, lambda: file.share, file.close)


def _priced(row: Row, name: str) -> Kept:
    return None, (prices.observation(row, name),)


def _own(row: Row, name: str, today: date) -> Kept:
    found = own.good(row, name)
    seen = [own.observation(row, found.gtin, name, today)] if row.get("price", "").strip() else []
    return found, seen


def _lines(file: Unpacked) -> Iterator[str]:
    """Lines as text; a file that was cut ends where it was cut."""
    try:
        for line in file.stream:
            yield line.decode("utf-8", "replace").replace("\x00", "")
    except DAMAGED:
        return


def _cells(
    lines: Iterator[str], mark: str, quoting: Any, places: Mapping[str, int], width: int
) -> Iterator[Row | Bad]:
    """Rows by the names of their columns."""
    csv.field_size_limit(1 << 24)
    reader = csv.reader(lines, delimiter=mark, quoting=quoting)
    names, columns = tuple(places), tuple(places.values())
    last = max(columns, default=0)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Bad(reader.line_num + 1, str(error))
            continue
        if len(cells) <= last or (width and len(cells) > width):
            if cells:
                yield Bad(reader.line_num + 1, f"it has {len(cells)} columns")
            continue
        yield dict(zip(names, [cells[place] for place in columns], strict=True))


class Line(msgspec.Struct):
    """What is read of a line of JSON; everything else is passed over."""

    code: Any = None
    product_name: Any = None
    product_name_en: Any = None
    product_name_zh: Any = None
    brands: Any = None
    quantity: Any = None
    ingredients_text: Any = None
    allergens: Any = None
    traces: Any = None
    allergens_tags: Any = None
    traces_tags: Any = None
    nutriscore_grade: Any = None
    ecoscore_grade: Any = None
    environmental_score_grade: Any = None
    nova_group: Any = None
    categories_tags: Any = None
    nutriments: Any = None
    last_modified_t: Any = None
    owner: Any = None
    product_code: Any = None
    price: Any = None
    currency: Any = None
    date: Any = None
    price_per: Any = None
    price_is_discounted: Any = None
    price_without_discount: Any = None
    location_osm_name: Any = None
    location_osm_lat: Any = None
    location_osm_lon: Any = None
    proof_id: Any = None


FIELDS: Final = Line.__struct_fields__


def _json(file: Unpacked, path: Path, first: bytes, today: date) -> Table:
    """Lines of JSON, or one document of JSON-LD or of a page."""
    name = path.name
    if first.lstrip()[:1] != b"{" or b'"@' in first[:2_000] or not first.rstrip().endswith(b"}"):
        return _page(file, path, today)
    decode = msgspec.json.Decoder(Line).decode

    def rows() -> Iterator[Row | Bad]:
        number = 0
        try:
            for number, line in enumerate(file.stream, 1):
                try:
                    told = decode(line)
                except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
                    yield Bad(number, f"it is no JSON: {error}")
                    continue
                yield {field: getattr(told, field) for field in FIELDS}
        except DAMAGED as error:
            yield Bad(number + 1, f"the file is cut or damaged here: {error}")

    def understand(row: Row) -> Kept:
        if row["product_code"] is not None:
            return _priced(row, name)
        return food.good(row, name), ()

    kind = "Open Prices" if b'"product_code"' in first else "Open Food Facts"
    return _table(file, kind, rows(), understand)


def _page(file: Unpacked, path: Path, today: date) -> Table:
    """The products of a page, or of a file of JSON-LD."""
    try:
        text = file.stream.read(64 << 20).decode("utf-8", "replace")
    except DAMAGED as error:
        raise ConfigurationError(f"{path} is damaged: {error}") from error
    found = list(pages.products(text))
    if not found:
        raise ConfigurationError(f"{path}: no products are in it, as schema.org describes them")

    def understand(row: Row) -> Kept:
        made = pages.good(row, path.name)
        return made, tuple(pages.observations(row, made.gtin, path.name, today))

    return _table(file, "shop page", iter(found), understand)


def _parquet(path: Path) -> Table:
    """A Parquet file, some thousand rows at a time."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise MissingPart(f"reading Parquet needs pyarrow: {NEEDS_ARROW}") from None
    try:
        file = pq.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        raise ConfigurationError(f"{path} is damaged, or no Parquet: {error}") from error
    there, name = set(file.schema_arrow.names), path.name
    is_prices = "product_code" in there
    wanted = [field for field in (*FIELDS, *food.COLUMNS) if field in there]
    if not ({"product_code", "price"} <= there or {"code", "product_name"} <= there):
        raise ConfigurationError(f"{path}: neither goods nor prices are in it")
    done = [0]

    def rows() -> Iterator[Row | Bad]:
        try:
            for batch in file.iter_batches(4_096, columns=list(dict.fromkeys(wanted))):
                columns = [column.to_pylist() for column in batch.columns]
                names = batch.schema.names
                for cells in zip(*columns, strict=True):
                    yield dict(zip(names, cells, strict=True))
                done[0] += batch.num_rows
        except (pa.ArrowException, OSError) as error:
            yield Bad(done[0] + 1, f"the file is cut or damaged here: {error}")

    def understand(row: Row) -> Kept:
        if is_prices:
            return _priced(row, name)
        return food.good(row, name), ()

    kind = "Open Prices" if is_prices else "Open Food Facts"
    total = max(1, file.metadata.num_rows)
    return Table(kind, rows(), understand, lambda: done[0] / total, file.close)
