"""Finds goods by name, as people say, type and hear them."""

import sqlite3
from collections.abc import Callable, Sequence
from math import inf
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
"""Words that are compared with one that nothing is called, by their letters."""

HEARD: Final = 150
"""Of these, the words that are compared by their sounds too."""


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
    differs = spelling(word)
    near = [(differs(other), other) for (other,) in rows if abs(len(other) - len(word)) <= 3]
    heard = [(min(cost, unlike(word, other)), other) for cost, other in sorted(near)[:HEARD]]
    return [other for cost, other in sorted(heard)[:LIKE] if cost <= 0.5 + len(word) / 5]


def unlike(one: str, other: str) -> float:
    """How different two words sound; 0 when they sound the same."""
    if one.isascii() and one.isalpha() and other.isascii():
        return distance(sounds(one), sounds(other), 3.0)
    return 0.1 if sound(one) == sound(other) else inf


def spelling(word: str) -> Callable[[str], int]:
    """Tells of other words by how many letters they differ from this one.

    Myers' algorithm (Journal of the ACM 46, 1999), in the form of Hyyrö: a row of the table is two
    numbers, whose bits say where it goes up and down.
    """
    places: dict[str, int] = {}
    for place, letter in enumerate(word):
        places[letter] = places.get(letter, 0) | 1 << place
    every, last = (1 << len(word)) - 1, 1 << len(word) >> 1

    def differs(other: str) -> int:
        up, down, cost = every, 0, len(word)
        for letter in other:
            same = places.get(letter, 0)
            level = (((same & up) + up) ^ up) | same | down
            right, left = down | ~(level | up) & every, up & level
            cost += bool(right & last) - bool(left & last)
            right = right << 1 | 1
            up, down = (left << 1 | ~(level | right)) & every, right & level & every
        return cost

    return differs


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
