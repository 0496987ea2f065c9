"""Cards on a display of pixels."""

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from lorgnette.core.cards import Card, Emphasis
from lorgnette.core.lens.blocks import Marks, Sizes, blocks, run, text_block
from lorgnette.core.lens.measure import text_width
from lorgnette.core.lens.pages import Book, Row, on_one_page, on_pages
from lorgnette.core.lens.reading import seconds_to_read
from lorgnette.core.lens.scene import LINE_HEIGHT, Align, Mark, Run, Scene
from lorgnette.core.types import Display

SMALLEST = (160, 72)
"""Pixels wide and high; on less nothing can be read."""

_STEPS = ((1.5, 1.25), (1.5, 1.0), (1.25, 1.0), (1.0, 0.875))
"""Sizes of title and body, in units: the first with which everything fits on one page."""

_TITLES_OF_PAGES = (1.5, 1.25, 1.0, 0.875)


class Frame(msgspec.Struct, frozen=True):
    """The part of a display that is used, inside its margins, and the size of its text.

    `unit` is the size of plain text: 32 pixels on a lens of 640 × 480, and never below 20, the
    smallest that glasses on the market use.
    """

    margin: int
    width: int
    height: int
    unit: int

    @classmethod
    def of(cls, display: Display) -> "Frame":
        """The frame of a display at least as large as `SMALLEST`."""
        margin = max(4, min(display.width, display.height) // 20)
        unit = min(display.height // 15, display.width // 20, 32)
        return cls(margin, display.width - 2 * margin, display.height - 2 * margin, max(unit, 20))

    @property
    def small(self) -> int:
        """The size of the footer."""
        return self.unit * 3 // 4

    @property
    def largest_body(self) -> int:
        """The size of plain text on a page that has room for it."""
        return int(self.unit * _STEPS[0][1])

    @property
    def foot(self) -> int:
        """The height of the footer, with the gap above it."""
        return int(self.small * LINE_HEIGHT) + 4

    def sizes(self, title: float, body: float, room: int, *, paged: bool = False) -> Sizes:
        """Sizes from units to pixels."""
        return Sizes(self.width, room, int(self.unit * title), int(self.unit * body), paged)


def lay_out_pixels(card: Card, display: Display) -> Book[Scene] | None:
    """The pages of a card, or None when it is empty or the display too small."""
    if display.width < SMALLEST[0] or display.height < SMALLEST[1]:
        return None
    frame = Frame.of(display)
    footer = card.footer if _fits_below(card.footer, frame) else ""
    pages = _pages(card, frame, footer)

    def draw(number: int) -> Scene:
        marks = [*_placed(pages[number], frame), *_foot(footer, number, len(pages), frame)]
        seconds = seconds_to_read(mark.text for mark in marks if isinstance(mark, Run))
        return Scene(display.width, display.height, tuple(marks), number, len(pages), seconds)

    return Book(pages, draw) if pages else None


def _pages(card: Card, frame: Frame, footer: str) -> list[list[Row[Marks]]]:
    room = frame.height - (frame.foot if footer else 0)
    for title, body in _STEPS:
        rows = on_one_page(_rows(card, frame, footer, frame.sizes(title, body, room)), room)
        if rows is not None:
            return [rows] if rows or footer else []
    room = frame.height - frame.foot
    sizes = frame.sizes(_title_of_pages(card, frame, room), 1.0, room, paged=True)
    return on_pages(_rows(card, frame, footer, sizes), room)


def _title_of_pages(card: Card, frame: Frame, room: int) -> float:
    """The largest title that leaves half of the first page to the rest."""
    for title in _TITLES_OF_PAGES:
        sizes = frame.sizes(title, 1.0, room)
        rows = text_block(card.title, sizes.width, sizes.title, Emphasis.STRONG)
        if on_one_page(rows, room // 2) is not None:
            return title
    return _TITLES_OF_PAGES[-1]


def _rows(card: Card, frame: Frame, footer: str, sizes: Sizes) -> Iterator[Row[Marks]]:
    yield from blocks(card, sizes)
    if card.footer and not footer:
        yield from text_block(card.footer, frame.width, frame.small, Emphasis.FAINT, gap=8)


def _fits_below(footer: str, frame: Frame) -> bool:
    number = text_width(_number(999, 999), frame.small) + frame.small
    return text_width(footer, frame.small) + number <= frame.width


def _placed(rows: list[Row[Marks]], frame: Frame) -> Iterator[Mark]:
    top = frame.margin
    for place, row in enumerate(rows):
        top += row.gap if place else 0
        for mark in row.content:
            yield replace(mark, x=mark.x + frame.margin, y=mark.y + top)
        top += row.height


def _foot(footer: str, page: int, pages: int, frame: Frame) -> Iterator[Mark]:
    x, y = frame.margin, frame.margin + frame.height - frame.foot + 4
    if footer:
        yield run(footer, frame.small, x=x, y=y, emphasis=Emphasis.FAINT)
    if pages > 1:
        yield run(_number(page + 1, pages), frame.small, x=x + frame.width, y=y, align=Align.RIGHT)


def _number(page: int, pages: int) -> str:
    return f"{page}/{pages}"
