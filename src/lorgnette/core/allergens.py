"""What somebody must not eat, and whether a label says that it is in there.

A warning may be wrong on the safe side. That nothing was said about an allergen is never taken for
its absence.
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from lorgnette.core.goods import Good


def _read() -> dict[str, frozenset[str]]:
    lines = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    parts = (line.partition(":") for line in lines)
    return {name: frozenset(words.split()) for name, _, words in parts}


WORDS: Final[Mapping[str, frozenset[str]]] = _read()
"""The words for each of the fourteen, in English and Chinese."""

_WORD: Final = re.compile(r"[a-z-]+|[\u3400-\u9fff]+")


class Risk(StrEnum):
    """What a label says about something that somebody must not eat."""

    CONTAINS = "contains"
    TRACES = "traces"
    NAMED = "named"
    """Its word is among the ingredients, though not among the allergens."""

    UNKNOWN = "unknown"
    """The label says nothing of allergens."""

    NOT_NAMED = "not-named"
    """Allergens are told, and this is not among them."""


def canonical(said: str) -> str:
    """The allergen that a word means; another word stays as it is, in lower case."""
    plain = said.strip().lower().removeprefix("the ").removeprefix("any ")
    return _by_word().get(plain) or _by_word().get(plain.rstrip("s")) or plain


@cache
def _by_word() -> Mapping[str, str]:
    return {word: name for name, words in WORDS.items() for word in words}


def words_for(avoided: str) -> frozenset[str]:
    """Every word that means it."""
    return WORDS.get(avoided, frozenset()) | {avoided}


def risk(good: Good, avoided: str) -> Risk:
    """What is known of a product about something that somebody must not eat."""
    words = words_for(avoided)
    if any(_is(tag, words) for tag in good.allergens or ()):
        return Risk.CONTAINS
    named = any(_has(text, words) for text in (good.ingredients, *good.names.values()))
    if named:
        return Risk.NAMED
    if any(_is(tag, words) for tag in good.traces or ()):
        return Risk.TRACES
    return Risk.UNKNOWN if good.allergens is None else Risk.NOT_NAMED


def _is(tag: str, words: Iterable[str]) -> bool:
    plain = tag.lower()
    return any(word in (plain, plain.rstrip("s")) or _has(plain, [word]) for word in words)


def _has(text: str, words: Iterable[str]) -> bool:
    """Whether a text has one of the words: Chinese ones anywhere, others as a word."""
    plain = text.lower()
    there = set(_WORD.findall(plain))
    return any(word in there or (word > "\u3400" and word in plain) for word in words)
