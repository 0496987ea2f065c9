"""Puts back the spaces that the network left out, where the picture shows them.

It was taught Chinese first, and now and then writes two columns as one, or a sentence as one word.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lorgnette.core.pages.page import SQUARE
from lorgnette.core.pictures import Pixels

WIDE: Final = 16
"""Pixels without ink beside a letter or a digit, of lines 48 high, that are a space."""

WIDER: Final = 24
"""The same between two characters that fill a square, such as Chinese ones."""

WORDS: Final = 6
"""Pixels between words, at least, where letters should have been apart."""

LONGEST_WORD: Final = 14
"""A longer word is doubted when its line has no spaces at all."""

FAINT: Final = 0.25
"""Share of the strongest contrast up to which a column has no ink."""

_OPENING: Final = frozenset("$€£¥￥(（")


def spaced(letters: Sequence[str], where: NDArray[np.float64], line: Pixels) -> str:
    """The text with its spaces. `where`: the middle of each letter in the line, in pixels."""
    gaps = np.array([*empty_between(where, line), 0])
    between_words = float(WIDE)
    if doubted("".join(letters)):
        between_words = max(WORDS, 2 * float(np.median(gaps)), float(gaps.max()) / 2)
    text = ""
    for letter, following, gap in zip(letters, [*letters[1:], " "], gaps, strict=True):
        square = min(letter, following) >= SQUARE
        away = gap >= (WIDER if square else between_words) and apart(letter, following)
        text += f"{letter} " if away else letter
    return " ".join(text.split())


def doubted(text: str) -> bool:
    """Whether a line in an alphabet is too long to be one word."""
    narrow = sum(char.isalpha() and char < SQUARE for char in text)
    return " " not in text.strip() and narrow > LONGEST_WORD and narrow >= 0.8 * len(text)


def apart(letter: str, following: str) -> bool:
    """Whether a space could stand between two: marks keep their own distance."""
    return letter.isalnum() and (following.isalnum() or following in _OPENING)


def empty_between(where: NDArray[np.float64], line: Pixels) -> list[int]:
    """The longest run of columns without ink between the middles of neighbours."""
    grey = line.mean(2)
    contrast = grey.max(0) - grey.min(0)
    empty = contrast < FAINT * np.percentile(contrast, 95)
    cuts = np.clip(where, 0, len(empty)).astype(int)
    return [longest(empty[cuts[at] : cuts[at + 1]]) for at in range(len(cuts) - 1)]


def longest(flags: NDArray[np.bool_]) -> int:
    """The longest run of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return int((edges[1::2] - edges[::2]).max(initial=0))
