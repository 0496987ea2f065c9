"""The store in one SQLite file: write-ahead log, one connection, one thread at a time.

Every change is a transaction that is on disk before the call returns, so a hub killed in the
middle of anything finds its things whole.
"""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Generic, TypeVar

import anyio
import anyio.to_thread
import msgspec

from lorgnette.core.clock import Clock
from lorgnette.core.errors import StoreFailed
from lorgnette.core.types import Wearer
from lorgnette.engines.records import Stored, Thing
from lorgnette.store.migrations import migrate
from lorgnette.store.rows import is_whole, kind_name, stamp, stored, texts_of, thing, unstamp

T = TypeVar("T", bound=msgspec.Struct)
R = TypeVar("R")

MEMORY = ":memory:"

TRIES = 5
"""How often the log is emptied, when others read from it."""

LAST = 2**63 - 1
"""The largest number a record can have."""


class SQLite:
    """Records in a SQLite file. `path` may be `:memory:` for a store that forgets.

    A file is worked on in a thread; memory at once, as there is no disk to wait for.
    """

    def __init__(self, path: Path | str, clock: Clock) -> None:
        """Open the file, making it when needed. Raises StoreFailed when that cannot be done."""
        self.clock = clock
        self.waits = path != MEMORY
        self.turn = anyio.Lock()
        self.change = anyio.Event()
        try:
            self.connection = open_database(path)
        except sqlite3.Error as error:
            raise StoreFailed(f"cannot open {path}: {error}. Move it away to start anew") from error
        except OSError as error:
            raise StoreFailed(f"cannot open {path}: {error.strerror}") from error

    def shelf(self, wearer: Wearer, kind: type[T], /) -> "SQLiteShelf[T]":
        """The shelf of one kind of struct of one wearer."""
        return SQLiteShelf(self, wearer, kind)

    async def due(self, kind: type[T], until: datetime, /) -> Sequence[tuple[Wearer, Stored[T]]]:
        """The structs of all wearers that are due by `until`, the longest due first."""
        rows = await self.run(
            "SELECT wearer, id, item, created, due FROM records"
            " WHERE kind = ? AND due <= ? ORDER BY due, id",
            (kind_name(kind), stamp(until)),
        )
        return [(Wearer(row[0]), stored(kind, row[1:])) for row in rows if is_whole(kind, row[2])]

    async def next_due(self, kind: type[T], after: datetime, /) -> datetime | None:
        """When the next struct of this kind is due, of those that are not due yet."""
        rows = await self.run(
            "SELECT min(due) FROM records WHERE kind = ? AND due > ?",
            (kind_name(kind), stamp(after)),
        )
        return unstamp(rows[0][0])

    async def wearers(self) -> Sequence[Wearer]:
        """Everybody who keeps something."""
        rows = await self.run("SELECT DISTINCT wearer FROM records ORDER BY wearer")
        return [Wearer(row[0]) for row in rows]

    async def everything(
        self, wearer: Wearer, /, *, but: str, before: int | None = None, limit: int = 1000
    ) -> Sequence[Thing]:
        """What a wearer keeps of any kind, newest first; `but` begins the kinds to leave out."""
        rows = await self.run(
            "SELECT id, kind, item, created, due FROM records WHERE wearer = ?"
            " AND substr(kind, 1, ?) != ? AND id < ? ORDER BY id DESC LIMIT ?",
            (wearer, len(but), but, LAST if before is None else before, limit),
        )
        return [thing(row) for row in rows]

    async def discard(self, wearer: Wearer, number: int, /, *, but: str) -> bool:
        """Forget one thing of a wearer, whatever its kind; False when there is no such thing."""
        rows = await self.run(
            "DELETE FROM records WHERE wearer = ? AND id = ? AND substr(kind, 1, ?) != ?"
            " RETURNING id",
            (wearer, number, len(but), but),
        )
        self.announce()
        return bool(rows)

    async def changed(self) -> None:
        """Wait until something with a due time was added, replaced or removed."""
        await self.change.wait()

    def announce(self) -> None:
        """Wake whoever waits for a change."""
        self.change.set()
        self.change = anyio.Event()

    async def run(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement in a transaction of its own and return its rows."""
        return await self.work(lambda db: db.execute(statement, values).fetchall())

    async def work(self, task: Callable[[sqlite3.Connection], R]) -> R:
        """Run `task` in one transaction, off the event loop; all of it happens, or nothing."""

        def transaction() -> R:
            with self.connection:
                return task(self.connection)

        async with self.turn:
            try:
                return await self.off_the_loop(transaction)
            except sqlite3.Error as error:
                raise StoreFailed(f"the store cannot be written or read: {error}") from error

    async def off_the_loop(self, task: Callable[[], R]) -> R:
        """Do something that has to wait for the disk, if this store waits for one."""
        return await anyio.to_thread.run_sync(task) if self.waits else task()

    async def empty_log(self) -> bool:
        """Empty the write-ahead log, which has pages as they were before something was deleted.

        False when somebody else is reading from it all the time.
        """
        for _ in range(TRIES):
            [(busy, *_)] = await self.run("PRAGMA wal_checkpoint(TRUNCATE)")
            if not busy:
                return True
        return False

    async def aclose(self) -> None:
        """Close the file; what was written stays."""
        with anyio.CancelScope(shield=True):
            async with self.turn:
                await anyio.to_thread.run_sync(self.connection.close)


class SQLiteShelf(Generic[T]):
    """The structs of one kind of one wearer."""

    def __init__(self, store: SQLite, wearer: Wearer, kind: type[T]) -> None:
        self.store = store
        self.kind = kind
        self.place = (wearer, kind_name(kind))

    async def add(self, item: T, /, *, due: datetime | None = None) -> Stored[T]:
        """Keep a struct."""
        now = self.store.clock.now()
        rows = await self.store.run(
            "INSERT INTO records (wearer, kind, item, created, due) VALUES (?, ?, ?, ?, ?)"
            " RETURNING id",
            (*self.place, msgspec.json.encode(item).decode(), stamp(now), stamp(due)),
        )
        self.store.announce()
        return Stored(rows[0][0], item, now, due)

    async def all(self, *, limit: int = 1000) -> Sequence[Stored[T]]:
        """Every struct, oldest first."""
        return await self.select("", (), limit)

    async def find(self, text: str, /, *, limit: int = 100) -> Sequence[Stored[T]]:
        """The structs in which each word of `text` occurs, newest first."""
        words = text.casefold().split()
        found = [
            each
            for each in await self.select("", (), limit=100_000)
            if all(word in texts_of(each.item) for word in words)
        ]
        return found[::-1][:limit]

    async def newest(self, *, before: int | None = None, limit: int = 100) -> Sequence[Stored[T]]:
        """The newest structs, newest first, of those that came before the one with an id."""
        upto = LAST if before is None else before
        return await self.select("AND id < ?", (upto,), limit, order="id DESC")

    async def replace(self, number: int, item: T, /, *, due: datetime | None = None) -> bool:
        """Put another struct in the place of one."""
        rows = await self.store.run(
            "UPDATE records SET item = ?, due = ? WHERE wearer = ? AND kind = ? AND id = ?"
            " RETURNING id",
            (msgspec.json.encode(item).decode(), stamp(due), *self.place, number),
        )
        self.store.announce()
        return bool(rows)

    async def remove(self, *numbers: int) -> int:
        """Forget these structs, all or none."""

        def task(db: sqlite3.Connection) -> int:
            statement = "DELETE FROM records WHERE wearer = ? AND kind = ? AND id = ?"
            return sum(db.execute(statement, (*self.place, each)).rowcount for each in numbers)

        removed = await self.store.work(task)
        self.store.announce()
        return removed

    async def clear(self, *, until: datetime | None = None) -> int:
        """Forget every struct, or those that came until then; how many there were."""
        rows = await self.store.run(
            "DELETE FROM records WHERE wearer = ? AND kind = ? AND created <= ? RETURNING id",
            (*self.place, float("inf") if until is None else stamp(until)),
        )
        if rows:
            self.store.announce()
        return len(rows)

    async def select(
        self, where: str, values: Sequence[object], limit: int, *, order: str = "id"
    ) -> list[Stored[T]]:
        """The structs for which `where` holds, oldest first; damaged ones are passed over."""
        rows = await self.store.run(
            f"SELECT id, item, created, due FROM records WHERE wearer = ? AND kind = ? {where}"  # noqa: S608 - `where` is ours
            f" ORDER BY {order} LIMIT ?",
            (*self.place, *values, limit),
        )
        return [stored(self.kind, row) for row in rows if is_whole(self.kind, row[1])]


def open_database(path: Path | str) -> sqlite3.Connection:
    """Open or make the file, which only its owner may read; bring its tables up to date."""
    if path != MEMORY:
        Path(path).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        Path(path).touch(mode=0o600)
    connection = sqlite3.connect(path, check_same_thread=False, timeout=5)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection
