"""Reads the text in front of the wearer: on the lens while it is read, in the ear when it is."""

from collections.abc import Sequence
from contextlib import aclosing
from typing import Final

from lorgnette.core import cards
from lorgnette.core.pages import Page, Row
from lorgnette.core.pages.figures import is_figure
from lorgnette.core.pages.order import in_lines
from lorgnette.core.pages.prices import Price
from lorgnette.core.pages.upright import upright
from lorgnette.core.pictures import Pixels
from lorgnette.core.sentences import glued
from lorgnette.core.slots.money import Money
from lorgnette.engines import READER
from lorgnette.skills import Reply, Turn
from lorgnette.skills.framed import page_with, sharpest

SPOKEN: Final = 700
"""Characters of a text that are said: about a minute. All of it is shown."""


async def page_in_view(turn: Turn) -> Page:
    """The text in front of the wearer, upright, shown while it is being read.

    Raises CannotSee, and Unreadable when there is none.
    """
    return await page_of(turn, (await sharpest(turn.eyes, "look")).pixels)


async def page_of(turn: Turn, pixels: Pixels) -> Page:
    """The text in a picture, upright. Raises Unreadable when there is none."""
    height, width = pixels.shape[:2]
    rows: list[Row] = []
    async with aclosing(turn[READER].read(pixels)) as found:
        async for row in found:
            rows.append(row)
            if turn.profile.display.width:
                turn.meanwhile(card=card(turn, Page(width, height, tuple(rows))))
    return upright(page_with(pixels, rows))


def told(turn: Turn, page: Page) -> Reply:
    """What stands there, said and shown."""
    lines = [text_of(line) for line in in_lines(page.rows)]
    return Reply(say=spoken(turn, lines), card=card(turn, page))


def spoken(turn: Turn, texts: Sequence[str]) -> str:
    """As many lines as anybody wants to listen to."""
    said, length = list[str](), 0
    for text in texts:
        length += len(text)
        if said and length > SPOKEN:
            return f"{sentence(said)} {turn.message('more-on-the-lens')}"
        said.append(text)
    return sentence(said)


def sentence(texts: Sequence[str]) -> str:
    """Lines as they are said: with a pause after each that has no stop of its own."""
    return glued([text if text[-1:] in ".!?。！？:：,，" else text + stop(text) for text in texts])


def stop(text: str) -> str:
    """What ends a sentence in the script of a text."""
    return "。" if "\u3040" <= text[-1:] <= "\u9fff" else "."


def card(turn: Turn, page: Page) -> cards.Text:
    """The lines of a page, figures at the right edge; what is doubtful is fainter."""
    return cards.Text(
        title=turn.message("text-title"), lines=tuple(line_of(line) for line in in_lines(page.rows))
    )


def line_of(line: Sequence[Row]) -> cards.Line:
    """One line of a page."""
    faint = any(row.doubtful for row in line)
    emphasis = cards.Emphasis.FAINT if faint else cards.Emphasis.NORMAL
    if len(line) > 1 and is_figure(line[-1].text):
        return cards.Line(text_of(line[:-1]), line[-1].text, emphasis)
    return cards.Line(text_of(line), emphasis=emphasis)


def price_lines(turn: Turn, found: Sequence[Price]) -> tuple[cards.Line, ...]:
    """What things cost, each in a line; a doubtful one is fainter."""
    return tuple(
        cards.Line(
            price.label,
            str(turn.show(Money(price.amount, price.currency)) if price.currency else price.amount),
            cards.Emphasis.FAINT if price.row.doubtful else cards.Emphasis.NORMAL,
        )
        for price in found
    )


def text_of(line: Sequence[Row]) -> str:
    """The words of a line, from left to right."""
    return " ".join(row.text for row in line)
