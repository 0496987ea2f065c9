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

from lorgnette.core.goods import ALLERGENS, Good


def _read() -> dict[str, frozenset[str]]:
    lines = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    parts = (line.partition(":") for line in lines)
    return {name: frozenset(words.split()) for name, _, words in parts}


WORDS: Final[Mapping[str, frozenset[str]]] = _read()
"""The words for each of the fourteen, in English and Chinese."""


class Risk(StrEnum):
    """What a label says about something that somebody must not eat."""

    CONTAINS = "contains"
    TRACES = "traces"
    NAMED = "named"
    """Its word is among the ingredients, though not among the allergens."""

    UNKNOWN = "unknown"
    """The label says nothing of allergens; or this is none that labels must name, and the
    ingredients are not known."""

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
    if any(_names(tag, avoided) for tag in good.allergens or ()):
        return Risk.CONTAINS
    if any(_names(text, avoided) for text in (good.ingredients, *good.names.values())):
        return Risk.NAMED
    if any(_names(tag, avoided) for tag in good.traces or ()):
        return Risk.TRACES
    told = good.allergens is not None and (avoided in ALLERGENS or bool(good.ingredients))
    return Risk.NOT_NAMED if told else Risk.UNKNOWN


def pieces(text: str, avoided: Iterable[str]) -> list[tuple[str, str]]:
    """A text in pieces, each with what it names of what is avoided, or with ""."""
    found = sorted(
        (*match.span(), name) for name in avoided for match in _pattern(name).finditer(_plain(text))
    )
    made, at = list[tuple[str, str]](), 0
    for start, end, name in found:
        if start >= at:
            made += [(text[at:start], ""), (text[start:end], name)]
            at = end
    return [(piece, name) for piece, name in (*made, (text[at:], "")) if piece]


def _names(text: str, avoided: str) -> bool:
    return _pattern(avoided).search(_plain(text)) is not None


def _plain(text: str) -> str:
    """A text in lower case, each character in its place."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


@cache
def _pattern(avoided: str) -> re.Pattern[str]:
    """Any word for it: Chinese ones anywhere, others as whole words, one or many; not «-free»."""
    ways = sorted(words_for(avoided), key=len, reverse=True)
    chinese = [re.escape(word) for word in ways if word > "\u3400"]
    stems = [re.escape(re.sub(r"(?<=\w\w)s$", "", word)) for word in ways if word <= "\u3400"]
    whole = rf"(?<![^\W_])(?:{'|'.join(stems)})(?:e?s)?(?![^\W_])(?!-free)"
    return re.compile("|".join([*chinese, *([whole] if stems else [])]))
