"""Finds places by their names, as people say, type and hear them."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import msgspec

from lorgnette.core.types import Spot
from lorgnette.store.goods.finding import spelling
from lorgnette.store.places import syllables
from lorgnette.store.places.likeness import Said, weight
from lorgnette.store.places.names import blurred, is_han, pinyin, sound
from lorgnette.store.places.tables import UNPACK, Row, squares_around
from lorgnette.understanding.letters import sounds
from lorgnette.understanding.sound import distance

MOST_TERMS: Final = 10
"""Terms of a question that are looked at."""

LIKE: Final = 8
"""Other words that a word may have been."""

LOOKED_AT: Final = 80
"""Places that are compared with what was said, nearby and everywhere."""

COMPARED: Final = 800
"""Words that are compared with one that nothing is called."""

HEARD: Final = 30
"""Of these, the words that are compared by their sounds too."""

TRIES: Final = 10
"""Parts of a question that are tried when nothing has all of its words."""

LIKELY: Final = 0.5
"""What fits less is no answer."""


class Named(msgspec.Struct, frozen=True):
    """A place that may be called so."""

    id: int
    row: Row
    likeness: float


def named(db: sqlite3.Connection, words: str, near: Spot | None) -> list[Named]:
    """Places that are called so, or nearly so."""
    said = Said(words)
    found: dict[int, Named] = {}
    for groups in _readings(db, said.terms[:MOST_TERMS]):
        for number, row in matching(db, groups, near):
            if (likeness := said.fits(row)) >= LIKELY:
                found[number] = Named(number, row, likeness)
        if found:
            break
    if said.letters and max((each.likeness for each in found.values()), default=0.0) < 0.9:
        for number, row in _in_pinyin(db, said.letters, near):
            likeness = max(said.fits_pinyin(row), said.fits(row))
            if likeness >= LIKELY and (number not in found or found[number].likeness < likeness):
                found[number] = Named(number, row, likeness)
    return list(found.values())


def _readings(db: sqlite3.Connection, said: Sequence[str]) -> Iterator[list[list[str]]]:
    """What may have been meant, the likeliest first: a list of words for each that was said."""
    if not said:
        return
    last = len(said) - 1
    groups = [
        [term] if known(db, term) else like(db, term, begun=place == last)
        for place, term in enumerate(said)
    ]
    some = [group for group in groups if group]
    yield some
    yield from _glued(db, said)
    pairs = zip(said, groups, strict=True)
    wider = [list(dict.fromkeys((*group, *like(db, term)))) for term, group in pairs]
    yield [group for group in wider if group]
    tries = 0
    for size in range(len(some) - 1, 0, -1):
        for start in range(len(some) - size + 1):
            part = some[start : start + size]
            if size == 1 and weight(part[0][0]) < 1:
                continue
            tries += 1
            if tries > TRIES:
                return
            yield part


def _glued(db: sqlite3.Connection, said: Sequence[str]) -> Iterator[list[list[str]]]:
    """Two words as one: «Bahnhof Strasse» is «Bahnhofstrasse»."""
    for place in range(len(said) - 1):
        both = said[place] + said[place + 1]
        if not is_han(both) and known(db, both):
            yield [[term] for term in (*said[:place], both, *said[place + 2 :])]


def known(db: sqlite3.Connection, word: str) -> bool:
    """Whether a name has the word."""
    return db.execute("SELECT 1 FROM words WHERE word = ?", [word]).fetchone() is not None


def like(db: sqlite3.Connection, word: str, *, begun: bool = False) -> list[str]:
    """Known words that this one may have been: they sound alike, or are spelt alike.

    One that was `begun` may go on.
    """
    if word.isdigit():
        return []
    start = word[: 2 if len(word) < 6 else 3]
    rows = db.execute(
        "SELECT word FROM words WHERE sound = ?"
        " UNION SELECT word FROM words WHERE word BETWEEN ? AND ? LIMIT ?",
        (sound(word), start, start + "\uffff", COMPARED),
    )
    others = [other for (other,) in rows if other != word]
    if is_han(word):
        return sorted(others, key=lambda other: pinyin(other) != pinyin(word))[:LIKE]
    differs = spelling(word)
    near = [(differs(other), other) for other in others if abs(len(other) - len(word)) <= 2]
    heard = [(min(cost, _unlike(word, other)), other) for cost, other in sorted(near)[:HEARD]]
    best = [other for cost, other in sorted(heard)[:LIKE] if cost <= 0.5 + len(word) / 5]
    if begun and len(word) >= 3:
        best += sorted((o for o in others if o.startswith(word)), key=len)[:LIKE]
    return best


def _unlike(one: str, other: str) -> float:
    if one.isascii() and one.isalpha() and other.isascii():
        return distance(sounds(one), sounds(other), 3.0)
    return float("inf")


def matching(
    db: sqlite3.Connection, groups: Sequence[Sequence[str]], near: Spot | None
) -> Iterator[tuple[int, Row]]:
    """Places that have a word of every group in their names: nearby ones and important ones."""
    if not groups:
        return
    wanted = " AND ".join(_any(group) for group in groups)
    seen = set[int]()
    everywhere = _rows(db, wanted)
    rounds: list[Callable[[], list[tuple[int, bytes]]]] = [lambda: everywhere]
    if near is not None and len(everywhere) >= LOOKED_AT:
        here, around, beyond = squares_around(near)
        rounds += [
            lambda: _rows(db, f"{wanted} AND {_any(here)}"),
            lambda: _rows(db, f"{wanted} AND {_any(around)}"),
            lambda: _rows(db, f"{wanted} AND {_any(beyond)}"),
        ]
    for number, look in enumerate(rounds):
        rows = look()
        for identity, data in rows:
            if identity not in seen:
                seen.add(identity)
                yield identity, UNPACK.decode(data)
        if number and len(rows) >= LOOKED_AT // 2:
            return


def _rows(db: sqlite3.Connection, wanted: str) -> list[tuple[int, bytes]]:
    return db.execute(
        "SELECT places.id, places.data FROM names JOIN places ON places.id = names.rowid"
        " WHERE names MATCH ? ORDER BY names.rowid LIMIT ?",
        (wanted, LOOKED_AT),
    ).fetchall()


def _any(words: Sequence[str]) -> str:
    return "(" + " OR ".join(f'"{word}"' for word in words) + ")"


def _in_pinyin(
    db: sqlite3.Connection, letters: str, near: Spot | None
) -> Iterator[tuple[int, Row]]:
    """Places with Chinese names that are read so."""
    for way in syllables.split(letters):
        if len(way) < 2:
            continue
        groups = [_read_so(db, way[place : place + 2]) for place in range(len(way) - 1)]
        if all(groups):
            yield from matching(db, groups[:MOST_TERMS], near)


def _read_so(db: sqlite3.Connection, pair: Sequence[str]) -> list[str]:
    rows = db.execute("SELECT word FROM words WHERE sound = ? LIMIT 200", [blurred(pair)])
    exact = " ".join(pair)
    found = [word for (word,) in rows if is_han(word)]
    return sorted(found, key=lambda word: pinyin(word) != exact)[:40]
