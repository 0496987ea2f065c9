"""Views as a terminal shows them, and as SVG pictures."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from lorgnette.core.cards import Emphasis
from lorgnette.core.lens.measure import cells
from lorgnette.core.lens.scene import (
    Align,
    Bar,
    Box,
    Countdown,
    Image,
    Mark,
    Run,
    Scene,
    Shape,
    View,
    clock,
)

_COLUMN = 14
"""Pixels of a scene for each column of a terminal."""

_GREEN = "#4dff88"
_FONTS = "'DejaVu Sans','Noto Sans','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"


def draw_text(view: View) -> str:
    """The view in a frame of characters, as wide as the longest row needs. Nothing is lost."""
    if isinstance(view, Scene):
        rows, least = [*_text_rows(view)], view.width // _COLUMN
    else:
        rows, least = [*view.rows], view.width
    width = max(least, *(cells(row, ambiguous=1) for row in rows))
    inside = (f"│ {row}{' ' * (width - cells(row, ambiguous=1))} │" for row in rows)
    edge = "─" * (width + 2)
    return "\n".join([f"╭{edge}╮", *inside, f"╰{edge}╯"])


def _text_rows(scene: Scene) -> Iterator[str]:
    """A row for each height at which something starts, with its marks from left to right."""
    columns = scene.width // _COLUMN - 4
    framed = [mark for mark in scene.marks if isinstance(mark, Box) and mark.stroke]
    told = [mark for mark in scene.marks if mark not in framed]
    for _, marks in groupby(sorted(told, key=lambda mark: mark.y), key=lambda mark: mark.y):
        left, right = "", ""
        for mark in sorted(marks, key=lambda mark: mark.x):
            word = _word(mark, columns)
            if any(_within(mark, box) for box in framed):
                word = f"[> {word}]" if _is_strong(mark) else f"[{word}]"
            if isinstance(mark, Run) and mark.align is Align.RIGHT:
                right = f"{right} {word}".strip()
            else:
                left = f"{left} {word}".strip()
        space = columns - cells(left, ambiguous=1) - cells(right, ambiguous=1)
        yield f"{left}{' ' * max(space, 1)}{right}".rstrip()


def _word(mark: Mark, columns: int) -> str:
    match mark:
        case Run():
            return mark.text
        case Countdown():
            return clock(mark.seconds_left)
        case Bar():
            full = round(mark.done * columns)
            return "█" * full + "░" * (columns - full)
        case Shape():
            return mark.glyph
        case Image():
            return f"({mark.alt or mark.source})"
        case Box():
            return "▌"


def _is_strong(mark: Mark) -> bool:
    return isinstance(mark, Run) and mark.emphasis is Emphasis.STRONG


def _within(mark: Mark, box: Box) -> bool:
    return box.x < mark.x < box.x + box.width and box.y < mark.y < box.y + box.height


def draw_svg(scene: Scene) -> str:
    """The scene as the wearer sees it in the dark: green light on black."""
    width, height = scene.width, scene.height
    drawn = "\n".join(element for mark in scene.marks for element in _elements(mark))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="{_FONTS}" fill="{_GREEN}">\n'
        f'<rect width="{width}" height="{height}" fill="#000"/>\n{drawn}\n</svg>\n'
    )


def _elements(mark: Mark) -> Iterator[str]:
    match mark:
        case Run():
            yield _text(mark, _faded(mark), mark.emphasis)
        case Countdown():
            yield _text(mark, escape(clock(mark.seconds_left)), Emphasis.STRONG)
        case Box(stroke=0):
            yield _rectangle(mark.x, mark.y, mark.width, mark.height)
        case Box():
            yield _outline(mark, mark.stroke)
        case Bar():
            yield _outline(mark, 2)
            yield _rectangle(mark.x, mark.y, round(mark.width * mark.done), mark.height)
        case Shape():
            for polygon in mark.polygons:
                yield _polygon(polygon, mark.x, mark.y)
        case Image():
            yield _outline(mark, 2)
            yield f"<title>{escape(mark.alt or mark.source)}</title>"


def _faded(mark: Run) -> str:
    """The text of a run, its end faint."""
    if mark.faint_from is None:
        return escape(mark.text)
    certain, tail = mark.text[: mark.faint_from], mark.text[mark.faint_from :]
    return f'{escape(certain)}<tspan opacity="0.6">{escape(tail)}</tspan>'


def _text(mark: Run | Countdown, text: str, emphasis: Emphasis) -> str:
    anchor = {Align.LEFT: "start", Align.RIGHT: "end", Align.MIDDLE: "middle"}[mark.align]
    look = {
        Emphasis.NORMAL: "",
        Emphasis.STRONG: ' font-weight="bold"',
        Emphasis.FAINT: ' opacity="0.6"',
    }[emphasis]
    return (
        f'<text x="{mark.x}" y="{mark.y + mark.size}" font-size="{mark.size}" '
        f'text-anchor="{anchor}"{look}>{text}</text>'
    )


def _rectangle(x: float, y: float, width: float, height: float, look: str = "") -> str:
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"{look}/>'


def _outline(mark: Box | Bar | Image, stroke: int) -> str:
    look = f' fill="none" stroke="{_GREEN}" stroke-width="{stroke}"'
    half = stroke / 2
    width, height = max(mark.width - stroke, 0), max(mark.height - stroke, 0)
    return _rectangle(mark.x + half, mark.y + half, width, height, look)


def _polygon(points: Sequence[tuple[int, int]], x: int, y: int) -> str:
    places = " ".join(f"{x + right},{y + down}" for right, down in points)
    return f'<polygon points="{places}"/>'
