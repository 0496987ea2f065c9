"""Sentences that must not be translated roughly: ways to go, and life and limb.

«Please turn left at the next street» came out as «to please the turn left something». Whoever
follows such a sentence may be hurt, so it is refused; a language without a list is not offered.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

from lorgnette.core.types import Language

_LISTS = Path(__file__).parent / "unsafe.tsv"
_WORD = re.compile(r"\w+")


def watched() -> frozenset[Language]:
    """The languages that have a list."""
    return frozenset(_patterns())


def is_unsafe(text: str, language: Language) -> bool:
    """Whether a word of the list is in the text; accents and case do not matter."""
    pattern = _patterns()[language]
    return any(pattern.fullmatch(word) for word in _WORD.findall(_plain(text)))


@cache
def _patterns() -> dict[Language, re.Pattern[str]]:
    """A line of the file: the language, a tab, words between spaces; `danger*` is a beginning."""
    patterns = {}
    for line in _LISTS.read_text(encoding="utf-8").splitlines():
        language, words = line.split("\t")
        alternatives = _plain(words).replace("*", r"\w*").split()
        patterns[Language(language)] = re.compile("|".join(alternatives))
    return patterns


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
