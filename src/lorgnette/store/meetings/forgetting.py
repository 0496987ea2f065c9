"""Meetings that are forgotten leave nothing on disk.

Rows that SQLite deletes are overwritten (`secure_delete`), but an index of words marks what is
gone and drops it when its parts are merged, and the write-ahead log has pages as they were. So
the index is merged, a little at a time so that nobody waits, and the log is emptied.
"""

import sqlite3
from typing import Final

import anyio.to_thread

from lorgnette.store.meetings.places import places
from lorgnette.store.meetings.sound import SoundFiles
from lorgnette.store.sqlite import SQLite

PAGES: Final = 200
"""Pages of the index that are merged at once: a tenth of a second."""

STEPS: Final = 10_000

_MERGE: Final = "INSERT INTO meeting_words (meeting_words, rank) VALUES ('merge', ?)"


class Forgetting:
    """Forgets meetings and their sound. What a kill interrupts, `sweep` finishes."""

    def __init__(self, store: SQLite, sound: SoundFiles | None) -> None:
        self.store = store
        self.sound = sound

    async def forget(self, where: str, value: object) -> int:
        """Forget the meetings for which `where` holds; how many. Raises StoreFailed."""

        def task(db: sqlite3.Connection) -> int:
            gone = db.execute(f"SELECT id FROM meetings WHERE {where}", [value]).fetchall()  # noqa: S608 - ours
            for (meeting,) in gone:
                remove(db, meeting)
            return len(gone)

        count = await self.store.work(task)
        await self.sweep()
        return count

    async def forget_audio(self, where: str, value: object) -> int:
        """Forget the sound of the meetings for which `where` holds; of how many."""

        def task(db: sqlite3.Connection) -> int:
            rows = db.execute(
                f"UPDATE meetings SET audio = 0 WHERE audio AND {where} RETURNING id",  # noqa: S608 - ours
                [value],
            ).fetchall()
            db.executemany("INSERT OR IGNORE INTO meeting_leftovers VALUES (?)", rows)
            return len(rows)

        count = await self.store.work(task)
        await self.sweep()
        return count

    async def sweep(self) -> None:
        """Let what was forgotten leave nothing on disk. Raises StoreFailed."""
        left = await self.store.run(
            "SELECT meeting, id IS NULL, coalesce(audio, 0) FROM meeting_leftovers"
            " LEFT JOIN meetings ON id = meeting"
        )
        silent = [meeting for meeting, _, audio in left if not audio]
        if silent and self.sound is not None:
            await anyio.to_thread.run_sync(self.sound.remove, silent)
        if any(gone for _, gone, _ in left):
            await self.merge()
            if not await self.store.empty_log():
                return
        done = [(meeting,) for meeting, *_ in left]
        await self.store.work(
            lambda db: db.executemany("DELETE FROM meeting_leftovers WHERE meeting = ?", done)
        )

    async def merge(self) -> None:
        """Merge the parts of the index that there are now into one."""
        await self.store.run(_MERGE, [-PAGES])
        for _ in range(STEPS):
            if not await self.store.work(merged_some):
                return


def remove(db: sqlite3.Connection, meeting: int) -> None:
    """Remove every row of a meeting, and note that it may have left something on disk."""
    db.execute("DELETE FROM meeting_words WHERE rowid BETWEEN ? AND ?", places(meeting))
    db.execute("DELETE FROM meeting_lines WHERE place BETWEEN ? AND ?", places(meeting))
    for table, column in (
        ("meeting_speakers", "meeting"),
        ("meeting_marks", "meeting"),
        ("meetings", "id"),
    ):
        db.execute(f"DELETE FROM {table} WHERE {column} = ?", [meeting])  # noqa: S608 - ours
    db.execute("INSERT OR IGNORE INTO meeting_leftovers VALUES (?)", [meeting])


def merged_some(db: sqlite3.Connection) -> bool:
    """Merge a little of the index; whether there may be more to do."""
    before = db.total_changes
    db.execute(_MERGE, [PAGES])
    return db.total_changes - before >= 2
