"""A long text that scrolls by rows on one display: how much has room, and where rows break.

Rows are shown as the items of a list, one of them selected. They are broken once, for the widest
they can become, so that no row changes while they scroll.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

import msgspec

from lorgnette.core.cards import LINES
from lorgnette.core.lens import grid, pixels
from lorgnette.core.lens.measure import cells, ruler, text_width
from lorgnette.core.lens.scene import LINE_HEIGHT
from lorgnette.core.lens.wrap import Measure, wrap
from lorgnette.core.types import Display, Layout


class Room(msgspec.Struct, frozen=True):
    """The room there is for a list of rows without a title, in its largest size.

    `width` is in units of `measure`; `below` is the room for a footer in the same units.
    """

    rows: int
    width: int
    measure: Measure
    below: int
    measure_below: Measure

    def footed(self, footer: str) -> str:
        """A footer that has room below the rows; empty when it has none."""
        return footer if self.measure_below(footer) <= self.below else ""


def room_on(display: Display) -> Room | None:
    """The room on a display; None when nothing can be read on it."""
    match display.layout:
        case Layout.PIXELS if fits(display, pixels.SMALLEST):
            return _pixels(pixels.Frame.of(display))
        case Layout.TEXT if fits(display, grid.SMALLEST):
            return _characters(display)
    return None


def fits(display: Display, smallest: tuple[int, int]) -> bool:
    """Whether a display is large enough."""
    return display.width >= smallest[0] and display.height >= smallest[1]


def _pixels(frame: pixels.Frame) -> Room:
    size = frame.largest_body
    height, gap, room = int(size * LINE_HEIGHT), size * 2 // 5, frame.height - frame.foot
    rows = 1 + max(0, room - height) // (height + gap)
    width = (frame.width - size // 2) * 100
    below = frame.width - frame.small - text_width("999/999", frame.small)
    measure_below = ruler(frame.small)
    return Room(min(rows, LINES), width, ruler(size, strong=True), below * 100, measure_below)


def _characters(display: Display) -> Room:
    footed = display.height >= 3
    rows = min(display.height - footed, LINES)
    return Room(rows, display.width - 2, cells, display.width - 8 if footed else 0, cells)


class Scroll:
    """A text in rows."""

    def __init__(self, text: str, room: Room) -> None:
        """`text` as it can be shown, see `core.writing.showable`."""
        self.room = room
        self.rows: Sequence[str] = list(wrap(text, room.width, room.measure))
        letters = _letters(text)
        before = accumulate((len(_letters(row)) for row in self.rows[:-1]), initial=0)
        self.starts = [letters[count] for count in before if count < len(letters)]
        """The place of the first character of each row in the text."""

    def row_of(self, place: int) -> int:
        """The row in which a character of the text stands."""
        return max(0, bisect_right(self.starts, place) - 1)

    def window(self, row: int) -> range:
        """The rows to show when one is the current one: one before it and those that follow."""
        first = max(0, row - (self.room.rows > 2))
        return range(first, min(first + self.room.rows, len(self.rows)))


def _letters(text: str) -> list[int]:
    """The places of all characters but spaces: rows lose nothing else."""
    return [place for place, char in enumerate(text) if not char.isspace()]
