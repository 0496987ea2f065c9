"""Words as the index has them: Latin words as they are, Chinese in pairs of characters.

A character goes into the index with the one behind it, so that a word of two is one term; the
last of a run goes in alone. A single character is looked for as the beginning of a pair.
"""

from collections.abc import Sequence
from itertools import pairwise

WIDE = "\u2e80"
"""The first letter of the scripts that put no space between words."""


def is_wide(word: str) -> bool:
    """Whether a word is one character of a script without spaces."""
    return len(word) == 1 and word >= WIDE


def indexed(words: Sequence[str]) -> list[str]:
    """The terms of a text, one for each of its words."""
    together = pairwise((*words, ""))
    return [a + b if is_wide(a) and is_wide(b) else a for a, b in together]


def asked(words: Sequence[str]) -> tuple[list[str], bool]:
    """The terms that stand side by side where these words do; whether the last may go on."""
    terms = indexed(words)
    ends_wide = bool(words) and is_wide(words[-1])
    if ends_wide and len(words) > 1 and is_wide(words[-2]):
        return terms[:-1], False
    return terms, ends_wide
