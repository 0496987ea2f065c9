"""The meetings of every wearer, in the store's file; their sound in files beside it."""

import datetime as dt
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from lorgnette.core.minutes import Minutes
from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.transcripts.transcript import LINE_LENGTH, LONGEST, TITLE_LENGTH
from lorgnette.core.types import Language, Wearer
from lorgnette.core.writing import showable
from lorgnette.engines.meetings import Hit, Mark, Meeting, Search
from lorgnette.store.meetings import changes, rows
from lorgnette.store.meetings.forgetting import Forgetting
from lorgnette.store.meetings.recorder import FileRecorder
from lorgnette.store.meetings.search import found
from lorgnette.store.meetings.sound import SoundFiles
from lorgnette.store.sqlite import LAST, SQLite

R = TypeVar("R")


class SQLiteMeetings:
    """Implements `engines.Meetings`.

    `folder` is where sound is kept; without one there is none. With `keep_audio`, recorders are
    given out; else only what was recorded before can be played.
    """

    def __init__(
        self, store: SQLite, folder: Path | None = None, *, keep_audio: bool = False
    ) -> None:
        self.store = store
        self.sound = SoundFiles(folder) if folder else None
        self.keeps_audio = keep_audio and folder is not None
        self.forgetting = Forgetting(store, self.sound)

    def of(self, wearer: Wearer, /) -> "SQLiteDiary":
        """See `Meetings`."""
        return SQLiteDiary(self, wearer)

    async def tidy(self, *, audio_until: dt.datetime | None = None) -> int:
        """See `Meetings`."""
        await self.forgetting.sweep()
        if audio_until is None:
            return 0
        return await self.forgetting.forget_audio("began <= ?", audio_until.timestamp())


class SQLiteDiary:
    """Implements `engines.Diary`."""

    def __init__(self, meetings: SQLiteMeetings, wearer: Wearer) -> None:
        self.meetings = meetings
        self.wearer = wearer

    async def begin(self, title: str, began: dt.datetime, language: Language, /) -> Meeting:
        """See `Diary`."""
        values = (self.wearer, showable(title, TITLE_LENGTH), began.timestamp())

        def task(db: sqlite3.Connection) -> Meeting:
            row = db.execute(
                "INSERT INTO meetings (wearer, title, began, zone, language)"
                " VALUES (?, ?, ?, ?, ?) RETURNING id",
                (*values, rows.zone_of(began), language),
            ).fetchone()
            return rows.meeting(db, self.wearer, row[0])

        return await self.meetings.store.work(task)

    async def write(
        self, meeting: int, lines: Sequence[Line], /, *, tail: Sequence[Line] = (), seconds: float
    ) -> None:
        """See `Diary`."""

        def task(db: sqlite3.Connection) -> None:
            db.execute(
                "UPDATE meetings SET seconds = max(seconds, ?) WHERE id = ?",
                (min(seconds, LONGEST), meeting),
            )
            changes.write(db, meeting, lines, tail)

        await self.change(meeting, task)

    async def go_on(self, meeting: int, /) -> Meeting:
        """See `Diary`."""

        def task(db: sqlite3.Connection) -> Meeting:
            changes.settle(db, meeting)
            db.execute("UPDATE meetings SET over = 0, minutes = NULL WHERE id = ?", [meeting])
            return rows.meeting(db, self.wearer, meeting)

        return await self.change(meeting, task)

    async def end(self, meeting: int, /, *, seconds: float | None = None) -> Meeting:
        """See `Diary`."""

        def task(db: sqlite3.Connection) -> Meeting:
            changes.settle(db, meeting)
            db.execute(
                "UPDATE meetings SET over = 1, seconds = coalesce(?, seconds) WHERE id = ?",
                (None if seconds is None else min(seconds, LONGEST), meeting),
            )
            return rows.meeting(db, self.wearer, meeting)

        return await self.change(meeting, task)

    async def retitle(self, meeting: int, title: str, /) -> None:
        """See `Diary`."""
        values = (showable(title, TITLE_LENGTH), meeting)
        await self.change(
            meeting, lambda db: db.execute("UPDATE meetings SET title = ? WHERE id = ?", values)
        )

    async def name_speaker(self, meeting: int, speaker: int, name: str, /) -> None:
        """See `Diary`."""
        await self.change(meeting, lambda db: changes.name_speaker(db, meeting, speaker, name))

    async def merge_speakers(self, meeting: int, speaker: int, into: int, /) -> None:
        """See `Diary`."""
        await self.change(meeting, lambda db: changes.merge_speakers(db, meeting, speaker, into))

    async def correct(self, meeting: int, line: int, text: str, /) -> None:
        """See `Diary`."""
        said = showable(text, LINE_LENGTH)
        await self.change(meeting, lambda db: changes.correct(db, meeting, line, "text", said))

    async def attribute(self, meeting: int, line: int, speaker: int | None, /) -> None:
        """See `Diary`."""
        await self.change(
            meeting, lambda db: changes.correct(db, meeting, line, "speaker", speaker)
        )

    async def mark(self, meeting: int, at: float, note: str = "", /) -> Mark:
        """See `Diary`."""
        noted = showable(note, LINE_LENGTH, paragraphs=True)

        def task(db: sqlite3.Connection) -> Mark:
            row = db.execute(
                "INSERT INTO meeting_marks (meeting, number, at, note) VALUES (?, 1 + coalesce("
                "(SELECT max(number) FROM meeting_marks WHERE meeting = ?), 0), ?, ?)"
                " RETURNING number, at, note",
                (meeting, meeting, at, noted),
            ).fetchone()
            return Mark(*row)

        return await self.change(meeting, task)

    async def unmark(self, meeting: int, mark: int, /) -> bool:
        """See `Diary`."""
        statement = "DELETE FROM meeting_marks WHERE meeting = ? AND number = ?"
        return await self.change(
            meeting, lambda db: bool(db.execute(statement, (meeting, mark)).rowcount)
        )

    async def keep_minutes(self, meeting: int, minutes: Minutes, /) -> None:
        """See `Diary`."""
        await self.change(meeting, lambda db: changes.keep_minutes(db, meeting, minutes))

    async def minutes(self, meeting: int, /) -> Minutes | None:
        """See `Diary`."""
        return await self.change(meeting, lambda db: changes.minutes_of(db, meeting))

    async def one(self, meeting: int, /) -> Meeting:
        """See `Diary`."""
        return await self.meetings.store.work(lambda db: rows.meeting(db, self.wearer, meeting))

    async def newest(self, *, before: int | None = None, limit: int = 100) -> Sequence[Meeting]:
        """See `Diary`."""
        return await self.select("id < ?", (LAST if before is None else before,), limit)

    async def running(self) -> Sequence[Meeting]:
        """See `Diary`."""
        return await self.select("NOT over", (), -1)

    async def people(self) -> Sequence[str]:
        """See `Diary`."""
        found = await self.meetings.store.run(
            "SELECT DISTINCT name FROM meeting_speakers JOIN meetings ON id = meeting"
            " WHERE wearer = ? AND same IS NULL AND name != '' ORDER BY name",
            (self.wearer,),
        )
        return [row[0] for row in found]

    async def transcript(self, meeting: int, /) -> Transcript:
        """See `Diary`."""
        return await self.meetings.store.work(
            lambda db: rows.transcript(db, rows.meeting(db, self.wearer, meeting))
        )

    async def search(self, search: Search, /, *, skip: int = 0, limit: int = 20) -> Sequence[Hit]:
        """See `Diary`."""
        return await self.meetings.store.work(
            lambda db: found(db, self.wearer, search, skip, limit)
        )

    async def recorder(self, meeting: int, /) -> FileRecorder | None:
        """See `Diary`."""
        if self.meetings.sound is None or not self.meetings.keeps_audio:
            return None
        await self.change(
            meeting, lambda db: db.execute("UPDATE meetings SET audio = 1 WHERE id = ?", [meeting])
        )
        return await FileRecorder.open(self.meetings.sound.of(meeting))

    async def audio(self, meeting: int, /) -> Path | None:
        """See `Diary`."""
        known = await self.one(meeting)
        if self.meetings.sound is None or not known.audio or not known.over:
            return None
        return await self.meetings.sound.of(meeting).whole()

    async def delete_audio(self, meeting: int, /) -> bool:
        """See `Diary`."""
        await self.one(meeting)
        return await self.meetings.forgetting.forget_audio("id = ?", meeting) > 0

    async def delete(self, meeting: int, /) -> None:
        """See `Diary`."""
        await self.one(meeting)
        await self.meetings.forgetting.forget("id = ?", meeting)

    async def clear(self) -> int:
        """See `Diary`."""
        return await self.meetings.forgetting.forget("wearer = ?", self.wearer)

    async def change(self, meeting: int, task: Callable[[sqlite3.Connection], R]) -> R:
        """Do something with a meeting of this wearer, in one transaction. Raises NotFound."""

        def checked(db: sqlite3.Connection) -> R:
            rows.check(db, self.wearer, meeting)
            return task(db)

        return await self.meetings.store.work(checked)

    async def select(self, where: str, values: Sequence[object], limit: int) -> Sequence[Meeting]:
        """The wearer's meetings for which `where` holds, newest first."""

        def task(db: sqlite3.Connection) -> Sequence[Meeting]:
            every = db.execute(
                f"SELECT {rows.COLUMNS} FROM meetings WHERE wearer = ? AND {where}"  # noqa: S608 - ours
                " ORDER BY id DESC LIMIT ?",
                (self.wearer, *values, limit),
            ).fetchall()
            return [rows.whole(db, row) for row in every]

        return await self.meetings.store.work(task)
