"""How large a text is written so that it goes into its place."""

from collections.abc import Callable
from typing import Final

from lorgnette.core.lens.wrap import Measure, wrap

LETTERS: Final = 0.72
"""Size of the letters that were there, in heights of their row as it was found."""

LEADING: Final = 1.25
"""From one line to the next, in sizes of letters."""

STEP: Final = 0.92
SMALLEST: Final = 7
"""Pixels; smaller letters cannot be read, and the rest of the text is left out."""


def fitted(
    text: str, size: tuple[float, float], height: float, measure: Callable[[int], Measure]
) -> tuple[int, list[str]]:
    """The size of the letters in pixels, and the lines.

    `size`: of the place, along the text and down; `height` of the rows that were there. `measure`
    gives the measure of a size of letters. What does not fit in the smallest ends with «…».
    """
    wide, deep = size
    letters = max(SMALLEST, round(LETTERS * height))
    while True:
        lines = list(wrap(text, int(wide), measure(letters)))
        if len(lines) * LEADING * letters <= deep or len(lines) <= 1:
            return letters, lines
        if letters == SMALLEST:
            kept = max(1, int(deep / (LEADING * letters)))
            return letters, _cut(lines, kept)
        letters = max(SMALLEST, int(letters * STEP))


def _cut(lines: list[str], kept: int) -> list[str]:
    """The first lines; the last of them tells that there was more."""
    if len(lines) <= kept:
        return lines
    return [*lines[: kept - 1], lines[kept - 1][:-1].rstrip() + "…"]
