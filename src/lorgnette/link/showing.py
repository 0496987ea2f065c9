"""Cards on their way to a display: laid out by the hub, so that glasses only draw."""

import msgspec
from msgspec.structs import replace

from lorgnette.core import cards, lens
from lorgnette.core.cards import Card
from lorgnette.core.types import Display
from lorgnette.link.messages import Show, Update

PAGES = 16
"""Pages that are sent; whoever wants to read on has other means than a lens."""

LENGTH = 40_000
"""Characters of JSON that all pages take together: card and pages fit into one text frame."""


def show(card: Card, display: Display, slot: str = "main") -> Show:
    """The message that puts a card on a display."""
    book = lens.pages(card, display)
    if book is None:
        return Show(card, slot)
    first = min(max(book.opened - PAGES // 2, 0), max(len(book) - PAGES, 0))
    pages, room = list[lens.View](), LENGTH
    for number in range(first, min(first + PAGES, len(book))):
        page = book.page(number)
        room -= len(msgspec.json.encode(page).decode())
        if room < 0:
            break
        pages.append(page)
    opened = min(book.opened - first, max(len(pages) - 1, 0))
    return Show(card, slot, tuple(pages), opened)


def update(card: Card, display: Display, slot: str) -> Update:
    """The message that changes the card of a slot, or puts it under the others."""
    shown = show(card, display, slot)
    return Update(card, slot, shown.pages, shown.page)


def aged(message: Show | Update, seconds: float) -> Show | Update:
    """The message as it has to be when it is sent some seconds later: countdowns went on."""
    pages = tuple(lens.later(page, seconds) for page in message.pages)
    return replace(message, card=cards.after(message.card, seconds), pages=pages)
