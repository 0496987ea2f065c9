"""Reads the catalogue on this machine."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

import anyio
import anyio.to_thread
import msgspec

from lorgnette.core.errors import StoreFailed
from lorgnette.core.goods import Good, Observation, distinct, merged
from lorgnette.core.types import Language
from lorgnette.store.goods.finding import GOOD, find
from lorgnette.store.goods.tables import open_catalogue, price_key, rows_of

T = TypeVar("T")

OBSERVATION: Final = msgspec.msgpack.Decoder(Observation)


class SQLiteCatalogue:
    """Implements `Catalogue` with the file of `lorgnette goods import`."""

    def __init__(self, path: Path) -> None:
        """`path`: the file; one that is not there yet is an empty catalogue."""
        self.path = path
        self.turn = anyio.Lock()
        self.db: sqlite3.Connection | None = None

    async def good(self, gtin: str, /) -> Good | None:
        """See `Catalogue`. What several files say is put together, the latest file first."""
        return await self.work(lambda db: good(db, gtin))

    async def search(self, words: str, /, *, language: Language, limit: int = 10) -> Sequence[Good]:
        """See `Catalogue`."""
        return await self.work(lambda db: search(db, words, language, limit)) or ()

    async def prices(self, of: str, /, *, limit: int = 100) -> Sequence[Observation]:
        """See `Catalogue`."""
        return await self.work(lambda db: prices(db, of, limit)) or ()

    async def work(self, task: Callable[[sqlite3.Connection], T]) -> T | None:
        """Read, off the event loop; None when nothing was imported yet. Raises StoreFailed."""
        async with self.turn:
            return await anyio.to_thread.run_sync(self._work, task)

    def _work(self, task: Callable[[sqlite3.Connection], T]) -> T | None:
        if self.db is None:
            if not self.path.exists():
                return None
            self.db = open_catalogue(self.path)
        try:
            return task(self.db)
        except (sqlite3.Error, msgspec.MsgspecError) as error:
            raise StoreFailed(f"{self.path} could not be read: {error}") from error

    async def aclose(self) -> None:
        """Close the file."""
        if self.db is not None:
            self.db.close()
            self.db = None


def good(db: sqlite3.Connection, gtin: str) -> Good | None:
    """A product by its number."""
    rows = db.execute(
        "SELECT data FROM goods WHERE id BETWEEN ? AND ? ORDER BY id DESC", rows_of(gtin)
    ).fetchall()
    return merged(*(GOOD.decode(row[0]) for row in rows)) if rows else None


def prices(db: sqlite3.Connection, of: str, limit: int) -> list[Observation]:
    """What it was seen to cost, the newest first."""
    key = price_key(of)
    if key is None:
        return []
    rows = db.execute(
        "SELECT data FROM prices WHERE gtin = ? ORDER BY day DESC LIMIT ?", (key, 2 * limit)
    )
    seen = (OBSERVATION.decode(row[0]) for row in rows)
    return distinct(each for each in seen if each.of == of)[:limit]


def search(db: sqlite3.Connection, words: str, language: Language, limit: int) -> list[Good]:
    """Goods by name."""
    found = (good(db, gtin) for gtin in find(db, words, language, limit))
    return [each for each in found if each is not None]
