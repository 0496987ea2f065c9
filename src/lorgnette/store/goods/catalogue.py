"""Reads the catalogue on this machine."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

import anyio
import anyio.to_thread
import msgspec

from lorgnette.core.errors import StoreFailed
from lorgnette.core.goods import Good, Observation
from lorgnette.core.types import Language
from lorgnette.store.goods.names import folded, sound, terms
from lorgnette.store.goods.tables import open_catalogue
from lorgnette.understanding.letters import sounds
from lorgnette.understanding.sound import distance

T = TypeVar("T")

GOOD: Final = msgspec.msgpack.Decoder(Good)
OBSERVATION: Final = msgspec.msgpack.Decoder(Observation)

LIKE: Final = 6
"""Other words that a word may have been."""

LOOKED_AT: Final = 300
"""Names that are compared with what was said."""


class SQLiteCatalogue:
    """Implements `Catalogue` with the file of `lorgnette goods import`."""

    def __init__(self, path: Path) -> None:
        """`path`: the file; one that is not there yet is an empty catalogue."""
        self.path = path
        self.turn = anyio.Lock()
        self.db: sqlite3.Connection | None = None

    async def good(self, gtin: str, /) -> Good | None:
        """See `Catalogue`."""
        return await self.work(lambda db: good(db, gtin))

    async def search(self, words: str, /, *, language: Language, limit: int = 10) -> Sequence[Good]:
        """See `Catalogue`."""
        return await self.work(lambda db: search(db, words, language, limit)) or ()

    async def prices(self, gtin: str, /, *, limit: int = 100) -> Sequence[Observation]:
        """See `Catalogue`."""
        return await self.work(lambda db: prices(db, gtin, limit)) or ()

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
    if not (gtin.isascii() and gtin.isdigit() and len(gtin) <= 14):
        return None
    row = db.execute("SELECT data FROM goods WHERE gtin = ?", [int(gtin)]).fetchone()
    return GOOD.decode(row[0]) if row else None


def prices(db: sqlite3.Connection, gtin: str, limit: int) -> list[Observation]:
    """What it was seen to cost."""
    if not (gtin.isascii() and gtin.isdigit() and len(gtin) <= 14):
        return []
    rows = db.execute(
        "SELECT data FROM prices WHERE gtin = ? ORDER BY day DESC LIMIT ?", (int(gtin), limit)
    )
    return [OBSERVATION.decode(row[0]) for row in rows]


def search(db: sqlite3.Connection, words: str, language: Language, limit: int) -> list[Good]:
    """Goods whose names have the words, or words like them; then those with most of them."""
    said = list(dict.fromkeys(terms(words)))[:8]
    if not said:
        return []
    groups = [[word] if known(db, word) else like(db, word) for word in said]
    groups = [group for group in groups if group]
    found = matching(db, groups, " AND ")
    if not found and len(groups) > 1:
        found = matching(db, groups, " OR ")
    ranked = sorted(found, key=lambda each: fit(each, said, groups, language), reverse=True)
    return ranked[:limit]


def known(db: sqlite3.Connection, word: str) -> bool:
    """Whether a name has the word."""
    return db.execute("SELECT 1 FROM words WHERE word = ?", [word]).fetchone() is not None


def like(db: sqlite3.Connection, word: str) -> list[str]:
    """Known words that this one may have been: they sound alike, or begin alike."""
    heard = sounds(word) if word.isascii() and word.isalpha() else word
    rows = db.execute(
        "SELECT word FROM words WHERE sound = ?"
        " UNION SELECT word FROM words WHERE word BETWEEN ? AND ? LIMIT 2000",
        (sound(word), word[:3], word[:3] + "\uffff"),
    ).fetchall()
    near = [
        (min(distance(heard, sounds(other), 3.0), written(word, other)), other)
        for (other,) in rows
        if abs(len(other) - len(word)) <= 3
    ]
    return [other for cost, other in sorted(near)[:LIKE] if cost <= 0.5 + len(word) / 5]


def written(one: str, other: str) -> float:
    """How many letters two words differ by."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        before, row[0] = row[0], place
        for at, same in enumerate(other, 1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (letter != same))
    return float(row[-1])


def matching(db: sqlite3.Connection, groups: Sequence[Sequence[str]], joined: str) -> list[Good]:
    """Goods whose names have a word of every group, or of any."""
    wanted = joined.join(
        "(" + " OR ".join(f'"{word}"' for word in group) + ")" for group in groups if group
    )
    if not wanted:
        return []
    rows = db.execute(
        "SELECT goods.data FROM names JOIN goods ON goods.gtin = names.rowid"
        " WHERE names MATCH ? LIMIT ?",
        (wanted, LOOKED_AT),
    )
    return [GOOD.decode(row[0]) for row in rows]


def fit(
    each: Good, said: Sequence[str], groups: Sequence[Sequence[str]], language: Language
) -> tuple[float, int, int]:
    """How well a product fits what was said: words it has, then how short its name is."""
    have = set(terms(" ".join((each.brand, *each.names.values()))))
    exact = sum(word in have for word in said)
    alike = sum(any(word in have for word in group) for group in groups)
    name = folded(each.name(language))
    return exact + 0.8 * (alike - exact), bool(each.nutriscore or each.allergens), -len(name)
