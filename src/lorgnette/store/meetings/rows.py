"""Meetings as rows of the store, and back."""

import datetime as dt
import sqlite3
from collections.abc import Sequence
from typing import Any, Final

from lorgnette.core.errors import NotFound
from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.types import Language, Wearer
from lorgnette.engines.meetings import Mark, Meeting
from lorgnette.store.meetings.places import line_at, places

COLUMNS: Final = "id, title, began, zone, language, seconds, over, audio"
LINE: Final = "place, starts, ends, text, speaker, language"


def zoned(seconds: float, zone: int) -> dt.datetime:
    """A moment in seconds since 1970, as a clock shows it so many seconds east of Greenwich."""
    return dt.datetime.fromtimestamp(seconds, dt.timezone(dt.timedelta(seconds=zone)))


def zone_of(moment: dt.datetime) -> int:
    """How many seconds east of Greenwich a moment's clock is."""
    offset = moment.utcoffset()
    return 0 if offset is None else round(offset.total_seconds())


def meeting(db: sqlite3.Connection, wearer: Wearer, number: int) -> Meeting:
    """A meeting of a wearer. Raises NotFound."""
    check(db, wearer, number)
    row = db.execute(
        f"SELECT {COLUMNS} FROM meetings WHERE id = ?",  # noqa: S608 - ours
        [number],
    ).fetchone()
    return whole(db, row)


def check(db: sqlite3.Connection, wearer: Wearer, number: int) -> None:
    """Raises NotFound when a wearer has no such meeting."""
    known = db.execute("SELECT 1 FROM meetings WHERE id = ? AND wearer = ?", (number, wearer))
    if known.fetchone() is None:
        raise NotFound(f"there is no meeting {number}")


def whole(db: sqlite3.Connection, row: Sequence[Any]) -> Meeting:
    """A row of `COLUMNS` with what belongs to it."""
    number, title, began, zone, language, seconds, over, audio = row
    names, same = speakers(db, number)
    last = db.execute(
        "SELECT max(place) FROM meeting_lines WHERE place BETWEEN ? AND ?", places(number)
    ).fetchone()[0]
    marks = db.execute(
        "SELECT number, at, note FROM meeting_marks WHERE meeting = ? ORDER BY at, number", [number]
    )
    return Meeting(
        id=number,
        title=title,
        began=zoned(began, zone),
        language=Language(language),
        seconds=seconds,
        over=bool(over),
        speakers=names,
        same=same,
        marks=tuple(Mark(*each) for each in marks),
        lines=line_at(last or 0),
        audio=bool(audio),
    )


def speakers(db: sqlite3.Connection, number: int) -> tuple[dict[int, str], dict[int, int]]:
    """The names of a meeting's speakers, and who is the same as whom."""
    rows = db.execute(
        "SELECT number, name, same FROM meeting_speakers WHERE meeting = ?", [number]
    ).fetchall()
    names = {each: name for each, name, same in rows if same is None and name}
    return names, {each: same for each, _, same in rows if same is not None}


def transcript(db: sqlite3.Connection, meeting: Meeting) -> Transcript:
    """What was said in a meeting; speakers that are one have one number."""
    rows = db.execute(
        f"SELECT {LINE} FROM meeting_lines WHERE place BETWEEN ? AND ?",  # noqa: S608 - ours
        places(meeting.id),
    )
    lines = tuple(line(row, meeting.same) for row in rows)
    return Transcript(meeting.title, meeting.seconds, lines, meeting.began, meeting.speakers)


def line(row: Sequence[Any], same: dict[int, int]) -> Line:
    """A row of `LINE` as a line."""
    at, start, end, text, speaker, language = row
    return Line(line_at(at), start, end, text, same.get(speaker, speaker), Language(language))
