"""Finds goods by name, as people say, type and hear them."""

import sqlite3
from collections.abc import Sequence
from typing import Final

import msgspec

from lorgnette.core.goods import Good
from lorgnette.core.types import Language
from lorgnette.store.goods.names import folded, sound, terms
from lorgnette.understanding.letters import sounds
from lorgnette.understanding.sound import distance

GOOD: Final = msgspec.msgpack.Decoder(Good)

MOST_WORDS: Final = 8
"""Words of a question that are looked at."""

LIKE: Final = 6
"""Other words that a word may have been."""

LOOKED_AT: Final = 300
"""Names that are compared with what was said."""

COMPARED: Final = 2_000
"""Words that are compared with one that nothing is called."""


def find(db: sqlite3.Connection, words: str, language: Language, limit: int) -> list[str]:
    """The numbers of goods that have the words in their names, or words like them, best first.

    Words that are in no name are taken for those they may have been. When nothing has all words,
    every word may have been another; then some words may be missing.
    """
    said = list(dict.fromkeys(terms(words)))[:MOST_WORDS]
    groups = [[word] if known(db, word) else like(db, word) for word in said]
    groups = [group for group in groups if group]
    found = matching(db, groups, " AND ")
    if not found and groups:
        groups = [list(dict.fromkeys([*group[:1], *like(db, group[0])])) for group in groups]
        found = matching(db, groups, " AND ") or matching(db, groups, " OR ")
    ranked = sorted(found, key=lambda each: fit(each, said, groups, language), reverse=True)
    return list(dict.fromkeys(each.gtin for each in ranked))[:limit]


def known(db: sqlite3.Connection, word: str) -> bool:
    """Whether a name has the word."""
    return db.execute("SELECT 1 FROM words WHERE word = ?", [word]).fetchone() is not None


def like(db: sqlite3.Connection, word: str) -> list[str]:
    """Known words that this one may have been: they sound alike, or begin alike."""
    rows = db.execute(
        "SELECT word FROM words WHERE sound = ?"
        " UNION SELECT word FROM words WHERE word BETWEEN ? AND ? LIMIT ?",
        (sound(word), word[:3], word[:3] + "\uffff", COMPARED),
    )
    near = [(unlike(word, other), other) for (other,) in rows if abs(len(other) - len(word)) <= 3]
    return [other for cost, other in sorted(near)[:LIKE] if cost <= 0.5 + len(word) / 5]


def unlike(one: str, other: str) -> float:
    """How different two words are, to the ear or to the eye; 0 when they are the same."""
    if sound(one) == sound(other) and not one.isascii():
        return 0.1
    if not (one.isascii() and one.isalpha()):
        return written(one, other)
    return min(distance(sounds(one), sounds(other), 3.0), written(one, other))


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
    if not groups:
        return []
    wanted = joined.join("(" + " OR ".join(f'"{word}"' for word in group) + ")" for group in groups)
    rows = db.execute(
        "SELECT goods.data FROM names JOIN goods ON goods.id = names.rowid"
        " WHERE names MATCH ? LIMIT ?",
        (wanted, LOOKED_AT),
    )
    return [GOOD.decode(row[0]) for row in rows]


def fit(
    each: Good, said: Sequence[str], groups: Sequence[Sequence[str]], language: Language
) -> tuple[float, bool, int]:
    """How well a product fits what was said: words it has, then how short its name is."""
    have = set(terms(" ".join((each.brand, *each.names.values()))))
    exact = sum(word in have for word in said)
    alike = sum(any(word in have for word in group) for group in groups)
    name = folded(each.name(language))
    return exact + 0.8 * (alike - exact), bool(each.nutriscore or each.allergens), -len(name)
