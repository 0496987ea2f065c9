"""Reads the text in front of the wearer: on the lens while it is read, in the ear when it is."""

from bisect import bisect_right
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import replace
from itertools import accumulate
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
from lorgnette.skills.lately import Text, joined
from lorgnette.skills.listed import stopped

SPOKEN: Final = 700
"""Characters of a text that are said: about a minute. All of it is shown."""

BEGINNING: Final = 12
"""Characters by which a text is known that was not heard to its end."""


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
    page = upright(page_with(pixels, rows))
    turn.lately.note(Text(page), turn.now)
    return page


async def text_meant(turn: Turn) -> Text:
    """The text that was read last; else the one in front of the wearer. Raises as that does."""
    return turn.lately.last(Text, turn.now) or Text(await page_in_view(turn))


def told(turn: Turn, page: Page) -> Reply:
    """What stands there, said and shown."""
    return Reply(say=said_from(turn, Text(page)), card=card(turn, page))


def said_from(turn: Turn, text: Text) -> str:
    """What is said of a page that was said so far; the rest, if there is any, is for later."""
    lines = text.lines[text.said :]
    count = as_many(lines)
    turn.lately.note(replace(text, begun=text.said, said=text.said + count), turn.now)
    return spoken(turn, lines)


def as_heard(turn: Turn, text: Text) -> Text:
    """A text with the lines that the wearer heard as said: they may have spoken meanwhile."""
    lines = text.lines[text.begun : text.said]
    heard, whole = turn.history[-1].heard if turn.history else "", sentence(lines)
    if not heard or not whole.startswith(heard[:BEGINNING]):
        return text
    lengths = accumulate(len(stopped(line)) + 1 for line in lines)
    count = sum(length - 1 <= len(heard) for length in lengths)
    return replace(text, said=text.begun + count)


def spoken(turn: Turn, texts: Sequence[str]) -> str:
    """As many lines as anybody wants to listen to."""
    count = as_many(texts)
    said = sentence(texts[:count])
    return said if count == len(texts) else f"{said} {turn.message('more-on-the-lens')}"


def as_many(texts: Sequence[str]) -> int:
    """How many lines anybody wants to listen to: at least one, if there is one."""
    lengths = list(accumulate(map(len, texts)))
    return max(min(1, len(lengths)), bisect_right(lengths, SPOKEN))


def sentence(texts: Sequence[str]) -> str:
    """Lines as they are said: with a pause after each that has no stop of its own."""
    return glued(map(stopped, texts))


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
        return cards.Line(joined(line[:-1]), line[-1].text, emphasis)
    return cards.Line(joined(line), emphasis=emphasis)


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
