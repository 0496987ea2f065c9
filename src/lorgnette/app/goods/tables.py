"""What a file of goods is, whatever its format: rows with their lines, and what they say."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile
from pathlib import Path
from typing import Any, NamedTuple

from lorgnette.core.facts import Unusable
from lorgnette.core.goods import Good, Observation

Row = Mapping[str, Any]


class Kept(NamedTuple):
    """What a row says; `problem` is what it says and cannot be kept."""

    good: Good | None = None
    prices: Sequence[Observation] = ()
    problem: str = ""


class Bad(NamedTuple):
    """A row that could not be used, or not all of it: where it is, and why."""

    line: int
    reason: str


class Damaged(Exception):
    """The file cannot be read any further; the text says why."""


@dataclass(frozen=True)
class File:
    """A file to import, and what it does not say itself."""

    path: Path
    today: date
    """The day of prices without a date."""
    currency: str = ""
    """The currency of prices without one; empty: they are not taken."""


@dataclass(frozen=True)
class Table:
    """A file of goods that is open.

    `rows` come with their line, or their number in files without lines; one that is no row is a
    text that says why. They may end in `Damaged`. `share` tells how much was read, from 0 to 1.
    """

    kind: str
    rows: Iterator[tuple[int, Row | str]]
    understand: Callable[[Row], Kept]
    share: Callable[[], float]
    close: Callable[[], None]

    def read(self, after: int) -> Iterator[tuple[int, Kept]]:
        """What the rows behind a line say. Raises Damaged."""
        for line, row in dropwhile(lambda each: each[0] <= after, self.rows):
            if isinstance(row, str):
                yield line, Kept(problem=row)
                continue
            try:
                yield line, self.understand(row)
            except Unusable as error:
                yield line, Kept(problem=str(error))
