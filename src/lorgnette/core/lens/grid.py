"""Cards on a display of characters."""

from collections.abc import Iterable, Iterator, Sequence

from lorgnette.core import cards
from lorgnette.core.cards import Card, Line
from lorgnette.core.lens.arrows import glyph
from lorgnette.core.lens.blocks import ROLLING
from lorgnette.core.lens.measure import cells
from lorgnette.core.lens.pages import Book, Row, on_one_page, on_pages
from lorgnette.core.lens.reading import seconds_to_read
from lorgnette.core.lens.rolling import rolled
from lorgnette.core.lens.scene import Grid, clock
from lorgnette.core.lens.wrap import wrap
from lorgnette.core.types import Display

SMALLEST = (8, 1)
"""Columns and rows; on less nothing can be read."""

_FOOTED = 3
"""Rows from which one is given to the footer."""

Rows = Iterator[Row[str]]


def lay_out_grid(card: Card, display: Display) -> Book[Grid] | None:
    """The pages of a card, or None when it is empty or the display too small."""
    width, height = display.width, display.height
    if width < SMALLEST[0] or height < SMALLEST[1]:
        return None
    footer = card.footer if height >= _FOOTED and cells(card.footer) + 8 <= width else ""
    pages = _pages(card, width, height, footer)

    def draw(number: int) -> Grid:
        rows = [row.content for row in pages[number]]
        below = f"{number + 1}/{len(pages)}" if len(pages) > 1 and height >= _FOOTED else ""
        if footer or below:
            rows += [""] * (height - 1 - len(rows)) + [_spread(footer, below, width)]
        return Grid(width, height, tuple(rows), number, len(pages), seconds_to_read(rows))

    return Book(pages, draw) if pages else None


def _pages(card: Card, width: int, height: int, footer: str) -> list[list[Row[str]]]:
    if isinstance(card, cards.Captions):
        return [[*_captions(card, width, height)]]
    rows = [*_rows(card, width)]
    if card.footer and not footer:
        rows += _text(card.footer, width)
    one = on_one_page(rows, height - bool(footer))
    if one is not None:
        return [one] if one or footer else []
    return on_pages(rows, height - 1 if height >= _FOOTED else height)


def _rows(card: Card, width: int) -> Rows:
    match card:
        case cards.Arrow():
            yield from _line(Line(f"{glyph(card)} {card.title}", card.distance), width)
        case _:
            yield from _text(card.title, width)
    match card:
        case cards.Progress():
            yield from _text(_progress(card, width), width)
            yield from _text(card.label, width)
        case cards.Picture():
            yield from _text(card.alt, width)
    for line in card.lines:
        yield from _line(line, width)
    match card:
        case cards.List():
            yield from _items(card.items, card.selected, width)
        case cards.Question():
            yield from _choices(card, width)


def _captions(card: cards.Captions, width: int, height: int) -> Rows:
    """Rows of speech at fixed places at the bottom; what is uncertain ends in an ellipsis."""
    most = min(ROLLING, height)
    above = min(ROLLING, height - most) if card.source else 0
    yield from (Row("") for _ in range(height - most - above))
    yield from _rolling(card.source, width, above)
    yield from _rolling(card.spoken, width, most)


def _rolling(spoken: Sequence[cards.Spoken], width: int, most: int) -> Rows:
    rows = rolled(spoken, width - 2, cells, most) if most else []
    for row in rows:
        yield Row(row.text if row.certain == len(row.text) else f"{row.text}…")
    yield from (Row("") for _ in range(most - len(rows)))


def _text(text: str, width: int) -> Rows:
    return (Row(row) for row in wrap(text, width, cells))


def _line(line: Line, width: int) -> Rows:
    """A line, with its value at the end of its last row or below it."""
    *before, last = [*wrap(line.text, width, cells)] or [""]
    yield from map(Row[str], before)
    if not line.right:
        if last:
            yield Row(last)
    elif cells(last) + 1 + cells(line.right) <= width:
        yield Row(_spread(last, line.right, width))
    else:
        yield from map(Row[str], filter(None, [last]))
        for value in wrap(line.right, width, cells):
            yield Row(_spread("", value, width))


def _items(items: Iterable[Line], selected: int | None, width: int) -> Rows:
    for number, item in enumerate(items):
        mark = "" if selected is None else "> " if number == selected else "  "
        for row in _line(item, width - len(mark)):
            yield Row(mark + row.content, selected=number == selected)
            mark = " " * len(mark)


def _choices(card: cards.Question, width: int) -> Rows:
    """Choices in brackets side by side, or under each other when they are long."""
    framed = (
        f"[> {choice}]" if number == card.selected else f"[{choice}]"
        for number, choice in enumerate(card.choices)
        if choice
    )
    row = " ".join(framed)
    if cells(row) > width:
        yield from _items(map(Line, card.choices), card.selected, width)
    elif row:
        yield Row(row, selected=card.selected is not None)


def _progress(card: cards.Progress, width: int) -> str:
    """`4:05 #####-----` or `#####----- 50%`, in characters that every display has."""
    left = card.seconds_left
    figure = f"{card.done:.0%}" if left is None else clock(left)
    room = min(width - len(figure) - 1, 20)
    if room < 3 or (left is not None and not card.seconds_whole):
        return figure
    full = round(card.done * room)
    bar = "#" * full + "-" * (room - full)
    return f"{bar} {figure}" if left is None else f"{figure} {bar}"


def _spread(left: str, right: str, width: int) -> str:
    """Two texts at the two ends of a row."""
    return (left + " " * (width - cells(left) - cells(right)) + right).rstrip()
