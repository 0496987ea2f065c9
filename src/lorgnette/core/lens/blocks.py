"""What cards are made of, in pixels: rows of marks with x and y counted from the row's corner."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from lorgnette.core import cards
from lorgnette.core.cards import TITLE_LENGTH, Card, Emphasis, Line
from lorgnette.core.lens.arrows import shape
from lorgnette.core.lens.maps import picture
from lorgnette.core.lens.measure import ruler, text_width
from lorgnette.core.lens.pages import Row, on_pages
from lorgnette.core.lens.rolling import rolled
from lorgnette.core.lens.scene import (
    LINE_HEIGHT,
    Align,
    Bar,
    Box,
    Countdown,
    Image,
    Mark,
    Run,
    clock,
)
from lorgnette.core.lens.wrap import longest_piece, wrap

ROLLING = 3
"""Rows of speech: two to be read, and the one that is being said."""

Marks = tuple[Mark, ...]
Block = Iterator[Row[Marks]]


class Sizes(msgspec.Struct, frozen=True):
    """The room there is, and the sizes of text to try, in pixels.

    Before `paged`, a block may turn out larger than the page, and is then tried smaller.
    """

    width: int
    room: int
    title: int
    body: int
    paged: bool = False

    @property
    def gap(self) -> int:
        """The space between paragraphs, and around signs."""
        return self.body * 2 // 5

    @property
    def small(self) -> int:
        """The size of words within a drawing."""
        return self.body * 3 // 4

    @property
    def side(self) -> int:
        """The sides of an arrow."""
        return min(self.title * 7 // 2, self.room)


def blocks(card: Card, sizes: Sizes) -> Block:
    """All rows of a card in the order of reading, but for its footer."""
    if isinstance(card, cards.Captions):
        yield from _captions(card, sizes)
        return
    if isinstance(card, cards.Arrow):
        yield from _arrow(card, sizes)
        yield from _paragraphs(card.lines, sizes)
        return
    if isinstance(card, cards.Map):
        yield from _map(card, sizes)
        return
    title, lines = _headline(card)
    if not sizes.paged and not _keeps_words(title, sizes.width, sizes):
        yield _too_large(sizes)
    yield from text_block(title, sizes.width, sizes.title, Emphasis.STRONG)
    match card:
        case cards.Progress():
            yield from _progress(card, sizes)
        case cards.Picture():
            yield from _picture(card, sizes)
    yield from _paragraphs(lines, sizes)
    match card:
        case cards.List():
            yield from _items(card.items, card.selected, sizes)
        case cards.Question():
            yield from _choices(card, sizes)


def run(
    text: str,
    size: int,
    *,
    x: int = 0,
    y: int = 0,
    align: Align = Align.LEFT,
    emphasis: Emphasis = Emphasis.NORMAL,
) -> Run:
    """A line of text, measured."""
    width = text_width(text, size, strong=emphasis is Emphasis.STRONG)
    return Run(x=x, y=y, text=text, size=size, width=width, align=align, emphasis=emphasis)


def text_block(text: str, width: int, size: int, emphasis: Emphasis, *, gap: int = 0) -> Block:
    """A text in as many rows as it needs; `gap` is above the first."""
    measure = ruler(size, strong=emphasis is Emphasis.STRONG)
    for line in wrap(text, width * 100, measure):
        yield Row((run(line, size, emphasis=emphasis),), _line_height(size), gap)
        gap = 0


def _line_height(size: int) -> int:
    return int(size * LINE_HEIGHT)


def _keeps_words(title: str, width: int, sizes: Sizes) -> bool:
    return longest_piece(title, ruler(sizes.title, strong=True)) <= width * 100


def _too_large(sizes: Sizes) -> Row[Marks]:
    """A row that makes this attempt fail, so that a smaller size is tried."""
    return Row((), sizes.room + 1)


def _headline(card: Card) -> tuple[str, tuple[Line, ...]]:
    """The title and the lines; a text without a title has its short first line for one."""
    if isinstance(card, cards.Text) and not card.title and card.lines:
        first, *rest = card.lines
        if not first.right and "\n" not in first.text and len(first.text) <= TITLE_LENGTH // 2:
            return first.text, tuple(rest)
    return card.title, card.lines


def _paragraphs(lines: Iterable[Line], sizes: Sizes) -> Block:
    for line in lines:
        yield from _paragraph(line, sizes.width, sizes)


def _paragraph(line: Line, width: int, sizes: Sizes) -> Block:
    """A line with its value at the right edge, or below it when the value is long."""
    value = run(line.right, sizes.body, x=width, align=Align.RIGHT, emphasis=line.emphasis)
    beside = bool(line.right) and _is_narrow(value, width)
    narrower = width - value.width - sizes.gap if beside else width
    rows = text_block(line.text, narrower, sizes.body, line.emphasis, gap=sizes.gap)
    if not beside:
        yield from rows
        yield from text_block(line.right, width, sizes.body, line.emphasis)
        return
    first = next(rows, Row[Marks]((), _line_height(sizes.body), sizes.gap))
    yield replace(first, content=(*first.content, value))
    yield from rows


def _is_narrow(value: Run, width: int) -> bool:
    return value.width <= width * 2 // 5


def _items(items: Iterable[Line], selected: int | None, sizes: Sizes) -> Block:
    """Items under each other; a bar stands before the selected one."""
    indent = sizes.body // 2 if selected is not None else 0
    for number, item in enumerate(items):
        chosen = number == selected
        shown = replace(item, emphasis=Emphasis.STRONG) if chosen else item
        for row in _paragraph(shown, sizes.width - indent, sizes):
            marks = [replace(mark, x=mark.x + indent) for mark in row.content]
            if chosen:
                marks.append(Box(x=0, y=0, width=max(indent // 3, 1), height=row.height))
            yield replace(row, content=tuple(marks), selected=chosen)


def _choices(card: cards.Question, sizes: Sizes) -> Block:
    """Choices in frames side by side, or under each other when they are long."""
    pad, marks, x = sizes.body // 4, list[Mark](), 0
    height = _line_height(sizes.body) + 2 * pad
    for number, choice in enumerate(card.choices):
        if not choice:
            continue
        chosen = number == card.selected
        emphasis = Emphasis.STRONG if chosen else Emphasis.NORMAL
        text = run(choice, sizes.body, y=pad, align=Align.MIDDLE, emphasis=emphasis)
        width = text.width + 4 * pad
        marks.append(Box(x=x, y=0, width=width, height=height, stroke=4 if chosen else 2))
        marks.append(replace(text, x=x + width // 2))
        x += width + 2 * pad
    if x - 2 * pad > sizes.width:
        yield from _items(map(Line, card.choices), card.selected, sizes)
    elif marks:
        yield Row(tuple(marks), height, 2 * sizes.gap, card.selected is not None)


def _progress(card: cards.Progress, sizes: Sizes) -> Block:
    """Digits and a bar, side by side where the display is flat, and the label."""
    left, height = card.seconds_left, sizes.body // 2
    bar = Bar(x=0, y=0, width=sizes.width, height=height, done=card.done, seconds_left=left)
    if left is None:
        yield Row((bar,), height, sizes.gap)
        yield from _paragraph(Line(card.label, f"{card.done:.0%}"), sizes.width, sizes)
        return
    digits = _countdown(left, sizes)
    tall, beside = _line_height(digits.size), digits.width + 2 * sizes.gap
    if not card.seconds_whole:
        yield Row((digits,), tall, sizes.gap)
    elif sizes.room < 6 * sizes.title and beside < sizes.width * 3 // 4:
        bar = replace(bar, x=beside, y=(tall - height) // 2, width=sizes.width - beside)
        yield Row((digits, bar), tall, sizes.gap)
    else:
        yield Row((digits,), tall, sizes.gap)
        yield Row((bar,), height, sizes.gap)
    yield from _paragraph(Line(card.label), sizes.width, sizes)


def _countdown(seconds: float, sizes: Sizes) -> Countdown:
    """Digits as large as title and body together, or as two fifths of the page."""
    widest = text_width(clock(seconds), 100, strong=True)
    fitting = min(sizes.width * 100 // widest, int(sizes.room * 2 / 5 / LINE_HEIGHT))
    size = min(sizes.title + sizes.body, fitting)
    width = text_width(clock(seconds), size, strong=True)
    return Countdown(x=0, y=0, size=size, width=width, seconds_left=seconds)


def _picture(card: cards.Picture, sizes: Sizes) -> Block:
    """The picture as large as it is, or as large as three fifths of the page allow."""
    room = sizes.room * 3 // 5
    scale = min(1.0, sizes.width / max(card.width, 1), room / max(card.height, 1))
    width, height = (max(int(side * scale), 1) for side in (card.width, card.height))
    image = Image(x=0, y=0, width=width, height=height, source=card.source, alt=card.alt)
    yield Row((image,), height, sizes.gap)


def _arrow(card: cards.Arrow, sizes: Sizes) -> Block:
    """The arrow, and beside it what to do and how far; a long title goes above it."""
    beside = sizes.side + sizes.gap * 2
    width = sizes.width - beside
    words = [*text_block(card.title, width, sizes.title, Emphasis.STRONG)]
    words += text_block(card.distance, width, sizes.title, Emphasis.NORMAL)
    height = sum(row.height for row in words)
    sign = shape(card, sizes.side)
    fits = beside <= sizes.width // 2 and _keeps_words(card.title, width, sizes)
    if not sizes.paged and not fits:
        yield _too_large(sizes)
    elif fits and (not sizes.paged or height <= sizes.side):
        yield Row(_beside(sign, words, beside), max(height, sizes.side))
    else:
        yield from text_block(card.title, sizes.width, sizes.title, Emphasis.STRONG)
        yield Row((sign,), sizes.side, sizes.gap)
        yield from text_block(card.distance, sizes.width, sizes.title, Emphasis.NORMAL)


def _map(card: cards.Map, sizes: Sizes) -> Block:
    """The map, and beside it the words, as many as have room; a long title goes above it."""
    wide = min(sizes.width * 2 // 5, sizes.room * 3 // 2)
    beside = wide + 2 * sizes.gap
    width = sizes.width - beside
    title = [*text_block(card.title, width, sizes.title, Emphasis.STRONG)]
    rest = [row for line in card.lines for row in _paragraph(line, width, sizes)]
    kept = on_pages([*title, *rest], sizes.room)
    fits = _keeps_words(card.title, width, sizes)
    aligned = all(_is_narrow(run(line.right, sizes.body), width) for line in card.lines)
    if not sizes.paged and (len(kept) > 1 or not fits or not aligned):
        yield _too_large(sizes)
    elif fits and (not kept or len(kept[0]) >= len(title)):
        drawing, labels = picture(card, wide, sizes.room, sizes.small)
        first, *others = kept or [[]]
        yield Row((*_beside(drawing, first, beside), *labels), sizes.room)
        yield from (row for page in others for row in page)
    else:
        high = min(sizes.room, sizes.width * 2 // 3)
        drawing, labels = picture(card, sizes.width, high, sizes.small)
        yield from text_block(card.title, sizes.width, sizes.title, Emphasis.STRONG)
        yield Row((drawing, *labels), high, sizes.gap)
        yield from _paragraphs(card.lines, sizes)


def _captions(card: cards.Captions, sizes: Sizes) -> Block:
    """Rows of speech at fixed places at the bottom; what it translates is small above them."""
    large, small = sizes.body * 4 // 5, sizes.body * 3 // 5
    height, smaller = _line_height(large), _line_height(small)
    most = max(1, min(ROLLING, sizes.room // height))
    above = max(0, min(ROLLING, (sizes.room - most * height) // smaller)) if card.source else 0
    yield Row((), sizes.room - most * height - above * smaller)
    yield from _rolling(card.source, sizes.width, small, above)
    yield from _rolling(card.spoken, sizes.width, large, most)


def _rolling(spoken: Sequence[cards.Spoken], width: int, size: int, most: int) -> Block:
    """The last rows of speech, and empty ones to fill up."""
    rows = rolled(spoken, width * 100, ruler(size), most) if most else []
    for row in rows:
        faint = None if row.certain == len(row.text) else row.certain
        yield Row((replace(run(row.text, size), faint_from=faint),), _line_height(size))
    for _ in range(most - len(rows)):
        yield Row((), _line_height(size))


def _beside(sign: Mark, words: Iterable[Row[Marks]], x: int) -> Marks:
    marks, y = [sign], 0
    for row in words:
        y += row.gap
        marks += [replace(mark, x=mark.x + x, y=y) for mark in row.content]
        y += row.height
    return tuple(marks)
