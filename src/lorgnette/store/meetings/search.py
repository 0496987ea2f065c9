"""Looking for lines, the best first, in a time that does not grow with how often a word was said.

Three rounds, each newest first and only as long as more is wanted: the words as one phrase; all
of them; some of them near others. A round looks at a bounded number of lines.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from functools import reduce
from math import log2
from operator import or_
from typing import Final, NamedTuple

from lorgnette.core.search.excerpt import excerpt
from lorgnette.core.search.terms import WIDE, asked
from lorgnette.core.search.wanted import Unit, Wanted, spans_of, wanted, words_of
from lorgnette.core.transcripts import Line
from lorgnette.core.transcripts.transcript import NAME_LENGTH
from lorgnette.core.types import Wearer
from lorgnette.core.words import Span
from lorgnette.engines.meetings import Hit, Search
from lorgnette.store.meetings import rows
from lorgnette.store.meetings.index import token_of
from lorgnette.store.meetings.places import BITS, meeting_at, places
from lorgnette.store.migrations import TOKENS

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
    page = at[skip:upto]
    units = dict.fromkeys((*wish.matter, *wish.parts))
    pairs = frozenset(pair for unit in units for pair in _pairs(unit))
    marked = highlighted(db, page, " OR ".join(map(_said, units)))
    return [_hit(db, each, marked.get(each, ""), pairs) for each in page]


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
    who = " AND ".join([f"whose : {token_of(wearer)}", *said_by])
    return Range(who, *places(first, last), since, until)


def _best(db: sqlite3.Connection, wish: Wanted, where: Range, most: int) -> list[int]:
    rounds = [_said(wish.phrase)]
    if len(wish.units) > 1:
        rounds.append(" AND ".join(map(_said, wish.matter)))
    at: dict[int, None] = {}
    for each in rounds:
        if len(at) < most:
            at |= dict.fromkeys(_newest(db, f"({each}) AND {where.who}", where, most))
    if len(at) < most and wish.parts != (wish.phrase,):
        at |= dict.fromkeys(_near(db, wish.parts, where))
    return list(at)[:most]


def _near(db: sqlite3.Connection, parts: Sequence[Unit], where: Range) -> Iterator[int]:
    """The lines that have some of the parts, best those near which the others stand.

    What was said seldom counts more than what is said all the time.
    """
    having: dict[int, int] = defaultdict(int)  # a bit for each part
    weights: list[float] = []
    for number, part in enumerate(parts):
        at = _newest(db, f"{_said(part)} AND {where.who}", where, OF_A_PART)
        weights.append(1 / log2(2 + len(at)))
        for each in at:
            having[each] |= 1 << number
    near = {
        each: reduce(or_, (having.get(each + far, 0) for far in range(-NEAR, NEAR + 1)))
        for each in having
    }
    most = max(map(int.bit_count, near.values()), default=0)
    enough = [each for each, parts_near in near.items() if 2 * parts_near.bit_count() > most]
    worth = {
        bits: sum(weight for number, weight in enumerate(weights) if bits >> number & 1)
        for bits in {*having.values(), *near.values()}
    }
    yield from sorted(
        enough, key=lambda each: (worth[having[each]] + worth[near[each]], each), reverse=True
    )


def _newest(db: sqlite3.Connection, wish: str, where: Range, limit: int) -> list[int]:
    found = db.execute(
        "SELECT rowid FROM meeting_words WHERE meeting_words MATCH ? AND rowid BETWEEN ? AND ?"
        " AND (SELECT began FROM meetings WHERE id = meeting_words.rowid >> ?) BETWEEN ? AND ?"
        " ORDER BY rowid DESC LIMIT ?",
        (wish, where.first, where.last, BITS, where.since, where.until, limit),
    )
    return [row[0] for row in found]


def _said(unit: Unit) -> str:
    """A unit as the index is asked for it. Whatever is in it, it is words."""
    terms, goes_on = asked(unit.words)
    return f'said : "{_quoted(" ".join(terms))}"' + ("*" if unit.begins or goes_on else "")


def _quoted(text: str) -> str:
    return text.replace('"', '""')


def _pairs(unit: Unit) -> Iterator[str]:
    """The terms that are two characters."""
    terms, _ = asked(unit.words)
    return (term for term in terms if len(term) == 2 and term >= WIDE)


def highlighted(db: sqlite3.Connection, at: Sequence[int], wish: str) -> dict[int, str]:
    """The terms of lines, with signs around those that are looked for; only lines that have some.

    They are put into an index of their own, in memory: the large one takes a millisecond for
    each line to find it again.
    """
    if not at or not wish:
        return {}
    with closing(sqlite3.connect(":memory:")) as few:
        few.execute(f"CREATE VIRTUAL TABLE few USING fts5(said, {TOKENS})")
        for each in at:
            terms = db.execute("SELECT rowid, said FROM meeting_words WHERE rowid = ?", [each])
            few.executemany("INSERT INTO few (rowid, said) VALUES (?, ?)", terms)
        asked = "SELECT rowid, highlight(few, 0, ?, ?) FROM few WHERE few MATCH ?"
        return dict(few.execute(asked, (OPEN, CLOSE, wish)))


def _spans(line: Line, marked: str, pairs: Collection[str]) -> list[Span]:
    """Where in a line the words stand that are marked among its terms."""
    places = spans_of(line.text, line.language)
    stand, inside = set[Span](), False
    for number, term in enumerate(marked.split(" ")[: len(places)]):
        inside = inside or OPEN in term
        if inside:
            last = number + (term.strip(OPEN + CLOSE) in pairs)
            stand.update(places[number : last + 1])
        inside = inside and term.rfind(OPEN) >= term.rfind(CLOSE)
    return sorted(stand)


def _hit(db: sqlite3.Connection, at: int, marked: str, pairs: Collection[str]) -> Hit:
    row = db.execute(
        f"SELECT {rows.LINE} FROM meeting_lines WHERE place = ?",  # noqa: S608 - ours
        [at],
    ).fetchone()
    title, began, zone = db.execute(
        "SELECT title, began, zone FROM meetings WHERE id = ?", [meeting_at(at)]
    ).fetchone()
    names, same = rows.speakers(db, meeting_at(at))
    line = rows.line(row, same)
    text, stand = excerpt(line.text, _spans(line, marked, pairs))
    who = (names.get(line.speaker) or f"#{line.speaker}") if line.speaker else ""
    return Hit(meeting_at(at), title, rows.zoned(began, zone), line, who, text, stand)
