"""What a display draws: a scene of marks in pixels, or a grid of rows of characters.

Both are plain data that travel as JSON, so that a browser, a firmware and a terminal draw the
same thing. The origin is the upper left corner; x grows to the right, y downwards. A display is
black with one colour of light: black is see-through.
"""

from enum import StrEnum

import msgspec
from msgspec.structs import replace

from lorgnette.core.cards import Emphasis

LINE_HEIGHT = 1.3
"""Height of a line in sizes. The baseline lies one size below its top."""


class Align(StrEnum):
    """Which point of a text `x` names: its left end, its right end or its middle."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"


class _Mark(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="draw"):
    """The upper left corner of everything drawn, but for the `x` of aligned text."""

    x: int
    y: int


class Run(_Mark, frozen=True, tag="text"):
    """One line of text in a sans-serif font of `size` pixels an em.

    `strong` is bold, `faint` is dim where a display can dim; with `faint_from` the text is faint
    from that character on. `width` is how wide the text can be at most in any usual font; a font
    that is wider still should be squeezed into it.
    """

    text: str
    size: int
    width: int
    align: Align = Align.LEFT
    emphasis: Emphasis = Emphasis.NORMAL
    faint_from: int | None = None


class Countdown(_Mark, frozen=True, tag="countdown"):
    """A bold text that counts down by itself: `clock(seconds_left)` at the moment it is shown."""

    size: int
    width: int
    seconds_left: float
    align: Align = Align.LEFT


class Box(_Mark, frozen=True, tag="box"):
    """A rectangle: filled, or an outline of `stroke` pixels that lies within it."""

    width: int
    height: int
    stroke: int = 0


class Bar(_Mark, frozen=True, tag="bar"):
    """An outlined bar, filled from the left as far as `done`, 0 to 1.

    With `seconds_left` it fills by itself, evenly, and is full when they are over.
    """

    width: int
    height: int
    done: float
    seconds_left: float | None = None


class Shape(_Mark, frozen=True, tag="shape"):
    """Filled polygons, drawn over each other, with points relative to x and y.

    `glyph` is the character nearest to it, for a display that has none but characters.
    """

    width: int
    height: int
    polygons: tuple[tuple[tuple[int, int], ...], ...]
    glyph: str


class Image(_Mark, frozen=True, tag="image"):
    """A picture that was sent under the name `source`, scaled to fit; `alt` if it is missing."""

    width: int
    height: int
    source: str
    alt: str = ""


Mark = Run | Countdown | Box | Bar | Shape | Image


class Scene(msgspec.Struct, frozen=True, tag_field="layout", tag="pixels"):
    """One page on a display of pixels; `seconds` is how long reading it takes."""

    width: int
    height: int
    marks: tuple[Mark, ...]
    page: int
    pages: int
    seconds: float


class Grid(msgspec.Struct, frozen=True, tag_field="layout", tag="text"):
    """One page on a display of characters: at most `height` rows of at most `width` columns."""

    width: int
    height: int
    rows: tuple[str, ...]
    page: int
    pages: int
    seconds: float


View = Scene | Grid


def later(view: View, seconds: float) -> View:
    """The view as it is some seconds later: only what runs by itself changes."""
    if isinstance(view, Grid):
        return view
    return replace(view, marks=tuple(_later(mark, seconds) for mark in view.marks))


def _later(mark: Mark, seconds: float) -> Mark:
    match mark:
        case Countdown(seconds_left=left):
            return replace(mark, seconds_left=max(left - seconds, 0.0))
        case Bar(seconds_left=float(left)) if left > 0:
            left_then = max(left - seconds, 0.0)
            done = 1 - (1 - mark.done) * left_then / left
            return replace(mark, done=done, seconds_left=left_then)
    return mark


def clock(seconds: float) -> str:
    """Time left as `4:05` or `1:00:00`; a second that has begun still counts."""
    minutes, rest = divmod(-int(-seconds // 1), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
