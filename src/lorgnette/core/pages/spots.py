"""Where rows stand on paper that lies straight: what order, columns and blocks are found by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from lorgnette.core.pages.page import Row
from lorgnette.core.pages.upright import levelled, skew

LEVEL: Final = 0.5
"""Share of the lower of two rows that must lie beside the other, to be on one line with it."""

Line = list["Spot"]
"""Rows beside each other, from left to right."""


@dataclass(frozen=True, eq=False)
class Spot:
    """A row, and its upright rectangle on straight paper."""

    row: Row
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half way between left and right."""
        return (self.left + self.right) / 2

    @property
    def length(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def beside(self, other: "Spot") -> bool:
        """Whether both are on one line."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared >= LEVEL * min(self.height, other.height)


def spots(rows: Iterable[Row]) -> list[Spot]:
    """The rows on straight paper."""
    rows = list(rows)
    turn = skew(rows)
    return [Spot(row, *levelled(row.box, turn)) for row in rows]


def lines(found: Iterable[Spot]) -> list[Line]:
    """Rows that are beside each other as lines, from top to bottom."""
    made: list[Line] = []
    for spot in sorted(found, key=lambda spot: (spot.top + spot.bottom, spot.left)):
        line = next((line for line in made[-3:] if fits(spot, line)), None)
        if line is None:
            made.append([spot])
        else:
            line.append(spot)
    for line in made:
        line.sort(key=lambda spot: spot.left)
    return made


def fits(spot: Spot, line: Sequence[Spot]) -> bool:
    """Whether a row goes on a line: beside one of it, and over none."""
    apart = all(spot.right <= other.middle or spot.left >= other.middle for other in line)
    return apart and any(spot.beside(other) for other in line)


def usual_height(found: Sequence[Spot]) -> float:
    """The height that half of the rows do not exceed."""
    return median(spot.height for spot in found)
