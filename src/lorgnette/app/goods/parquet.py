"""Parquet files of Open Food Facts and Open Prices, some thousand rows at a time."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from lorgnette.app.goods.bytes import NEEDS_ARROW
from lorgnette.app.goods.separated import of_food, of_prices
from lorgnette.app.goods.tables import Damaged, File, Row, Table
from lorgnette.core.errors import ConfigurationError, MissingPart
from lorgnette.core.facts import food, prices

LISTS: Final = {
    "product_name": (
        "lang",
        "text",
        {language or "main": column for language, column in food.NAMES.items()},
    ),
    "ingredients_text": ("lang", "text", {"main": "ingredients_text"}),
    "nutriments": ("name", "100g", dict(zip(food.NUTRITION, food.PER_100, strict=True))),
}
"""Columns that are lists of pairs: what the key and the value are called, and of which keys the
values are columns in the table."""

BATCH: Final = 4_096
"""Rows that are in memory at once, beside the columns of a group that are packed."""


def table(about: File) -> Table:
    """Raises ConfigurationError when neither goods nor prices are in it, else MissingPart."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise MissingPart(f"reading Parquet needs pyarrow: {NEEDS_ARROW}") from None
    try:
        file = pq.ParquetFile(about.path)
    except (pa.ArrowException, OSError) as error:
        raise ConfigurationError(f"{about.path} is damaged, or no Parquet: {error}") from error
    there = list(file.schema_arrow.names)
    wanted: tuple[str, ...]
    if prices.is_header(there):
        kind, wanted, understand = "Open Prices", prices.COLUMNS, of_prices
    elif food.is_header(there):
        kind, wanted, understand = "Open Food Facts", (*food.COLUMNS, *LISTS), of_food
    else:
        file.close()
        raise ConfigurationError(f"{about.path}: neither goods nor prices are in it")
    reading = Reading(file, [name for name in wanted if name in there])
    return Table(kind, reading.rows(), understand, lambda: reading.share, file.close)


class Reading:
    """A file that is being read."""

    def __init__(self, file: Any, columns: list[str]) -> None:
        self.file = file
        self.columns = columns
        self.done = 0

    @property
    def share(self) -> float:
        """How much of it was read."""
        return self.done / max(1, int(self.file.metadata.num_rows))

    def rows(self) -> Iterator[tuple[int, Row | str]]:
        """The rows with their numbers. Raises Damaged."""
        import pyarrow as pa

        try:
            for batch in self.file.iter_batches(BATCH, columns=self.columns):
                columns = flat(batch)
                cells = zip(*columns.values(), strict=True)
                for number, row in enumerate(cells, self.done + 1):
                    yield number, dict(zip(columns, row, strict=True))
                self.done += batch.num_rows
        except (pa.ArrowException, OSError) as error:
            raise Damaged(f"it is cut or damaged behind row {self.done}: {error}") from error


def flat(batch: Any) -> dict[str, list[Any]]:
    """The columns of some rows as the table has them: lists are taken apart, all at once."""
    import pyarrow as pa
    import pyarrow.compute as pc

    found: dict[str, list[Any]] = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        if not pa.types.is_list(column.type):
            found[name] = column.to_pylist()
        elif pa.types.is_struct(column.type.value_type) and name in LISTS:
            found |= paired(column, *LISTS[name])
        elif pa.types.is_string(column.type.value_type):
            found[name] = pc.binary_join(column, ",").to_pylist()
    return found


def paired(column: Any, key: str, value: str, wanted: Mapping[str, str]) -> dict[str, list[Any]]:
    """Lists of pairs as columns, one for each wanted key."""
    import pyarrow.compute as pc

    pairs, rows = column.flatten(), pc.list_parent_indices(column)
    keys, values = pairs.field(key), pairs.field(value)
    found: dict[str, list[Any]] = {}
    for name, title in wanted.items():
        here = pc.equal(keys, name)
        cells: list[Any] = [None] * len(column)
        told = (pc.filter(each, here).to_pylist() for each in (rows, values))
        for row, cell in zip(*told, strict=True):
            cells[row] = cell
        found[title] = cells
    return found
