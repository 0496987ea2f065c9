"""The translation in the place of the text: what is translated, and where it goes.

Block by block. Numbers and prices stay as they were printed; in «Adults ¥45.00» only the word is
translated.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from lorgnette.core.pages.blocks import Block, blocks
from lorgnette.core.pages.figures import is_figure, sums
from lorgnette.core.pages.page import Page, Row
from lorgnette.core.pages.prices import named
from lorgnette.core.pages.upright import direction
from lorgnette.core.pictures import Box, Point

APART: Final = 0.4
"""Paper left free before the next row, in heights."""


Span = tuple[int, int]
"""From a letter of a row to before another."""


class Part(msgspec.Struct, frozen=True):
    """A text to be translated, and the rows in which it stands, or the span of one row."""

    text: str
    rows: tuple[Row, ...]
    span: Span | None = None

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Where it stands, from the first row to the last."""
        if self.span is None:
            return tuple(row.box for row in self.rows)
        return (self.rows[0].box_of(*self.span),)

    @property
    def doubtful(self) -> bool:
        """Whether it may say something else."""
        return any(row.doubtful for row in self.rows)


class Placed(msgspec.Struct, frozen=True):
    """A translation and its place.

    `covers`: what is no longer to be seen. `area`: where the text may go, from its top left;
    `height`: of a row. `marked`: it is shown as uncertain.
    """

    text: str
    covers: tuple[Box, ...]
    area: Box
    height: float
    marked: bool = False


def parts(page: Page) -> list[Part]:
    """What is to be translated of a page that is upright, in the order of reading."""
    return [part for block in blocks(page) for part in _in_block(block)]


def _in_block(block: Block) -> Iterator[Part]:
    if len(block.rows) > 1:
        yield Part(block.text, block.rows)
        return
    [row] = block.rows
    for start, end in labels(row.text):
        text = row.text[start:end]
        if any(map(str.isalpha, text)) and not is_figure(text):
            yield Part(text, block.rows, (start, end))


def labels(text: str) -> Iterator[Span]:
    """The words of a row that ends with a price; otherwise all of it."""
    start = 0
    for end, after in [*prices_at_the_end(text), (len(text), len(text))]:
        if label := named(text[start:end]):
            at = text.index(label, start)
            yield at, at + len(label)
        start = after


def prices_at_the_end(text: str) -> list[Span]:
    """The prices of a row that ends with one: it is no sentence."""
    found = sums(text)
    ends = bool(found) and not text[found[-1].end :].strip()
    return [(each.start, each.end) for each in found] if ends else []


def placed(page: Page, part: Part, text: str, *, approximate: bool = False) -> Placed:
    """The translation of a part of a page, with as much room as there is beside and below it."""
    boxes, others = part.boxes, list(obstacles(page, part))
    start, along, height = boxes[0].corners[0], _unit(boxes[0]), boxes[0].height
    long, deep = extent(boxes)
    room = max(long, free(start, along, deep, others, page) - APART * height)
    more = min(height, below(start, along, (room, deep), others, page))
    area = _area(start, along, room, deep + more)
    return Placed(text, boxes, area, height, marked=part.doubtful or approximate)


def obstacles(page: Page, part: Part) -> Iterator[Box]:
    """Where a translation must not be written: other rows, and what stays of its own."""
    for row in page.rows:
        if row not in part.rows:
            yield row.box
        elif part.span is not None:
            spans = [*labels(row.text), *prices_at_the_end(row.text)]
            yield from (row.box_of(*span) for span in spans if span != part.span)


def extent(boxes: Sequence[Box]) -> tuple[float, float]:
    """How far some boxes reach along the text and down from where the first begins."""
    start, along = boxes[0].corners[0], _unit(boxes[0])
    places = [_seen(start, along, corner) for box in boxes for corner in box.corners]
    return max(across for across, _ in places), max(down for _, down in places)


def free(start: Point, along: Point, deep: float, others: Sequence[Box], page: Page) -> float:
    """How far from a start nothing else stands, along a text that is so deep."""
    room = edge(start, along, page)
    for box in others:
        left, top, _, bottom = _bounds(start, along, box)
        if left > 0 and top < deep and bottom > 0:
            room = min(room, left)
    return room


def below(
    start: Point, along: Point, size: tuple[float, float], others: Sequence[Box], page: Page
) -> float:
    """How far under a text of this size nothing else stands."""
    long, deep = size
    down = (-along[1], along[0])
    room = edge(start, down, page) - deep
    for box in others:
        left, top, right, bottom = _bounds(start, along, box)
        if bottom > deep and left < long and right > 0:
            room = min(room, top - deep)
    return max(0.0, room)


def edge(start: Point, along: Point, page: Page) -> float:
    """How far it is from a point to the edge of the page in a direction."""
    far = [float(page.width + page.height)]
    for at, way, size in zip(start, along, (page.width, page.height), strict=True):
        if abs(way) > 1e-6:
            far.append(((size if way > 0 else 0) - at) / way)
    return max(0.0, min(far))


def _unit(box: Box) -> Point:
    across, down = direction(box)
    length = box.length or 1.0
    return across / length, down / length


def _seen(start: Point, along: Point, point: Point) -> Point:
    """A point as seen from where a text starts: along it, and down from it."""
    across, down = point[0] - start[0], point[1] - start[1]
    return across * along[0] + down * along[1], down * along[0] - across * along[1]


def _bounds(start: Point, along: Point, box: Box) -> tuple[float, float, float, float]:
    across, down = zip(*(_seen(start, along, corner) for corner in box.corners), strict=True)
    return min(across), min(down), max(across), max(down)


def _area(start: Point, along: Point, long: float, deep: float) -> Box:
    (x, y), (cos, sin) = start, along
    right, down = (long * cos, long * sin), (-deep * sin, deep * cos)
    end = (x + right[0], y + right[1])
    return Box((start, end, (end[0] + down[0], end[1] + down[1]), (x + down[0], y + down[1])))
