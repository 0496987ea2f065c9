"""Rows of text and where they stand."""

from typing import Final

import msgspec

from lorgnette.core.pictures import Box, Point

DOUBTFUL: Final = 0.8
"""What was read with less confidence is shown and spoken as uncertain."""

SQUARE: Final = "\u2e80"
"""The first of the characters that fill a square, such as Chinese ones."""

_NARROW: Final = frozenset(" iljftrI1.,:;'’|!()[]·")
_BROAD: Final = frozenset("mwMW@%")


class Row(msgspec.Struct, frozen=True):
    """One line of text as it was read.

    `box` has the corners from the text's own top left, so that it says which way the text runs.
    `confidence` is from 0 to 1.
    """

    text: str
    box: Box
    confidence: float = 1.0

    @property
    def doubtful(self) -> bool:
        """Whether it may say something else."""
        return self.confidence < DOUBTFUL

    def box_of(self, start: int, end: int) -> Box:
        """About where some of its letters are, as wide as letters usually are."""
        widths = [width(char) for char in self.text]
        whole = sum(widths) or 1.0
        first, last = sum(widths[:start]) / whole, sum(widths[:end]) / whole
        one, two, three, four = self.box.corners
        above = _between(one, two, first), _between(one, two, last)
        below = _between(four, three, last), _between(four, three, first)
        return Box((*above, *below))


def width(char: str) -> float:
    """How wide a letter usually is, in widths of an «n»."""
    if char >= SQUARE:
        return 1.8
    if char in _NARROW:
        return 0.5
    return 1.5 if char in _BROAD else 1.2 if char.isupper() else 1.0


def _between(one: Point, other: Point, share: float) -> Point:
    """The point so far on the way from one to the other, from 0 to 1."""
    return one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])


class Page(msgspec.Struct, frozen=True):
    """What was read in one picture of so many pixels, in any order."""

    width: int
    height: int
    rows: tuple[Row, ...] = ()
