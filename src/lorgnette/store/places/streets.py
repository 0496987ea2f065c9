"""Streets and rivers from the ways that they consist of."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise, product
from typing import Final

import msgspec

from lorgnette.core.types import Spot
from lorgnette.store.places.reading import Line, middle
from lorgnette.store.places.tables import CELLS, FINE, PACK, THERE, UNPACK, Row, cell_of

TABLE: Final = """
    CREATE TEMP TABLE ways (name TEXT NOT NULL, kind TEXT NOT NULL, data BLOB, line BLOB)
"""

REACH: Final = 100
"""Parts of a degree: ways of one name less than one or two of these apart are one street."""

MOST_PARTS: Final = 400
"""Into which one stretch is divided: those of real streets are shorter than two degrees."""


class Way(msgspec.Struct, frozen=True):
    """A way of a street."""

    row: Row
    line: Line


class Street(msgspec.Struct, frozen=True):
    """A street as a whole: what is known of it, and its lines."""

    row: Row
    lines: Sequence[Line]


def add_ways(db: sqlite3.Connection, ways: Iterable[Way]) -> None:
    """Keep ways for `streets`."""
    db.executemany(
        "INSERT INTO ways VALUES (?, ?, ?, ?)",
        [
            (way.row.place.name(THERE), way.row.place.kind, PACK.encode(way.row), packed(way.line))
            for way in ways
        ],
    )


def streets(db: sqlite3.Connection) -> Iterator[Street]:
    """The streets of all ways that were added: those of one name that are near each other."""
    rows = db.execute("SELECT name, kind, data, line FROM ways ORDER BY name, kind")
    for _, group in groupby(rows, key=lambda row: row[:2]):
        ways = [Way(UNPACK.decode(data), unpacked(line)) for _, _, data, line in group]
        for together in _clusters(ways):
            yield _joined(together)


def packed(line: Line) -> bytes:
    """A line as it is kept."""
    return array("i", [number for spot in line for number in spot]).tobytes()


def unpacked(data: bytes) -> Line:
    """The line that was packed."""
    numbers = array("i", data)
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def pieces(line: Line) -> Iterator[tuple[int, Line]]:
    """A line by the cells in which it lies; a stretch between two cells belongs to both."""
    line = list(_dense(line))
    cell, piece = cell_of(*line[0]), [line[0]]
    for here, there in pairwise(line):
        piece.append(there)
        after = cell_of(*there)
        if after != cell:
            yield cell, piece
            cell, piece = after, [here, there]
    if len(piece) > 1 or len(line) == 1:
        yield cell, piece


def _dense(line: Line) -> Iterator[tuple[int, int]]:
    """A line with more points, so that none of its stretches leaps over a cell."""
    yield line[0]
    for (x, y), (right, top) in pairwise(line):
        parts = min(MOST_PARTS, max(abs(right - x), abs(top - y)) * CELLS // FINE + 1)
        for part in range(1, parts):
            yield x + (right - x) * part // parts, y + (top - y) * part // parts
        yield right, top


def _clusters(ways: Sequence[Way]) -> Iterator[Sequence[Way]]:
    if len(ways) == 1:
        yield ways
        return
    above = list(range(len(ways)))

    def root(one: int) -> int:
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    seen: dict[tuple[int, int], int] = {}
    for number, way in enumerate(ways):
        for column, row in {(e * REACH // FINE, n * REACH // FINE) for e, n in _dense(way.line)}:
            for near in product((column - 1, column, column + 1), (row - 1, row, row + 1)):
                if near in seen:
                    above[root(number)] = root(seen[near])
            seen[column, row] = number
    groups: dict[int, list[Way]] = {}
    for number, way in enumerate(ways):
        groups.setdefault(root(number), []).append(way)
    yield from groups.values()


def _joined(ways: Sequence[Way]) -> Street:
    centres = [middle(way.line) for way in ways]
    count = len(ways)
    north = sum(each.latitude for each in centres) / count
    east = sum(each.longitude for each in centres) / count
    nearest = min(
        range(count),
        key=lambda i: (centres[i].latitude - north) ** 2 + (centres[i].longitude - east) ** 2,
    )
    rows = [way.row for way in ways]
    names = {k: v for row in reversed(rows) for k, v in row.place.names.items()}
    place = msgspec.structs.replace(
        rows[nearest].place,
        names=names,
        spot=Spot(centres[nearest].latitude, centres[nearest].longitude),
        importance=max(row.place.importance for row in rows),
    )
    also = tuple(dict.fromkeys(each for row in rows for each in row.also))[:8]
    return Street(Row(place, also), [way.line for way in ways])
