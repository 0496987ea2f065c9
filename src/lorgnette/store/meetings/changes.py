"""What changes in a meeting, each in a transaction that somebody else began."""

import sqlite3
from collections.abc import Sequence
from typing import Final

import msgspec

from lorgnette.core.errors import NotFound
from lorgnette.core.minutes import Minutes
from lorgnette.core.minutes.renamed import renamed
from lorgnette.core.transcripts import Line
from lorgnette.core.transcripts.transcript import NAME_LENGTH
from lorgnette.core.writing import showable
from lorgnette.store.meetings.index import put, put_said_by
from lorgnette.store.meetings.places import place, places
from lorgnette.store.meetings.rows import speakers

TAIL, SAID, CORRECTED = 0, 1, 2
"""The states of a line: it may still change, it will not, and the wearer said what it is."""

_PUT: Final = """
    INSERT INTO meeting_lines (place, starts, ends, text, speaker, language, state)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (place) DO UPDATE SET
        starts = excluded.starts, ends = excluded.ends, text = excluded.text,
        speaker = excluded.speaker, language = excluded.language, state = excluded.state
    WHERE state < 2
    RETURNING place
"""


def write(
    db: sqlite3.Connection, meeting: int, lines: Sequence[Line], tail: Sequence[Line]
) -> None:
    """Put lines in their places; the tail takes the place of the tail before."""
    db.execute(
        "DELETE FROM meeting_lines WHERE state = 0 AND place BETWEEN ? AND ?", places(meeting)
    )
    changed = [at for line in lines for at in put_line(db, meeting, line, SAID)]
    for line in tail:
        put_line(db, meeting, line, TAIL)
    if changed:
        put(db, meeting, changed)


def put_line(db: sqlite3.Connection, meeting: int, line: Line, state: int) -> list[int]:
    """Put a line in its place; where, unless the wearer has corrected it."""
    at = place(meeting, line.number)
    rows = db.execute(
        _PUT, (at, line.start, line.end, line.text, line.speaker, line.language, state)
    )
    return [row[0] for row in rows.fetchall()]


def settle(db: sqlite3.Connection, meeting: int) -> None:
    """What was the tail will not change any more."""
    rows = db.execute(
        "UPDATE meeting_lines SET state = 1 WHERE state = 0 AND place BETWEEN ? AND ?"
        " RETURNING place",
        places(meeting),
    )
    put(db, meeting, [row[0] for row in rows.fetchall()])


def correct(db: sqlite3.Connection, meeting: int, line: int, column: str, value: object) -> None:
    """A line is as the wearer says. Raises NotFound."""
    at = place(meeting, line)
    done = db.execute(
        f"UPDATE meeting_lines SET {column} = ?, state = 2 WHERE place = ?"  # noqa: S608 - ours
        " AND state > 0",
        (value, at),
    )
    if not line > 0 or not done.rowcount:
        raise NotFound(f"the meeting has no line {line} that is finished")
    put(db, meeting, [at])
    make_stale(db, meeting)


def name_speaker(db: sqlite3.Connection, meeting: int, speaker: int, name: str) -> None:
    """A speaker has this name; whoever has it too is the same."""
    names, same = speakers(db, meeting)
    root, name = same.get(speaker, speaker), showable(name, NAME_LENGTH)
    for other, known in names.items():
        if name and other != root and known.casefold() == name.casefold():
            merge_speakers(db, meeting, root, other)
            return
    db.execute(
        "INSERT INTO meeting_speakers (meeting, number, name) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET name = excluded.name",
        (meeting, root, name),
    )
    put_said_by(db, meeting, [root, *(each for each, other in same.items() if other == root)])
    rename_in_minutes(db, meeting, names.get(root) or f"#{root}", name or f"#{root}")


def merge_speakers(db: sqlite3.Connection, meeting: int, speaker: int, into: int) -> None:
    """A speaker and those who are the same are another, or stand for themselves again."""
    names, same = speakers(db, meeting)
    root = same.get(into, into)
    group = [speaker, *(each for each, other in same.items() if other == speaker)]
    if speaker not in (into, root):
        set_same(db, meeting, group, root)
        before, after = names.get(speaker) or f"#{speaker}", names.get(root) or f"#{root}"
        rename_in_minutes(db, meeting, before, after)
        if root not in names and speaker in names:
            name_speaker(db, meeting, root, names[speaker])
    elif speaker == into:
        set_same(db, meeting, group, None)
        make_stale(db, meeting)
    put_said_by(db, meeting, group)


def set_same(
    db: sqlite3.Connection, meeting: int, numbers: Sequence[int], root: int | None
) -> None:
    """These speakers are the same as one; None: each is somebody."""
    db.executemany(
        "INSERT INTO meeting_speakers (meeting, number, same) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET same = excluded.same,"
        " name = iif(excluded.same IS NULL, name, '')",
        [(meeting, number, root) for number in numbers],
    )


def rename_in_minutes(db: sqlite3.Connection, meeting: int, before: str, after: str) -> None:
    """Somebody has another name in the minutes; those by rules are to be made anew."""
    kept = minutes_of(db, meeting)
    if kept is None or not kept.rewritten:
        make_stale(db, meeting)
    else:
        keep_minutes(db, meeting, renamed(kept, before, after))


def minutes_of(db: sqlite3.Connection, meeting: int) -> Minutes | None:
    """The minutes that are kept; None when there are none, or they are of another version."""
    (kept,) = db.execute("SELECT minutes FROM meetings WHERE id = ?", [meeting]).fetchone()
    try:
        return msgspec.json.decode(kept, type=Minutes) if kept else None
    except msgspec.DecodeError:
        return None


def keep_minutes(db: sqlite3.Connection, meeting: int, minutes: Minutes) -> None:
    """Keep the minutes, in the place of those before."""
    encoded = msgspec.json.encode(minutes).decode()
    db.execute("UPDATE meetings SET minutes = ? WHERE id = ?", (encoded, meeting))


def make_stale(db: sqlite3.Connection, meeting: int) -> None:
    """The minutes tell what the lines no longer say."""
    db.execute("UPDATE meetings SET minutes = NULL WHERE id = ?", [meeting])
