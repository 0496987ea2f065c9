"""Makes the index of places of a map."""

import gc
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, Self, TypeVar

import msgspec

from lorgnette.core.errors import StoreFailed
from lorgnette.core.places import Place
from lorgnette.core.places.addresses import house_number
from lorgnette.core.places.kinds import KINDS
from lorgnette.store.places.names import sound, street_key, terms
from lorgnette.store.places.reading import Line, Thing, things
from lorgnette.store.places.streets import TABLE, Street, Way, add_ways, packed, pieces, streets
from lorgnette.store.places.tables import (
    FILE,
    INDEXES,
    PACK,
    TABLES,
    Row,
    band_of,
    fine,
    squares_of,
)

T = TypeVar("T")

LOT: Final = 20_000
"""Things that are written at once."""

MOST_KNOWN: Final = 400_000
"""Words that are remembered to be there already."""

LONGEST_WORD: Final = 40

LEVELS: Final = 100
"""Into which importance is divided in the ids of places."""


class Indexed(msgspec.Struct, frozen=True):
    """What is in an index."""

    places: int
    houses: int


def index(
    file: Path, folder: Path, progress: Callable[[int], None] = lambda _count: None
) -> Indexed:
    """Make the index of a file of OpenStreetMap (.osm, .osm.pbf), in the folder of its map.

    It blocks, and is there only when it is whole: an older one stays until then. `progress` hears
    how many things there are so far. Raises StoreFailed when the file is broken or cut off.
    """
    collects = gc.isenabled()
    gc.disable()  # nothing here goes in circles, and looking for them takes an eighth of the time
    try:
        return _indexed(file, folder, progress)
    finally:
        if collects:
            gc.enable()


def _indexed(file: Path, folder: Path, progress: Callable[[int], None]) -> Indexed:
    with tempfile.TemporaryDirectory(prefix=".places-", dir=folder) as scratch:
        made = Path(scratch) / FILE
        try:
            with _Builder(made, progress) as builder:
                builder.take(things(file, Path(scratch)))
                indexed = builder.finish()
        except sqlite3.Error as error:
            raise StoreFailed(f"the index of places was not written: {error}") from error
        shutil.move(made, folder / FILE)
    return indexed


class _Builder:
    """An index that is being made."""

    def __init__(self, path: Path, progress: Callable[[int], None]) -> None:
        self.db = sqlite3.connect(path, isolation_level=None)
        self.progress = progress
        self.places = 0
        self.houses = 0
        self.known: set[str] = set()
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -65536"):
            self.db.execute(f"PRAGMA {pragma}")
        self.db.executescript(TABLES + TABLE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.db.close()

    def take(self, found: Iterable[Thing]) -> None:
        """Keep what was found."""
        for lot in _lots(found):
            self.db.execute("BEGIN")
            ways = [Way(each.row, each.line) for each in lot if each.row and each.line]
            add_ways(self.db, ways)
            self._put([(each.row, ()) for each in lot if each.row and not each.line])
            self._put_houses([each.house for each in lot if each.house])
            self.db.execute("COMMIT")
            self.progress(self.places + self.houses)

    def finish(self) -> Indexed:
        """Add the streets, and what makes reading quick."""
        for lot in _lots(self._streets()):
            self.db.execute("BEGIN")
            self._put([(street.row, street.lines) for street in lot])
            self.db.execute("COMMIT")
            self.progress(self.places + self.houses)
        self.db.execute("DROP TABLE ways")
        self.db.execute("INSERT INTO names (names) VALUES ('optimize')")
        self.db.executescript(INDEXES)
        self.db.execute("ANALYZE")
        return Indexed(self.places, self.houses)

    def _streets(self) -> Iterator[Street]:
        """Streets of ways, then those that only houses tell of."""
        self.db.execute("CREATE TEMP TABLE drawn (key TEXT PRIMARY KEY) WITHOUT ROWID")
        for street in streets(self.db):
            keys = {(street_key(name),) for name in street.row.place.names.values()}
            self.db.executemany("INSERT OR IGNORE INTO drawn VALUES (?)", keys)
            yield street
        rows = self.db.execute(
            "SELECT min(data) FROM houses WHERE street NOT IN (SELECT key FROM drawn)"
            " GROUP BY street, band / 4, longitude / 400000"
        )
        for (data,) in rows:
            house = msgspec.msgpack.decode(data, type=Place)
            named = msgspec.structs.replace(
                house,
                names={"": house.address.street},
                kind="street",
                address=msgspec.structs.replace(house.address, house="", street=""),
                importance=KINDS["street"].importance / 2,
            )
            yield Street(Row(named), ())

    def _put(self, rows: Sequence[tuple[Row, Sequence[Line]]]) -> None:
        numbered = []
        for number, (row, lines) in enumerate(rows, self.places):
            level = int((1 - row.place.importance) * LEVELS)
            numbered.append((level << 40 | number, row, lines))
        numbered.sort(key=lambda each: each[0])
        self.places += len(numbered)
        self.db.executemany(
            "INSERT INTO places VALUES (?, ?, ?, ?, ?)",
            [
                (
                    number,
                    row.place.kind,
                    band_of(row.place.spot.latitude),
                    fine(row.place.spot.longitude),
                    PACK.encode(row),
                )
                for number, row, _ in numbered
            ],
        )
        self.db.executemany(
            "INSERT INTO pieces VALUES (?, ?, ?)",
            [
                (cell, number, packed(piece))
                for number, _, lines in numbered
                for line in lines
                for cell, piece in pieces(line)
            ],
        )
        self._put_names([(number, row) for number, row, _ in numbered])

    def _put_names(self, rows: Sequence[tuple[int, Row]]) -> None:
        said, fresh = [], set[str]()
        for number, row in rows:
            place = row.place
            words = dict.fromkeys(_terms("\n".join((*place.names.values(), *row.also))))
            if words:
                said.append((number, " ".join((*words, *squares_of(place.spot)))))
                fresh.update(words)
        self.db.executemany("INSERT INTO names (rowid, said) VALUES (?, ?)", said)
        if len(self.known) > MOST_KNOWN:
            self.known.clear()
        fresh -= self.known
        self.known |= fresh
        self.db.executemany(
            "INSERT OR IGNORE INTO words VALUES (?, ?)",
            [(word, sound(word)) for word in sorted(fresh) if len(word) <= LONGEST_WORD],
        )

    def _put_houses(self, houses: Sequence[Place]) -> None:
        self.houses += len(houses)
        self.db.executemany(
            "INSERT INTO houses VALUES (?, ?, ?, ?, ?)",
            [
                (
                    street_key(house.address.street),
                    number,
                    band_of(house.spot.latitude),
                    fine(house.spot.longitude),
                    PACK.encode(house),
                )
                for house in houses
                for number in numbers_of(house.address.house)
            ],
        )


def numbers_of(house: str) -> list[str]:
    """Numbers under which a house is looked for: «10;12» has two, «10-12» three."""
    whole = house_number(house)
    parts = whole.replace(",", ";").split(";")
    low, _, high = whole.partition("-")
    if low.isdecimal() and high.isdecimal() and 0 < int(high) - int(low) <= 10:
        parts += [low, high]
    return list(dict.fromkeys(part for part in parts if part))[:8]


@lru_cache(maxsize=20_000)
def _terms(text: str) -> tuple[str, ...]:
    return tuple(terms(text))


def _lots(found: Iterable[T]) -> Iterator[list[T]]:
    lot: list[T] = []
    for each in found:
        lot.append(each)
        if len(lot) >= LOT:
            yield lot
            lot = []
    if lot:
        yield lot
