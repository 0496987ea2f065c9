"""How quickly a catalogue of goods is imported, how large it gets, and how quickly it answers.

The files are made here, as large as those of Open Food Facts: rows of 200 columns as a table, of
some kilobytes as JSON. `--rows N`: how many; 3 million takes a while and 10 GB of disk.
"""

import argparse
import json
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import anyio

import report
from lorgnette.app.goods.importing import bring_in
from lorgnette.app.goods.tables import File
from lorgnette.core.codes.gtin import check_digit
from lorgnette.core.facts.food import COLUMNS, NUTRITION
from lorgnette.core.types import ENGLISH
from lorgnette.store.goods import Shelves, SQLiteCatalogue
from lorgnette.store.goods.tables import open_catalogue

KINDS = (
    "chocolate biscuit yoghurt noodle soup tea coffee juice bread cheese butter rice pasta honey"
)
TASTES = "dark milk organic vanilla strawberry green lemon classic whole light spicy smoked roasted"
WIDTH = 200
"""Columns of a table."""


class Maker:
    """Makes rows that look like those of Open Food Facts, the same ones every time."""

    def __init__(self) -> None:
        self.chance = random.Random(5)
        letters = "bcdfgklmnprstvz"
        self.brands = [
            "".join(self.chance.choice(letters) + self.chance.choice("aeiou") for _ in range(3))
            for _ in range(20_000)
        ]

    def row(self, number: int) -> dict[str, Any]:
        """The product of a number."""
        body = f"{300_000_000_000 + number * 7:012}"
        chance = self.chance
        kind, taste = chance.choice(KINDS.split()), chance.choice(TASTES.split())
        brand = chance.choice(self.brands)
        return {
            "code": body + str(check_digit(body)),
            "product_name": f"{taste} {kind} {brand} {chance.randrange(99)}",
            "brands": brand.title(),
            "quantity": f"{chance.choice((100, 250, 330, 500, 1000))} g",
            "ingredients_text": ", ".join(chance.choice(self.brands) for _ in range(20)),
            "allergens": "en:milk,en:gluten",
            "traces_tags": "en:nuts",
            "nutriscore_grade": chance.choice("abcde"),
            "nova_group": chance.choice("1234"),
            "categories_tags": "en:foods,en:snacks,en:sweet-snacks",
            "last_modified_t": 1_700_000_000 + number,
            **{f"{name}_100g": round(chance.random() * 60, 2) for name in NUTRITION},
        }


def write_table(path: Path, rows: int) -> None:
    maker = Maker()
    header = [*COLUMNS, *(f"column_{place}" for place in range(WIDTH - len(COLUMNS)))]
    padding = "\t".join("" if place % 3 else "some text" for place in range(WIDTH - len(COLUMNS)))
    with path.open("w") as file:
        file.write("\t".join(header) + "\n")
        for number in range(rows):
            row = maker.row(number)
            cells = "\t".join(str(row.get(column, "")) for column in COLUMNS)
            file.write(f"{cells}\t{padding}\n")


def write_lines(path: Path, rows: int) -> None:
    maker = Maker()
    more = {f"field_{place}": ["en:some-tag"] * 4 for place in range(90)}
    with path.open("w") as file:
        for number in range(rows):
            row = maker.row(number)
            row["nutriments"] = {f"{name}_100g": row.pop(f"{name}_100g") for name in NUTRITION}
            file.write(json.dumps({**more, **row}) + "\n")


def write_parquet(path: Path, rows: int) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    maker, writer = Maker(), None
    for first in range(0, rows, 50_000):
        part = [maker.row(number) for number in range(first, min(first + 50_000, rows))]
        table = pa.Table.from_pylist(part)
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table)
    if writer:
        writer.close()


def imported(path: Path, into: Path) -> float:
    """Rows a second."""
    shelves = Shelves(open_catalogue(into))
    began = time.perf_counter()
    outcome = bring_in(File(path, date(2026, 1, 1)), shelves, lambda _share, _outcome: None)
    took = time.perf_counter() - began
    shelves.close()
    assert outcome.goods == outcome.rows
    return outcome.rows / took


async def asked(file: Path) -> dict[str, float]:
    """How long answers take, and how many misspelt names are found."""
    catalogue, chance, maker = SQLiteCatalogue(file), random.Random(1), Maker()
    some = [maker.row(number) for number in range(2_000)]
    took: dict[str, list[float]] = {"number": [], "name": [], "misspelt name": []}
    found = 0
    await catalogue.good("0")
    for row in chance.sample(some, 200):
        taste, kind, brand = row["product_name"].split()[:3]
        wrong = brand[:3] + chance.choice("bdgkt") + brand[4:]
        with timed(took["number"]):
            await catalogue.good(row["code"])
        with timed(took["name"]):
            await catalogue.search(row["product_name"], language=ENGLISH)
        with timed(took["misspelt name"]):
            answer = await catalogue.search(f"{taste} {kind} {wrong}", language=ENGLISH)
        found += any(brand in good.names[""] for good in answer)
    await catalogue.aclose()
    figures: dict[str, float] = {}
    for way, each in took.items():
        figures[f"look-up by {way}, median ms"] = round(median(each), 2)
        figures[f"look-up by {way}, 95 % ms"] = round(report.percentile(each, 0.95), 2)
    return {**figures, "misspelt names found, of 200": found}


@contextmanager
def timed(took: list[float]) -> Iterator[None]:
    """Note how many milliseconds something takes."""
    began = time.perf_counter()
    yield
    took.append(1000 * (time.perf_counter() - began))


def main(rows: int, lines: int, folder: Path | None) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as place:
        here = Path(place)
        write_lines(here / "goods.jsonl", lines)
        write_parquet(here / "goods.parquet", lines)
        write_table(here / "goods.tsv", rows)
        figures: dict[str, Any] = {
            "JSON lines, rows a second": round(imported(here / "goods.jsonl", here / "a.sqlite")),
            "Parquet, rows a second": round(imported(here / "goods.parquet", here / "b.sqlite")),
            "table, rows": rows,
            "table, rows a second": round(imported(here / "goods.tsv", here / "c.sqlite")),
        }
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        figures["memory at most, MiB"] = round(peak)
        size = sum(each.stat().st_size for each in here.glob("c.sqlite*"))
        figures["database, MB"] = round(size / 1e6)
        figures["database of 3 million, GB"] = round(size / rows * 3e6 / 1e9, 2)
        figures |= anyio.run(asked, here / "c.sqlite")
    report.save("goods", figures)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000, help="of the table")
    parser.add_argument("--lines", type=int, default=40_000, help="of JSON and Parquet")
    parser.add_argument("--folder", type=Path, help="where the files are made")
    given = parser.parse_args()
    main(given.rows, given.lines, given.folder)
