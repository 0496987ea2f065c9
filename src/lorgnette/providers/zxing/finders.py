"""The large squares of QR codes, wherever they show: also of codes that nobody can read."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from lorgnette.core.pictures import Point

LARGEST: Final = 1_000
"""Pixels that a picture is long in which they are looked for."""

SIDES: Final = (7, 5, 3)
"""Modules of the dark square, of the light one in it, and of the dark one in that."""

ASTRAY: Final = 0.25
"""How far the sides of squares may be from what they should be to each other."""

DARKER: Final = 15
"""Shades of 256 by which ink is darker than what is around it: less is grain, which costs time."""

FINEST: Final = 1.5
"""Pixels of a module, at least: smaller ones are noise."""


@dataclass(frozen=True)
class Finder:
    """One of the squares: its middle, and how many pixels a module of its code has."""

    centre: Point
    module: float


def finders(grey: NDArray[np.uint8]) -> Iterator[Finder]:
    """All that show as a whole in a picture of grey."""
    import cv2

    scale = min(1.0, LARGEST / max(grey.shape))
    if scale < 1.0:
        grey = np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    around = max(3, min(grey.shape) // 8 | 1)
    dark = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, around, DARKER
    )
    outlines, family = cv2.findContours(dark, cv2.RETR_TREE, cv2.CHAIN_APPROX_SIMPLE)
    children = [] if family is None else family[0, :, 2]
    for outer, middle in enumerate(children):
        if middle < 0 or (inner := children[middle]) < 0 or children[inner] >= 0:
            continue  # three outlines in each other, and no fourth as in Aztec codes
        squares = [cv2.minAreaRect(outlines[each]) for each in (outer, middle, inner)]
        if (found := finder(squares)) is not None:
            centre = (found.centre[0] / scale, found.centre[1] / scale)
            yield Finder(centre, found.module / scale)


def finder(squares: Sequence[Any]) -> Finder | None:
    """Three rectangles, each in the other, if they are squares of the right sizes."""
    sides = []
    for (_, (across, down), _), wider in zip(squares, (1, -1, 1), strict=True):
        if max(across, down) > (1 + ASTRAY) * min(across, down) + 2:
            return None
        sides.append((across + down) / 2 + wider)  # outlines run through pixels, and around holes
    module = sides[0] / SIDES[0]
    if module < FINEST or any(
        abs(side / module / each - 1) > ASTRAY for side, each in zip(sides, SIDES, strict=True)
    ):
        return None
    centre = squares[0][0]
    if any(math.dist(centre, each[0]) > module for each in squares):
        return None
    return Finder(centre, module)
