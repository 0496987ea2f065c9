"""QR codes: for a terminal, and for the page."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

QUIET = 2
"""Light modules around the code: the standard wants four, cameras are content with two."""

LIGHT_ON_DARK = "\033[38;5;231;48;5;16m"
"""ANSI: white on black, whatever the terminal's colours are."""

AS_BEFORE = "\033[0m"


class Mark(NamedTuple):
    """Two modules above each other, as one character: whether they are light."""

    upper: bool
    lower: bool


BLOCKS = {
    Mark(True, True): "█",
    Mark(True, False): "▀",
    Mark(False, True): "▄",
    Mark(False, False): " ",
}


class Square(msgspec.Struct, frozen=True):
    """A QR code to be drawn: an SVG path of unit squares in a square of `size` units."""

    size: int
    path: str


def modules(text: str) -> Sequence[Sequence[bool]]:
    """The code with its light border, row by row; true is dark."""
    import segno

    code = segno.make_qr(text, error="m")
    return [[bool(each) for each in row] for row in code.matrix_iter(border=QUIET)]


def in_terminal(text: str) -> str:
    """The code as lines of half blocks."""
    rows = [*modules(text)]
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    lines = [
        "".join(BLOCKS[Mark(not upper, not lower)] for upper, lower in zip(*pair, strict=True))
        for pair in zip(rows[::2], rows[1::2], strict=True)
    ]
    return "\n".join(f"{LIGHT_ON_DARK}{line}{AS_BEFORE}" for line in lines)


def as_square(text: str) -> Square:
    """The code for the page."""
    rows = modules(text)
    runs = [f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark]
    return Square(len(rows), "".join(runs))
