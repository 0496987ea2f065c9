"""Which way up a page is, as its rows tell: they say where their text begins."""

import math
from collections.abc import Sequence

from lorgnette.core.pages.page import Page, Row
from lorgnette.core.pictures import Box, Point


def upright(page: Page) -> Page:
    """The page as it is once its picture was turned back by `quarters`."""
    width, height = page.width, page.height
    rows = page.rows
    for _ in range(quarters(rows)):
        rows = tuple(_turned_back(row, width) for row in rows)
        width, height = height, width
    return Page(width, height, rows)


def quarters(rows: Sequence[Row]) -> int:
    """By how many quarters of a turn, clockwise, most of the text is turned: 0 to 3.

    `numpy.rot90(pixels, quarters)` is the picture upright.
    """
    lengths = [0.0] * 4
    for row in rows:
        lengths[quarter(row.box)] += row.box.length
    return max(range(4), key=lambda turn: lengths[turn])


def quarter(box: Box) -> int:
    """The quarter of a turn, clockwise, next to the direction in which a text runs."""
    across, down = direction(box)
    return round(math.atan2(down, across) / (math.pi / 2)) % 4


def skew(rows: Sequence[Row]) -> float:
    """The whole turn of a page, in radians clockwise: the quarters, and how far it is askew."""
    turn = quarters(rows)
    runs = [direction(row.box) for row in rows if quarter(row.box) == turn]
    return math.atan2(sum(down for _, down in runs), sum(across for across, _ in runs))


def direction(box: Box) -> Point:
    """From where a text begins to where it ends, in pixels."""
    (left, top), (right, bottom) = box.corners[:2]
    return right - left, bottom - top


def levelled(box: Box, turn: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a box on paper that is turned back by `turn` radians."""
    cos, sin = math.cos(turn), math.sin(turn)
    points = [(cos * x + sin * y, cos * y - sin * x) for x, y in box.corners]
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def _turned_back(row: Row, width: int) -> Row:
    """A row of a picture `width` pixels wide that is turned back by one quarter."""
    one, two, three, four = ((down, width - across) for across, down in row.box.corners)
    return Row(row.text, Box((one, two, three, four)), row.confidence)
