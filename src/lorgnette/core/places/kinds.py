"""Kinds of places: which objects of OpenStreetMap they are, and how they are asked for.

They stand in `kinds.txt`, in one line each.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.core.words import join, split


class Kind(msgspec.Struct, frozen=True):
    """A kind of places: `tags` are sets of tags, one of which an object has.

    `importance` is that of an object of this kind of which nothing else is known. `told` are those
    worth telling somebody who asks what is around, `nameless` those that are kept without a name.
    """

    name: str
    tags: tuple[tuple[str, ...], ...]
    importance: float
    told: bool
    nameless: bool
    words: Mapping[Language, tuple[str, ...]]

    def label(self, language: Language) -> str:
        """What it is called: «cafe», «咖啡馆»; English in languages without a word for it."""
        return self.words.get(language, self.words[ENGLISH])[0]


def _read() -> dict[str, Kind]:
    lines = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    kinds = (_kind(line) for line in lines if not line.startswith("#"))
    return {kind.name: kind for kind in kinds}


def _kind(line: str) -> Kind:
    name, tags, importance, *words = (part.strip() for part in line.split("|"))
    english, chinese = (tuple(part.split(", ")) for part in words)
    return Kind(
        name,
        tuple(tuple(each.split("+")) for each in tags.split()),
        float(importance.rstrip("*+")),
        importance.endswith("*"),
        importance.endswith(("*", "+")),
        {ENGLISH: english, CHINESE: chinese},
    )


KINDS: Final[Mapping[str, Kind]] = _read()
"""All kinds by their names, those that count before others first."""

TOLD: Final = frozenset(kind.name for kind in KINDS.values() if kind.told)
"""Kinds that are worth telling somebody who asks what is around."""

SETTLEMENTS: Final = ("city", "town", "village", "suburb", "hamlet", "neighbourhood")
"""Kinds that are the locality of an address."""

LINES: Final = frozenset({"motorway", "street", "river", "stream"})
"""Kinds that are lines on the map, drawn in pieces."""


def kind_of(tags: Mapping[str, str]) -> Kind | None:
    """The kind of an object with these tags; None when nobody looks for the like."""
    best = len(KINDS)
    table = _by_tag()
    for key in _keys().intersection(tags):
        value = tags[key]
        values = [part.strip() for part in value.split(";")] if ";" in value else [value]
        for each in (*values, "*"):
            for rank, others in table.get((key, each), ()):
                if rank < best and all(_has(tags, other) for other in others):
                    best = rank
    return _ranked()[best] if best < len(KINDS) else None


def kinds_said(words: str) -> tuple[str, ...]:
    """The kinds that words ask for, in any language: «nearest coffee shops», «附近的药店».

    None when the words say something else, or anything more.
    """
    return _by_word().get(word_said(words), ())


def word_said(words: str) -> str:
    """The word for a kind in other words: `pharmacy` in «the nearest pharmacies»; "" if none."""
    for plain in _bare(words):
        for each in (plain, *_singulars(plain)):
            if each in _by_word():
                return each
    return ""


def word_at_end(words: str) -> str:
    """The word for a kind that ends words: `restaurant` of «Italian restaurants»; "" if none."""
    parts = split(words, CHINESE)
    ends = (join(parts[at:], CHINESE) for at in range(1, len(parts)))
    return next(filter(None, map(word_said, ends)), "")


def words_of_kinds() -> Iterable[str]:
    """All words for kinds, in all languages."""
    return _by_word().keys()


_BEFORE: Final = re.compile(
    r"^(?:(?:find|show|search for|look for|looking for|where is|where's|where are"
    r"|is there|are there|i need|i want|take me to|get me to|go to|to|me"
    r"|the|a|an|any|some|nearest|closest|next|near|nearby|local|another|public) )"
)
_AFTER: Final = re.compile(
    r"(?: (?:near me|nearby|near here|near|around here|around me|around|close by|close to me|here"
    r"|in the area|in this area|please|next to me))+$"
)
_CHINESE_BEFORE: Final = re.compile(
    "^(?:请|帮我|我想去|我要去|我想|我要|带我去|带我|导航到|导航去|去|找一找|找一下|找个|找|搜索|搜|查|在"
    "|这附近|附近|周围|周边|旁边|最近|离我|这里|这边|哪里|哪儿|什么地方|有没有|的|有|是"
    "|一家|一个|一间|一座|一台|家|个|间|座|台|最)+"
)
_CHINESE_AFTER: Final = re.compile("(?:在哪里|在哪儿|在哪|怎么走|有吗|吗|呢|吧|附近|哪里有)+$")


def _bare(words: str) -> Iterator[str]:
    """What is left of words, less and less: «the nearest bank here», «nearest bank», «bank»."""
    plain = " ".join(re.findall(r"[^\W_]+(?:'[a-z]+)?", words.replace("’", "'").casefold()))
    yield plain
    plain = _AFTER.sub("", plain)
    yield plain
    while (shorter := _BEFORE.sub("", plain)) != plain:
        plain = shorter
        yield plain
    yield _CHINESE_AFTER.sub("", _CHINESE_BEFORE.sub("", plain))


def _singulars(word: str) -> tuple[str, ...]:
    if word.endswith("ies"):
        return (word[:-3] + "y", word[:-1])
    if word.endswith("es"):
        return (word[:-2], word[:-1])
    return (word[:-1],) if word.endswith("s") else ()


def _has(tags: Mapping[str, str], wanted: str) -> bool:
    key, _, value = wanted.partition("=")
    return value in tags.get(key, "").split(";")


@cache
def _ranked() -> tuple[Kind, ...]:
    return tuple(KINDS.values())


@cache
def _keys() -> frozenset[str]:
    return frozenset(key for key, _ in _by_tag())


@cache
def _by_tag() -> Mapping[tuple[str, str], tuple[tuple[int, tuple[str, ...]], ...]]:
    found: dict[tuple[str, str], tuple[tuple[int, tuple[str, ...]], ...]] = {}
    for rank, kind in enumerate(KINDS.values()):
        for first, *others in kind.tags:
            key, _, value = first.partition("=")
            found[key, value] = (*found.get((key, value), ()), (rank, tuple(others)))
    return found


@cache
def _by_word() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind in KINDS.values():
        for words in kind.words.values():
            for word in words:
                found[word.casefold()] = (*found.get(word.casefold(), ()), kind.name)
    for words in KINDS["shop"].words.values():
        found.update(dict.fromkeys(words, _shops()))
    return found


def _shops() -> tuple[str, ...]:
    """All kinds of shops: who asks for one means any."""
    return tuple(
        kind.name
        for kind in KINDS.values()
        if any(first.startswith("shop=") for first, *_ in kind.tags)
    )
