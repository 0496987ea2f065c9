"""The order in which a page is read: line by line, and column by column.

A gutter parts rows from top to bottom. Beside it are columns, read one after the other, unless it
only keeps the cells of a table apart: a price belongs to the line of what it is the price of.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median
from typing import Final

from lorgnette.core.pages.figures import is_figure
from lorgnette.core.pages.page import Row
from lorgnette.core.pages.spots import Line, Spot, lines, spots, usual_height

NARROWEST: Final = 0.5
"""Width of the narrowest gutter, in heights of a row."""

FARTHEST: Final = 2.5
"""Heights of a row without text, from which on lines have nothing to do with each other."""

FEWEST: Final = 2
"""Rows on each side of a gutter."""

MOSTLY: Final = 0.6
"""Share of cells that are figures, beside a gutter within a table."""

BRIEF: Final = 5.0
"""Length of a figure that was not read yet, in its heights."""

RAGGED: Final = 0.75
"""Prose fills its column: half of its lines are at least so long as the longest."""


def in_order(rows: Iterable[Row]) -> list[Row]:
    """The rows in the order of reading."""
    return [row for line in in_lines(rows) for row in line]


def in_lines(rows: Iterable[Row]) -> list[tuple[Row, ...]]:
    """The lines in the order of reading: what stands in one line of a table or a menu is one."""
    return [tuple(spot.row for spot in line) for line in laid_out(spots(rows))]


def laid_out(found: Sequence[Spot]) -> list[Line]:
    """As `in_lines`, with where they stand."""
    made = lines(found)
    gutter = best_gutter(made)
    if gutter is None:
        return made
    band = [spot for line in gutter.band(made) for spot in line]
    parts = (
        [spot for line in made[: gutter.first] for spot in line],
        [spot for spot in band if spot.middle < gutter.middle],
        [spot for spot in band if spot.middle >= gutter.middle],
        [spot for line in made[gutter.last + 1 :] for spot in line],
    )
    return [line for part in parts for line in laid_out(part)]


@dataclass(frozen=True)
class Gutter:
    """An empty strip beside which there is text, from the first of some lines to the last."""

    left: float
    right: float
    first: int
    last: int

    @property
    def middle(self) -> float:
        """Half way between left and right."""
        return (self.left + self.right) / 2

    def band(self, made: Sequence[Line]) -> Sequence[Line]:
        """Its lines."""
        return made[self.first : self.last + 1]

    def beside(self, line: Line) -> "Gutter":
        """What is left of it beside another line."""
        left = max([self.left, *(spot.right for spot in line if spot.middle < self.middle)])
        right = min([self.right, *(spot.left for spot in line if spot.middle >= self.middle)])
        return Gutter(left, right, self.first, self.last)


def best_gutter(made: Sequence[Line]) -> Gutter | None:
    """The gutter between columns that parts most rows, and of these the widest."""
    best, most = None, (FEWEST - 1, inf)
    for gutter in gutters(made):
        band = gutter.band(made)
        left = sum(spot.middle < gutter.middle for line in band for spot in line)
        parted = min(left, sum(map(len, band)) - left)
        worth = (parted, gutter.right - gutter.left)
        if worth > most and not in_a_table(band, gutter.middle):
            best, most = gutter, worth
    return best


def gutters(made: Sequence[Line]) -> Iterator[Gutter]:
    """Every gap that goes through two lines, as far up and down as it goes, each once."""
    height = usual_height([spot for line in made for spot in line]) if made else 0.0
    seen: set[Gutter] = set()
    for at, two in enumerate(pairwise(made)):
        for left, right in gaps([spot for line in two for spot in line]):
            if right - left < NARROWEST * height or any(
                old.first <= at < old.last and left <= old.middle <= right for old in seen
            ):
                continue
            gutter = grown(Gutter(left, right, at, at + 1), made, height)
            seen.add(gutter)
            yield gutter


def gaps(found: Sequence[Spot]) -> Iterator[tuple[float, float]]:
    """Strips without any of these rows, between them."""
    end = inf
    for spot in sorted(found, key=lambda spot: spot.left):
        if spot.left > end:
            yield end, spot.left
        end = spot.right if end == inf else max(end, spot.right)


def grown(gutter: Gutter, made: Sequence[Line], height: float) -> Gutter:
    """A gutter as far up and down as no row lies across it, nor too much paper is empty."""
    for step in (1, -1):
        at = gutter.last if step > 0 else gutter.first
        while 0 <= at + step < len(made) and gap(made[at], made[at + step]) <= FARTHEST * height:
            narrower = gutter.beside(made[at + step])
            if narrower.right - narrower.left < NARROWEST * height:
                break
            at += step
            first, last = min(gutter.first, at), max(gutter.last, at)
            gutter = Gutter(narrower.left, narrower.right, first, last)
    return gutter


def gap(one: Line, other: Line) -> float:
    """The empty paper between two lines."""
    upper, lower = (one, other) if one[0].top <= other[0].top else (other, one)
    return min(spot.top for spot in lower) - max(spot.bottom for spot in upper)


def in_a_table(band: Sequence[Line], middle: float) -> bool:
    """Whether a gutter only keeps the cells of a table apart."""
    pairs = [pair for line in band if (pair := around(line, middle)) is not None]
    if not pairs:
        return False
    if share(brief(right) for _, right, _ in pairs) >= MOSTLY:
        return True
    if share(first and brief(left) for left, _, first in pairs) >= MOSTLY:
        return True
    if share(left.row.text.endswith((":", "：")) for left, _, _ in pairs) >= MOSTLY:
        return True
    lengths = [left.length for left, _, _ in pairs]
    ragged = median(lengths) < RAGGED * max(lengths)
    return ragged and len(pairs) > FEWEST and len(pairs) >= 0.8 * len(band)


def around(line: Line, middle: float) -> tuple[Spot, Spot, bool] | None:
    """The cells beside a gutter, and whether the left one is the first of its line."""
    left = [spot for spot in line if spot.middle < middle]
    right = [spot for spot in line if spot.middle >= middle]
    return (left[-1], right[0], len(left) == 1) if left and right else None


def brief(spot: Spot) -> bool:
    """Whether a cell is a number or a price; before it was read, whether it may be one."""
    if spot.row.text:
        return is_figure(spot.row.text)
    return spot.length <= BRIEF * spot.height


def share(flags: Iterable[bool]) -> float:
    """How many of them are true, from 0 to 1."""
    flags = list(flags)
    return sum(flags) / len(flags)
