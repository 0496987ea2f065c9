"""Puts goods and prices onto the shelves, lot by lot, each whole or not at all."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import msgspec

from lorgnette.core.errors import StoreFailed
from lorgnette.core.goods import Good, Observation
from lorgnette.store.goods.names import sound, terms

PACK = msgspec.msgpack.Encoder()


class Source(msgspec.Struct, frozen=True):
    """A file that was imported, or is being imported: `rows` of it were read."""

    id: int
    name: str
    kind: str
    rows: int
    goods: int
    prices: int
    done: bool
    mark: str


class Shelves:
    """The catalogue, to be written. Whoever reads meanwhile sees whole lots."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """`db`: as from `open_catalogue`."""
        self.db = db
        self.known: set[str] = set()

    def sources(self) -> list[Source]:
        """Everything that was imported, the oldest first."""
        rows = self.db.execute(
            "SELECT id, name, kind, rows, goods, prices, done, mark FROM sources ORDER BY id"
        )
        return [msgspec.convert(dict(zip(Source.__struct_fields__, row, strict=True)), Source,
                                strict=False) for row in rows]  # fmt: skip

    def begin(self, name: str, kind: str, mark: str) -> Source:
        """Begin with a file, or go on with it when it is the same as before."""
        with self.lot():
            old = next((each for each in self.sources() if each.name == name), None)
            if old is not None and old.mark == mark:
                return old
            if old is not None:
                self.remove(old.id)
            self.db.execute(
                "INSERT INTO sources (name, kind, mark) VALUES (?, ?, ?)", (name, kind, mark)
            )
        return self.sources()[-1]

    def put(
        self, source: int, rows: int, goods: Sequence[Good], prices: Sequence[Observation]
    ) -> None:
        """Keep a lot, after which so many `rows` of the file were read. Raises StoreFailed."""
        with self.lot():
            self.db.executemany(
                "INSERT OR REPLACE INTO goods (gtin, source, data) VALUES (?, ?, ?)",
                [(int(good.gtin), source, PACK.encode(good)) for good in goods],
            )
            self._index(goods)
            self.db.executemany(
                "INSERT INTO prices (gtin, day, source, data) VALUES (?, ?, ?, ?)",
                [
                    (int(seen.gtin), seen.date.toordinal(), source, PACK.encode(seen))
                    for seen in prices
                ],
            )
            self.db.execute(
                "UPDATE sources SET rows = ?, goods = goods + ?, prices = prices + ? WHERE id = ?",
                (rows, len(goods), len(prices), source),
            )

    def finish(self, source: int) -> None:
        """The file was read to its end."""
        with self.lot():
            self.db.execute("UPDATE sources SET done = 1 WHERE id = ?", [source])

    def remove(self, source: int) -> None:
        """Forget what came from a file, and the file."""
        for table in ("goods", "prices"):
            self.db.execute(f"DELETE FROM {table} WHERE source = ?", [source])  # noqa: S608
        self.db.execute("DELETE FROM sources WHERE id = ?", [source])

    def _index(self, goods: Sequence[Good]) -> None:
        rows, fresh = [], set[str]()
        for good in goods:
            said = terms(" ".join((good.brand, *good.names.values())))
            rows.append((int(good.gtin), " ".join(said)))
            fresh.update(said)
        fresh -= self.known
        self.known |= fresh
        self.db.executemany("INSERT INTO names (rowid, said) VALUES (?, ?)", rows)
        self.db.executemany(
            "INSERT OR IGNORE INTO words (word, sound) VALUES (?, ?)",
            [(word, sound(word)) for word in fresh if len(word) < 40],
        )

    @contextmanager
    def lot(self) -> Iterator[None]:
        """One transaction. Raises StoreFailed, and then nothing of it was kept."""
        try:
            self.db.execute("BEGIN IMMEDIATE")
            yield
            self.db.execute("COMMIT")
        except sqlite3.Error as error:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            raise StoreFailed(f"the catalogue was not written: {error}") from error
        except BaseException:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            raise
