"""What kind of place one looks for, as it is said."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, TypeVar

import msgspec

from lorgnette.core.places.kinds import KINDS, LINES, SETTLEMENTS
from lorgnette.core.slots import register
from lorgnette.core.slots.phrases import Part, Table
from lorgnette.core.slots.said import Said
from lorgnette.core.types import CHINESE, ENGLISH, Language

ELSEWHERE: Final = frozenset(
    {
        *(*SETTLEMENTS, *LINES, "country", "state", "island", "locality", "square"),
        *("building", "crossing", "house", "office", "craft"),
    }
)
"""Kinds that nobody needs the nearest of, whatever it is."""

DOUBTFUL: Final = frozenset(
    {
        *("bay", "bus", "charger", "club", "court", "garage", "hut", "information", "movie"),
        *("movies", "pass", "pitch", "post", "quarter", "sight", "spring", "wood", "woods", "电影"),
    }
)
"""Words for kinds that more often mean something else."""

CLEAR: Final = 8
"""Letters from which on a word is seldom another one misheard: no «peak» in «I need a break»."""

CLEAR_CHINESE: Final = 3
"""The same in characters."""

WARES: Final = frozenset(
    {
        *("books", "bottled water", "bread", "cakes", "cigarettes", "clothes", "flowers", "fruit"),
        *("gifts", "meat", "shoes", "sim", "sim card", "snacks", "souvenirs", "toys"),
        *("vegetables", "water"),
        *("咖啡", "奶茶", "面包", "水果", "水", "矿泉水", "零食", "手机卡", "电话卡"),
    }
)
"""Words for kinds that are words for what is sold there: who looks for it may stand before it."""


class Sort(msgspec.Struct, frozen=True):
    """A kind of place by a word that maps know: «pharmacy», «bus stop», 药店."""

    word: str


class Sold(msgspec.Struct, frozen=True):
    """A kind of place by what is sold there: «bread», 矿泉水."""

    word: str


N = TypeVar("N", Sort, Sold)


def _phrases(language: Language, named: Callable[[str], N], *, sold: bool) -> Part[N]:
    words = [word for word in _words(language) if (word in WARES) is sold]
    phrases = {word: named(word) for word in words}
    if language == ENGLISH:
        for word in words:
            phrases.setdefault(_plural(word), named(word))
    return Table(phrases)


def _words(language: Language) -> Iterator[str]:
    for kind in KINDS.values():
        if kind.name not in ELSEWHERE:
            words = (word.casefold() for word in kind.words[language])
            yield from (word for word in words if word not in DOUBTFUL and " to " not in word)


def _plural(word: str) -> str:
    if word.endswith("s"):
        return word
    if word.endswith(("ch", "sh", "x")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


class _Words(Said[N]):
    guessed = False


def _slot(kind: type[N], *, sold: bool) -> _Words[N]:
    parts = {each: partial(_phrases, each, kind, sold=sold) for each in (ENGLISH, CHINESE)}
    return _Words(kind.__name__.lower(), parts, lambda named, _: named.word)


register(Sort, _slot(Sort, sold=False))
register(Sold, _slot(Sold, sold=True))


def is_clear(sort: Sort | None = None, **_: object) -> bool:
    """Whether a kind may be meant by words that were misheard: short words sound like others."""
    return sort is None or len(sort.word) >= (CLEAR if sort.word.isascii() else CLEAR_CHINESE)
