"""Puts goods and prices onto the shelves, lot by lot, each whole or not at all."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import msgspec

from lorgnette.core.errors import StoreFailed
from lorgnette.core.goods import Good, Observation
from lorgnette.store.goods.names import sound, terms
from lorgnette.store.goods.tables import MOST_SOURCES, price_key, row_of

PACK: Final = msgspec.msgpack.Encoder()

SWEPT: Final = 50_000
"""Rows that are forgotten at once, so that nobody waits long for the file."""

LONGEST_WORD: Final = 40


class Source(msgspec.Struct, frozen=True):
    """A file that was imported, or is being imported: `line` is the last one that was read."""

    id: int
    name: str
    mark: str
    kind: str
    line: int
    goods: int
    prices: int
    done: bool


class Shelves:
    """The catalogue, to be written. Whoever reads meanwhile sees whole lots."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """`db`: as from `open_catalogue`."""
        self.db = db
        self.known: set[str] = set()

    def sources(self) -> list[Source]:
        """Everything that was imported, the oldest first."""
        fields = Source.__struct_fields__
        rows = self.db.execute(f"SELECT {', '.join(fields)} FROM sources ORDER BY id")  # noqa: S608
        named = (dict(zip(fields, row, strict=True)) for row in rows)
        return [msgspec.convert(each, Source, strict=False) for each in named]

    def begin(self, name: str, kind: str, mark: str) -> Source:
        """Begin with a file, or go on with it when it is the same as before.

        What an older file of this name brought stays until `finish`. Raises StoreFailed.
        """
        with self.lot():
            self.db.execute(
                "INSERT OR IGNORE INTO sources (name, kind, mark) VALUES (?, ?, ?)",
                (name, kind, mark),
            )
        source = next(each for each in self.sources() if (each.name, each.mark) == (name, mark))
        if source.id > MOST_SOURCES:
            raise StoreFailed("the catalogue is worn out by its many files: make a new one")
        return source

    def put(
        self, source: int, line: int, goods: Sequence[Good], prices: Sequence[Observation]
    ) -> None:
        """Keep a lot, which ends with this line of the file. Raises StoreFailed."""
        with self.lot():
            self.db.executemany(
                "INSERT OR REPLACE INTO goods (id, data) VALUES (?, ?)",
                [(row_of(good.gtin, source), PACK.encode(good)) for good in goods],
            )
            self._index(source, goods)
            self.db.executemany(
                "INSERT INTO prices (gtin, day, source, data) VALUES (?, ?, ?, ?)",
                [
                    (price_key(seen.of), seen.date.toordinal(), source, PACK.encode(seen))
                    for seen in prices
                ],
            )
            self.db.execute(
                "UPDATE sources SET line = ?, goods = goods + ?, prices = prices + ? WHERE id = ?",
                (line, len(goods), len(prices), source),
            )

    def finish(self, source: int) -> None:
        """The file was read to its end: older files of its name are forgotten. StoreFailed."""
        with self.lot():
            self.db.execute("UPDATE sources SET done = 1 WHERE id = ?", [source])
        everything = self.sources()
        [name] = [each.name for each in everything if each.id == source]
        for each in everything:
            if each.name == name and each.id != source:
                self.remove(each.id)

    def remove(self, source: int) -> None:
        """Forget what came from a file, and the file. Raises StoreFailed.

        It takes its time, and others may read and write meanwhile. Broken off, it is done again.
        """
        with self.lot():
            self.db.execute("UPDATE sources SET done = 0 WHERE id = ?", [source])
        for table, key, belongs in (
            ("goods", "id", f"id & {MOST_SOURCES} = ?"),
            ("prices", "rowid", "source = ?"),
        ):
            self._sweep(table, key, belongs, source)
        with self.lot():
            self.db.execute("DELETE FROM sources WHERE id = ?", [source])
            if not self.db.execute("SELECT 1 FROM goods LIMIT 1").fetchone():
                self.db.execute("INSERT INTO names (names) VALUES ('delete-all')")
                self.db.execute("DELETE FROM words")
                self.known.clear()

    def answers(self) -> dict[str, int]:
        """How many answers of which catalogues are kept."""
        return dict(
            self.db.execute("SELECT catalogue, count(*) FROM answers GROUP BY 1 ORDER BY 1")
        )

    def forget_answers(self, catalogue: str) -> int:
        """Forget what a catalogue said; how many answers there were. Raises StoreFailed."""
        with self.lot():
            return self.db.execute("DELETE FROM answers WHERE catalogue = ?", [catalogue]).rowcount

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    def _sweep(self, table: str, key: str, belongs: str, source: int) -> None:
        last = -1
        while True:
            with self.lot():
                rows = self.db.execute(
                    f"SELECT {key} FROM {table} WHERE {key} > ? AND {belongs}"  # noqa: S608 - ours
                    f" ORDER BY {key} LIMIT ?",
                    (last, source, SWEPT),
                ).fetchall()
                self.db.executemany(f"DELETE FROM {table} WHERE {key} = ?", rows)  # noqa: S608
            if not rows:
                return
            [last] = rows[-1]

    def _index(self, source: int, goods: Sequence[Good]) -> None:
        rows, fresh = [], set[str]()
        for good in goods:
            said = dict.fromkeys(terms(" ".join((good.brand, *good.names.values()))))
            rows.append((row_of(good.gtin, source), " ".join(said)))
            fresh.update(said)
        self.db.executemany("INSERT INTO names (rowid, said) VALUES (?, ?)", rows)
        fresh -= self.known
        self.known |= fresh
        self.db.executemany(
            "INSERT INTO words (word, sound) VALUES (?, ?)",
            [(word, sound(word)) for word in fresh if self._is_new(word)],
        )

    def _is_new(self, word: str) -> bool:
        """Whether no name has had the word: how it sounds takes longer to tell."""
        there = self.db.execute("SELECT 1 FROM words WHERE word = ?", [word]).fetchone()
        return there is None and len(word) < LONGEST_WORD

    @contextmanager
    def lot(self) -> Iterator[None]:
        """One transaction. Raises StoreFailed, and then nothing of it was kept."""
        try:
            self.db.execute("BEGIN IMMEDIATE")
            yield
            self.db.execute("COMMIT")
        except sqlite3.Error as error:
            self._undo()
            raise StoreFailed(f"the catalogue was not written: {error}") from error
        except BaseException:
            self._undo()
            raise

    def _undo(self) -> None:
        self.known.clear()  # words that were not kept after all
        if self.db.in_transaction:
            self.db.execute("ROLLBACK")
