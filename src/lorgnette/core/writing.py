"""Writing: which characters can be shown."""

import re
import unicodedata
from functools import lru_cache

ACCENTS = 4
"""Accents on one letter; more of them would climb out of the line."""

# Controls, halves of surrogate pairs, direction overrides (they can make a payee read as another
# one) and tags (they can carry words that nobody sees).
_UNSHOWABLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]+"
)
_NEW_LINES = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")


def showable(text: str, length: int, *, paragraphs: bool = False) -> str:
    """The text without what cannot or must not be shown, and at most `length` characters of it.

    New lines are kept for `paragraphs` and are spaces otherwise. What has no width at all is "".
    """
    text = _NEW_LINES.sub("\n", text.replace("\t", " "))
    if not paragraphs:
        text = text.replace("\n", " ")
    text = _UNSHOWABLE.sub("", text)
    if not text.isascii():
        text = _few_accents(text)
    text = "" if all(char.isspace() or is_weightless(char) for char in text) else text.strip()
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


@lru_cache(maxsize=4096)
def is_accent(char: str) -> bool:
    """Whether a character sits on the one before it."""
    return unicodedata.category(char) in ("Mn", "Me")


@lru_cache(maxsize=4096)
def is_weightless(char: str) -> bool:
    """Whether a character has no width of its own."""
    return is_accent(char) or unicodedata.category(char) in ("Cf", "Cc")


def _few_accents(text: str) -> str:
    kept, accents = list[str](), 0
    for char in text:
        accents = accents + 1 if is_accent(char) else 0
        if accents <= ACCENTS:
            kept.append(char)
    return "".join(kept)
