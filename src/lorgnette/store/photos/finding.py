"""Looking for photos: by the words of their texts and places, by when and where they were taken.

Words are looked for where words begin, so that «men» finds «menu», and of Chinese anywhere. When
nothing has them all, words that a reader may have misread by one letter will do.
"""

import math
import sqlite3
from collections.abc import Sequence
from typing import Any, Final

from lorgnette.core.pages.find import FORGIVING, errors
from lorgnette.core.search.wanted import Unit, wanted
from lorgnette.core.types import Spot, Wearer
from lorgnette.engines.photos import Found, Search
from lorgnette.store.photos.rows import COLUMNS, WHOLE, photo

NEAR: Final = 300.0
"""Metres around a spot."""

DEGREE: Final = 111_200.0
"""Metres of a degree of latitude."""

WORDS: Final = "words || place_words"

LATEST: Final = 5_000
"""Photos in which misread words are looked for, the newest."""


def found(db: sqlite3.Connection, wearer: Wearer, search: Search, skip: int, limit: int) -> Found:
    """What fits, the newest first."""
    units, in_quotes = wanted(search.words)
    where, values = conditions(wearer, search)
    exact = "".join(f" AND instr({WORDS}, ?)" for _ in units)
    texts = [piece(unit) for unit in units]
    ids = numbers(db, f"{where}{exact}", (*values, *texts))
    forgiving = bool(units) and not ids and not in_quotes
    if forgiving:
        ids = misread(db, where, values, units)
    rows = selected(db, ids[skip : skip + limit])
    return Found([photo(row) for row in rows], len(ids), exact=not forgiving or not ids)


def conditions(wearer: Wearer, search: Search) -> tuple[str, list[object]]:
    """What must hold of a photo beside its words."""
    where, values = f"wearer = ? AND state = {WHOLE}", list[object]([wearer])
    for moment, condition in ((search.since, "taken >= ?"), (search.until, "taken < ?")):
        if moment is not None:
            where += f" AND {condition}"
            values.append(moment.timestamp())
    if search.near is not None:
        for column, (least, most) in around(search.near).items():
            where += f" AND {column} BETWEEN ? AND ?"
            values += (least, most)
    return where, values


def around(spot: Spot) -> dict[str, tuple[float, float]]:
    """Between which degrees it is near a spot."""
    tall = NEAR / DEGREE
    wide = tall / max(0.01, math.cos(math.radians(spot.latitude)))
    return {
        "latitude": (spot.latitude - tall, spot.latitude + tall),
        "longitude": (spot.longitude - wide, spot.longitude + wide),
    }


def piece(unit: Unit) -> str:
    """Words as they stand in a row."""
    return "".join(f" {word}" for word in unit.words)


def numbers(db: sqlite3.Connection, where: str, values: Sequence[object]) -> list[int]:
    """The numbers of the photos for which something holds, the newest first."""
    statement = f"SELECT id FROM photos WHERE {where} ORDER BY id DESC"  # noqa: S608 - ours
    return [row[0] for row in db.execute(statement, values)]


def misread(
    db: sqlite3.Connection, where: str, values: Sequence[object], units: Sequence[Unit]
) -> list[int]:
    """The photos that have every word, but for one letter of each."""
    asked = [word for unit in units for word in unit.words]
    statement = f"SELECT id, {WORDS} FROM photos WHERE {where} ORDER BY id DESC LIMIT {LATEST}"  # noqa: S608 - ours
    return [
        number
        for number, words in db.execute(statement, values)
        if all(any(alike(one, word) for one in words.split(" ")) for word in asked)
    ]


def alike(read: str, word: str) -> bool:
    """Whether a word may have been read like that."""
    return read == word or (len(word) >= FORGIVING and errors(read, word) <= 1)


def selected(db: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """Rows by their numbers, the newest first."""
    marks = ", ".join("?" * len(ids))
    return db.execute(
        f"SELECT {COLUMNS} FROM photos WHERE id IN ({marks}) ORDER BY id DESC",  # noqa: S608 - ours
        ids,
    ).fetchall()
