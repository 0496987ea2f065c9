"""The words of lines, so that they can be looked for.

The index has what was said and who said it as terms with spaces between them, and whose meeting
it is, so that nobody's words slow down another's search.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from lorgnette.core.search.terms import indexed
from lorgnette.core.search.wanted import words_of
from lorgnette.core.types import Language, Wearer
from lorgnette.store.meetings.places import places
from lorgnette.store.meetings.rows import speakers


def put(db: sqlite3.Connection, meeting: int, changed: Iterable[int]) -> None:
    """Put lines into the index, in the place of what it had of them."""
    names, same = speakers(db, meeting)
    (wearer,) = db.execute("SELECT wearer FROM meetings WHERE id = ?", [meeting]).fetchone()
    whose = token_of(wearer)
    for at in changed:
        text, language, speaker = db.execute(
            "SELECT text, language, speaker FROM meeting_lines WHERE place = ?", [at]
        ).fetchone()
        root = same.get(speaker, speaker)
        who = names.get(root) or str(root or "")
        said = " ".join(indexed(words_of(text, Language(language))))
        db.execute(
            "INSERT OR REPLACE INTO meeting_words (rowid, said, who, whose) VALUES (?, ?, ?, ?)",
            (at, said, " ".join(words_of(who)), whose),
        )


def put_said_by(db: sqlite3.Connection, meeting: int, numbers: Sequence[int]) -> None:
    """Put all lines of some speakers into the index anew: their name is another."""
    among = ", ".join("?" * len(numbers))
    rows = db.execute(
        f"SELECT place FROM meeting_lines WHERE speaker IN ({among}) AND state > 0"  # noqa: S608 - marks
        " AND place BETWEEN ? AND ?",
        (*numbers, *places(meeting)),
    )
    put(db, meeting, [row[0] for row in rows.fetchall()])


def token_of(wearer: Wearer) -> str:
    """A wearer's name as one word."""
    return f"w{wearer.encode(errors='surrogatepass').hex()}"
