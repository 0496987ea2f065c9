"""How quickly a catalogue of goods is imported, how large it gets, and how quickly it answers.

The files are made here, as large as those of Open Food Facts: rows of 200 columns as a table, 10
kilobytes of JSON, nested lists in Parquet. With `--into FILE` the table goes into a catalogue that
stays, behind what is in it: run it three times with `--rows 1000000` for one of 3 million.
"""

import argparse
import json
import random
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from multiprocessing import get_context
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
    *("chocolate", "biscuit", "yoghurt", "noodle", "soup", "tea", "coffee", "juice", "bread"),
    *("cheese", "butter", "rice", "pasta", "honey"),
)
TASTES = (
    *("dark", "milk", "organic", "vanilla", "strawberry", "green", "lemon", "classic", "whole"),
    *("light", "spicy", "smoked", "roasted"),
)
WIDTH = 200
"""Columns of a table."""


class Maker:
    """Makes rows that look like those of Open Food Facts, the same ones every time."""

    def __init__(self, first: int = 0) -> None:
        self.chance = random.Random(5 + first)
        names = random.Random(5)
        letters = "bcdfgklmnprstvz"
        self.brands = [
            "".join(names.choice(letters) + names.choice("aeiou") for _ in range(3))
            for _ in range(200_000)
        ]

    def row(self, number: int) -> dict[str, Any]:
        """The product of a number."""
        body = f"{300_000_000_000 + number * 7:012}"
        chance = self.chance
        kind, taste = chance.choice(KINDS), chance.choice(TASTES)
        brand = chance.choice(self.brands)
        return {
            "code": body + str(check_digit(body)),
            "product_name": f"{taste} {kind} {brand} {chance.randrange(99)}",
            "brands": brand.title(),
            "quantity": f"{chance.choice((100, 250, 330, 500, 1000))} g",
            "ingredients_text": ", ".join(chance.sample(self.brands, 20)),
            "allergens": "en:milk,en:gluten",
            "allergens_tags": "en:milk,en:gluten",
            "traces_tags": "en:nuts",
            "nutriscore_grade": chance.choice("abcde"),
            "nova_group": chance.choice("1234"),
            "categories_tags": f"en:foods,en:snacks,en:{taste}-{kind},en:{kind}",
            "last_modified_t": 1_700_000_000 + number,
            **{f"{name}_100g": round(chance.random() * 60, 2) for name in NUTRITION},
        }


def write_table(path: Path, rows: int, first: int = 0) -> None:
    maker = Maker(first)
    header = [*COLUMNS, *(f"column_{place}" for place in range(WIDTH - len(COLUMNS)))]
    padding = "\t".join("" if place % 3 else "some text" for place in range(WIDTH - len(COLUMNS)))
    with path.open("w") as file:
        file.write("\t".join(header) + "\n")
        for number in range(first, first + rows):
            row = maker.row(number)
            cells = "\t".join(str(row.get(column, "")) for column in COLUMNS)
            file.write(f"{cells}\t{padding}\n")


def write_lines(path: Path, rows: int) -> None:
    maker = Maker()
    more = {f"field_{place}": ["en:some-tag"] * 8 for place in range(70)}
    with path.open("w") as file:
        for number in range(rows):
            row = maker.row(number)
            row["nutriments"] = {f"{name}_100g": row.pop(f"{name}_100g") for name in NUTRITION}
            for name in ("allergens_tags", "traces_tags", "categories_tags"):
                row[name] = row[name].split(",")
            file.write(json.dumps({**more, **row}) + "\n")


def write_parquet(path: Path, rows: int) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    maker, writer = Maker(), None
    for first in range(0, rows, 50_000):
        part = [nested(maker.row(number)) for number in range(first, min(first + 50_000, rows))]
        table = pa.Table.from_pylist(part)
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table)
    if writer:
        writer.close()


def nested(row: dict[str, Any]) -> dict[str, Any]:
    """A row as Parquet has it: names by language, and nutrients, in lists."""
    values = [(name, row.pop(f"{name}_100g")) for name in NUTRITION]
    row["nutriments"] = [
        {"name": name, "value": value, "100g": value, "serving": None, "unit": "g"}
        for name, value in values
    ]
    for name in ("product_name", "ingredients_text"):
        row[name] = [{"lang": lang, "text": row[name]} for lang in ("main", "en")]
    for name in ("allergens_tags", "traces_tags", "categories_tags"):
        row[name] = row[name].split(",")
    return row


def imported(path: Path, into: Path) -> tuple[int, int]:
    """Rows a second, and MiB of memory at most, in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(bring, path, into).result()


def bring(path: Path, into: Path) -> tuple[int, int]:
    shelves = Shelves(open_catalogue(into))
    began = time.perf_counter()
    outcome = bring_in(File(path, date(2026, 1, 1)), shelves, lambda _share, _outcome: None)
    took = time.perf_counter() - began
    shelves.close()
    assert outcome.goods == outcome.rows
    status = dict(row.split(":\t") for row in Path("/proc/self/status").read_text().splitlines())
    return round(outcome.rows / took), round(int(status["VmHWM"].removesuffix("kB")) / 1024)


async def asked(file: Path, first: int) -> dict[str, float]:
    """How long answers take, and how many misspelt names are found."""
    catalogue, chance, maker = SQLiteCatalogue(file), random.Random(1), Maker(first)
    some = [maker.row(number) for number in range(first, first + 2_000)]
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


def main(rows: int, lines: int, into: Path | None) -> None:
    with tempfile.TemporaryDirectory() as place:
        here = Path(place)
        file = into or here / "goods.sqlite"
        first = size_of(file)[0] if file.exists() else 0
        write_table(here / f"{first}.tsv", rows, first)
        write_lines(here / "goods.jsonl", lines)
        write_parquet(here / "goods.parquet", lines)
        figures: dict[str, Any] = {}
        for kind, source, target in (
            ("table", here / f"{first}.tsv", file),
            ("Parquet", here / "goods.parquet", here / "parquet.sqlite"),
            ("JSON lines", here / "goods.jsonl", here / "lines.sqlite"),
        ):
            speed, memory = imported(source, target)
            figures |= {f"{kind}, rows a second": speed, f"{kind}, MiB at most": memory}
        goods, size = size_of(file)
        figures |= {"goods": goods, "database, GB": round(size / 1e9, 2)}
        figures["database of 3 million, GB"] = round(size / goods * 3e6 / 1e9, 2)
        figures |= anyio.run(asked, file, first)
    report.save("goods", figures)


def size_of(file: Path) -> tuple[int, int]:
    """How many goods are in a catalogue, and its bytes."""
    shelves = Shelves(open_catalogue(file))
    shelves.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    goods = sum(each.goods for each in shelves.sources())
    shelves.close()
    return goods, sum(each.stat().st_size for each in file.parent.glob(f"{file.name}*"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000, help="of the table")
    parser.add_argument("--lines", type=int, default=40_000, help="of JSON and Parquet")
    parser.add_argument("--into", type=Path, help="a catalogue that stays")
    given = parser.parse_args()
    main(given.rows, given.lines, given.into)
