"""The lens: cards laid out for one display. Pure; the same card gives the same picture."""

from lorgnette.core.cards import Card
from lorgnette.core.lens.draw import draw_svg, draw_text
from lorgnette.core.lens.grid import lay_out_grid
from lorgnette.core.lens.pages import Book
from lorgnette.core.lens.pixels import lay_out_pixels
from lorgnette.core.lens.reading import reading_seconds
from lorgnette.core.lens.scene import Grid, Mark, Scene, View, clock, later
from lorgnette.core.types import Display, Layout

__all__ = [
    "Book",
    "Grid",
    "Mark",
    "Scene",
    "View",
    "clock",
    "draw_svg",
    "draw_text",
    "later",
    "lay_out",
    "pages",
    "reading_seconds",
]


def lay_out(card: Card, display: Display, page: int | None = None) -> View | None:
    """One page of a card on a display: pixels give a Scene, characters a Grid.

    Pages count from 0; beyond the last is the last. Without `page` it is the one that holds
    what is selected, or the first. None as in `pages`.
    """
    book = pages(card, display)
    return None if book is None else book.page(page)


def pages(card: Card, display: Display) -> Book[View] | None:
    """All pages of a card on a display.

    None means that nothing can be shown, because there is no display, it is smaller than any
    text, or the card is empty: then the card is for the ear.

    Nothing is ever clipped: text shrinks by steps, then wraps, then goes on to the next page.
    """
    match display.layout:
        case Layout.PIXELS:
            return lay_out_pixels(card, display)
        case Layout.TEXT:
            return lay_out_grid(card, display)
    return None
