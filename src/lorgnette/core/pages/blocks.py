"""Rows that belong together: what is translated as one.

A line belongs to the one above when that went on until it was full. Where lines end of themselves,
as in a list or on a sign, each is for itself; and so is every cell of a table.
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from lorgnette.core.pages.order import laid_out
from lorgnette.core.pages.page import SQUARE, Page, Row
from lorgnette.core.pages.spots import Spot, spots

CLOSE: Final = 0.9
"""Empty paper between two lines of a block at most, in heights of a row."""

ALIKE: Final = 1.4
"""How many times as high a row of a block may be as another."""

FULL: Final = 3.0
"""What a full line leaves free at most, in heights: the next word did not fit."""

EDGE: Final = 2.0
"""How far lines of a block may begin from each other, in heights."""

_ENDS: Final = tuple(".!?。！？:：;；")
_HYPHENS: Final = "-\u2010\u00ad"


class Block(msgspec.Struct, frozen=True):
    """Rows that belong together, from the first to the last."""

    rows: tuple[Row, ...]

    @property
    def text(self) -> str:
        """What they say together: words parted at the end of a line are joined again."""
        whole = ""
        for row in self.rows:
            whole = joined(whole, row.text)
        return whole

    @property
    def doubtful(self) -> bool:
        """Whether any of it may say something else."""
        return any(row.doubtful for row in self.rows)


def blocks(page: Page) -> list[Block]:
    """The blocks of a page, in the order of reading."""
    made: list[list[Spot]] = []
    widest = 0.0
    for line in laid_out(spots(page.rows)):
        if len(line) == 1 and made and goes_on(made[-1], line[0], widest):
            made[-1].append(line[0])
            widest = max(widest, line[0].right)
            continue
        made += [[spot] for spot in line]
        widest = line[-1].right
    return [Block(tuple(spot.row for spot in block)) for block in made]


def goes_on(block: Sequence[Spot], spot: Spot, widest: float) -> bool:
    """Whether a row goes on with a block whose lines reach as far right as `widest`."""
    last = block[-1]
    height = min(last.height, spot.height)
    if max(last.height, spot.height) > ALIKE * height or last.row.text.endswith(_ENDS):
        return False
    near = -height / 2 <= spot.top - last.bottom <= CLOSE * height
    aligned = abs(spot.left - last.left) <= EDGE * height
    full = last.right >= max(widest, spot.right) - FULL * height
    return near and aligned and full and in_one_sentence(last.row.text, spot.row.text)


def in_one_sentence(text: str, following: str) -> bool:
    """Whether a line may be the middle of a sentence, by its letters."""
    square = text[-1:] >= SQUARE
    if square != (following[:1] >= SQUARE):
        return False
    return len(text) >= 8 if square else not following[:1].isupper() or text[-1:] in _HYPHENS + ","


def joined(text: str, following: str) -> str:
    """Two lines as one text."""
    if not text or text[-1] >= SQUARE or following[:1] >= SQUARE:
        return text + following
    if text[-1] in _HYPHENS and text[-2:-1].isalpha() and following[:1].islower():
        return text[:-1] + following
    return f"{text} {following}"
