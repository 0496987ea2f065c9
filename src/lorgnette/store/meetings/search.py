"""Looking for lines, the best first, in a time that does not grow with how often a word was said.

Three rounds, each newest first and only as long as more is wanted: the words as one phrase; all
of them; some of them near others. A round looks at a bounded number of lines.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from math import log2
from typing import Final, NamedTuple

from lorgnette.core.search.excerpt import excerpt
from lorgnette.core.search.wanted import Unit, Wanted, spans_of, wanted, words_of
from lorgnette.core.transcripts import Line
from lorgnette.core.transcripts.transcript import NAME_LENGTH
from lorgnette.core.types import Wearer
from lorgnette.core.words import Span
from lorgnette.engines.meetings import Hit, Search
from lorgnette.store.meetings import rows
from lorgnette.store.meetings.index import token_of
from lorgnette.store.meetings.places import BITS, meeting_at, places

MOST: Final = 1_000
"""Lines that a search can find."""

OF_A_PART: Final = 200
"""Lines that are looked at for each part of what is wanted, when no line has all."""

NEAR: Final = 3
"""So many lines apart, words still belong together."""

OPEN, CLOSE = "\x01", "\x02"
"""Around what was found, in what the index has; no line has them."""


class Range(NamedTuple):
    """Where is looked: from one place to another, in meetings that began between two moments.

    `who` is the part of what the index is asked that says whose it is, and who said it.
    """

    who: str
    first: int
    last: int
    since: float
    until: float


def found(
    db: sqlite3.Connection, wearer: Wearer, search: Search, skip: int, limit: int
) -> Sequence[Hit]:
    """The lines of a wearer that fit, the best first, without the first `skip` of them."""
    wish, where = wanted(search.words), _where(db, wearer, search)
    if where is None or (search.words.strip() and not wish.units):
        return ()
    upto = min(MOST, skip + limit)
    at = _best(db, wish, where, upto) if wish.units else _newest(db, where.who, where, upto)
    looked_for = " OR ".join(map(_said, dict.fromkeys((*wish.matter, *wish.parts))))
    return [_hit(db, each, looked_for) for each in at[skip:upto]]


def _where(db: sqlite3.Connection, wearer: Wearer, search: Search) -> Range | None:
    """Where to look; None when there is no such meeting, or nobody of that name can be."""
    since = search.since.timestamp() if search.since else float("-inf")
    until = search.until.timestamp() if search.until else float("inf")
    first, last = db.execute(
        "SELECT min(id), max(id) FROM meetings WHERE wearer = ?"
        " AND id = coalesce(?, id) AND began BETWEEN ? AND ?",
        (wearer, search.meeting, since, until),
    ).fetchone()
    person = words_of(search.person[:NAME_LENGTH])
    if first is None or (search.person.strip() and not person):
        return None
    said_by = [f'who : "{_quoted(word)}"' for word in person]
    asked = " AND ".join([f"whose : {token_of(wearer)}", *said_by])
    return Range(asked, *places(first, last), since, until)


def _best(db: sqlite3.Connection, wish: Wanted, where: Range, most: int) -> list[int]:
    asked = [_said(wish.phrase)]
    if len(wish.units) > 1:
        asked.append(" AND ".join(map(_said, wish.matter)))
    at: dict[int, None] = {}
    for each in asked:
        if len(at) < most:
            at |= dict.fromkeys(_newest(db, f"({each}) AND {where.who}", where, most))
    if len(at) < most and wish.parts != (wish.phrase,):
        at |= dict.fromkeys(_near(db, wish.parts, where))
    return list(at)[:most]


def _near(db: sqlite3.Connection, parts: Sequence[Unit], where: Range) -> Iterator[int]:
    """The lines that have some of the parts, best those near which the others stand.

    What was said seldom counts more than what is said all the time.
    """
    having: dict[int, set[int]] = {}
    weights: list[float] = []
    for number, part in enumerate(parts):
        at = _newest(db, f"{_said(part)} AND {where.who}", where, OF_A_PART)
        weights.append(1 / log2(2 + len(at)))
        for each in at:
            having.setdefault(each, set()).add(number)
    scores = {}
    for each, own in having.items():
        near = set().union(*(having.get(each + far, ()) for far in range(-NEAR, NEAR + 1)))
        scores[each] = sum(weights[n] * (1 if n in own else 0.5) for n in near), len(near)
    most = max((count for _, count in scores.values()), default=0)
    enough = [each for each, (_, count) in scores.items() if 2 * count > most]
    yield from sorted(enough, key=lambda each: (scores[each][0], each), reverse=True)


def _newest(db: sqlite3.Connection, asked: str, where: Range, limit: int) -> list[int]:
    found = db.execute(
        "SELECT rowid FROM meeting_words WHERE meeting_words MATCH ? AND rowid BETWEEN ? AND ?"
        " AND (SELECT began FROM meetings WHERE id = meeting_words.rowid >> ?) BETWEEN ? AND ?"
        " ORDER BY rowid DESC LIMIT ?",
        (asked, where.first, where.last, BITS, where.since, where.until, limit),
    )
    return [row[0] for row in found]


def _said(unit: Unit) -> str:
    """A unit as the index is asked for it. Whatever is in it, it is words."""
    return f'said : "{_quoted(" ".join(unit.words))}"' + ("*" if unit.begins else "")


def _quoted(text: str) -> str:
    return text.replace('"', '""')


def _spans(db: sqlite3.Connection, at: int, line: Line, looked_for: str) -> list[Span]:
    """Where in a line the words stand for which it was found."""
    if not looked_for:
        return []
    row = db.execute(
        "SELECT highlight(meeting_words, 0, ?, ?) FROM meeting_words"
        " WHERE meeting_words MATCH ? AND rowid = ?",
        (OPEN, CLOSE, looked_for, at),
    ).fetchone()
    stand, inside = [], False
    words = row[0].split(" ") if row else []
    for word, span in zip(words, spans_of(line.text, line.language), strict=False):
        inside = inside or OPEN in word
        if inside:
            stand.append(span)
        inside = inside and word.rfind(OPEN) >= word.rfind(CLOSE)
    return stand


def _hit(db: sqlite3.Connection, at: int, looked_for: str) -> Hit:
    row = db.execute(
        f"SELECT {rows.LINE} FROM meeting_lines WHERE place = ?",  # noqa: S608 - ours
        [at],
    ).fetchone()
    title, began, zone = db.execute(
        "SELECT title, began, zone FROM meetings WHERE id = ?", [meeting_at(at)]
    ).fetchone()
    names, same = rows.speakers(db, meeting_at(at))
    line = rows.line(row, same)
    text, stand = excerpt(line.text, _spans(db, at, line, looked_for))
    who = (names.get(line.speaker) or f"#{line.speaker}") if line.speaker else ""
    return Hit(meeting_at(at), title, rows.zoned(began, zone), line, who, text, stand)
