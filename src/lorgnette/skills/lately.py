"""What the wearer looked at last: what «it» means in the sentences that follow.

It is kept in memory, for a while, and nowhere else: a letter that was read aloud is nobody's file.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from lorgnette.core.codes import Content
from lorgnette.core.pages import Page, Row
from lorgnette.core.pages.figures import is_figure
from lorgnette.core.pages.order import in_lines

T = TypeVar("T")

RECENT: Final = dt.timedelta(minutes=15)
"""For how long «it» is what was looked at."""


@dataclass(frozen=True)
class Scanned:
    """What a code said; `contested` when another lay under it or over it."""

    content: Content
    contested: bool = False


@dataclass(frozen=True)
class Shown:
    """Something of which there is more on the wearer's page, and where: `goods/3017620422003`."""

    page: str


@dataclass(frozen=True)
class Text:
    """A page that was read; the lines from `begun` to `said` were said last."""

    page: Page
    begun: int = 0
    said: int = 0

    @property
    def lines(self) -> list[str]:
        """Its lines, as they are read."""
        return [joined(line) for line in in_lines(self.page.rows)]

    @property
    def names(self) -> list[str]:
        """What its lines name, without prices and measures beside it."""
        lines = in_lines(self.page.rows)
        named = ([row for row in line if not is_figure(row.text)] for line in lines)
        return [joined(line) for line in named if line]


def joined(line: Sequence[Row]) -> str:
    """The words of a line, from left to right."""
    return " ".join(row.text for row in line)


@dataclass
class Lately:
    """What was looked at, the last thing of each kind."""

    _kept: dict[type, tuple[object, dt.datetime]] = field(default_factory=dict, repr=False)

    def note(self, thing: object, now: dt.datetime) -> None:
        """From now on «it» is this."""
        self._kept.pop(type(thing), None)
        self._kept[type(thing)] = thing, now

    def last(self, kind: type[T], now: dt.datetime) -> T | None:
        """The last thing of a kind, `object` for any; None when there is none, or long ago."""
        for thing, at in reversed(self._kept.values()):
            if isinstance(thing, kind) and now - at <= RECENT:
                return thing
        return None
