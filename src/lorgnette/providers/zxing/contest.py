"""Whether another code lies under one that was read, or over it: a sticker on a poster, perhaps.

No code touches another by design, for each has white around it. So two that do, or a piece of
one that shows beside another, say that somebody put one over the other.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

import numpy as np
from msgspec.structs import replace

from lorgnette.core.codes import Code, Symbology
from lorgnette.core.pictures import Box, Pixels, Point
from lorgnette.providers.zxing.finders import Finder, finders

SQUARE: Final = frozenset(
    {Symbology.QR, Symbology.MICRO_QR, Symbology.DATA_MATRIX, Symbology.AZTEC}
)
"""Codes whose box is exact."""

APART: Final = 14
"""Modules from one finder of the smallest code to the next."""

SIDE: Final = 7
"""Modules of a finder."""

WITHIN: Final = 8
"""Modules from the corner of a code within which its own finder is."""

ASTRAY: Final = 0.25
"""How far three finders may be from the corners of a square."""


def contested(codes: Sequence[Code], pixels: Pixels) -> list[Code]:
    """The codes, with those marked that another one lies under or over."""
    squares = [code for code in codes if code.text and code.symbology in SQUARE]
    found = list[Finder]()
    if any(code.symbology is Symbology.QR for code in squares):
        found += finders(np.ascontiguousarray(pixels[..., 1]))
    size = (pixels.shape[1], pixels.shape[0])
    marked = [
        code for code in squares if touched(code, squares) or covers(code, codes, found, size)
    ]
    return [replace(code, contested=True) if code in marked else code for code in codes]


def touched(code: Code, others: Sequence[Code]) -> bool:
    """Whether another code that was read lies partly in the place of this one."""
    return any(other is not code and code.box.overlaps(other.box) for other in others)


def covers(
    code: Code, codes: Iterable[Code], found: Sequence[Finder], size: tuple[int, int]
) -> bool:
    """Whether a piece of another QR code shows in or beside a QR code; `size` of the picture."""
    if code.symbology is not Symbology.QR:
        return False
    others = [each.box for each in codes if each is not code and each.text]
    loose = [
        each
        for each in found
        if not owns(code.box, each) and not any(other.holds(each.centre) for other in others)
    ]
    return remains(code.box, loose, size)


def owns(box: Box, found: Finder) -> bool:
    """Whether a finder is one of a code's own three."""
    corners = (box.corners[0], box.corners[1], box.corners[3])
    return box.holds(found.centre) and any(
        math.dist(found.centre, corner) < WITHIN * found.module for corner in corners
    )


def remains(box: Box, loose: Sequence[Finder], size: tuple[int, int]) -> bool:
    """Whether finders that are no code's own belong to one that lies under this, or over it.

    Those of a whole code beside it do not, nor one whose code may go on beyond the edge.
    """
    alone = list(loose)
    for three in combinations(loose, 3):
        if (whole := square(three)) is not None:
            if whole.overlaps(box):
                return True
            alone = [each for each in alone if each not in three]
    return any(reaches(found, box) and not at_edge(found, size) for found in alone)


def square(three: Sequence[Finder]) -> Box | None:
    """The place of the code that has these three, if one can have them."""
    modules = [each.module for each in three]
    if max(modules) > (1 + ASTRAY) * min(modules):
        return None
    one, two, across = sorted(
        combinations((each.centre for each in three), 2), key=lambda pair: math.dist(*pair)
    )
    sides = math.dist(*one), math.dist(*two), math.dist(*across) / math.sqrt(2)
    if max(sides) > (1 + ASTRAY) * min(sides) or min(sides) < APART * (1 - ASTRAY) * min(modules):
        return None
    (corner,) = set(one) & set(two)
    return around(corner, *across, larger=1 + SIDE * min(modules) / min(sides))


def around(corner: Point, first: Point, second: Point, larger: float) -> Box:
    """The square with three middles of finders, so many times larger."""
    middle = ((first[0] + second[0]) / 2, (first[1] + second[1]) / 2)
    far = (2 * middle[0] - corner[0], 2 * middle[1] - corner[1])
    one, two, three, four = (
        (middle[0] + larger * (x - middle[0]), middle[1] + larger * (y - middle[1]))
        for x, y in (corner, first, far, second)
    )
    return Box((one, two, three, four))


def reaches(found: Finder, box: Box) -> bool:
    """Whether the smallest code with a finder there has its next one in a box, or beyond it."""
    left, top, right, bottom = box.bounds
    across = max(left - found.centre[0], 0, found.centre[0] - right)
    down = max(top - found.centre[1], 0, found.centre[1] - bottom)
    return max(across, down) < APART * found.module


def at_edge(found: Finder, size: tuple[int, int]) -> bool:
    """Whether the rest of its code may be where the picture ends."""
    room = (APART + 4) * found.module
    across, down = found.centre
    return min(across, down, size[0] - across, size[1] - down) < room
