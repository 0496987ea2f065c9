"""The minutes of a meeting: what its lines say, and nothing else.

Everything is quoted, and every quotation tells its line: what cannot be cited is not in them.
"""

import datetime as dt
from typing import Annotated

import msgspec


class Quote(msgspec.Struct, frozen=True):
    """Words of a line, as they were written down; `line` is its number."""

    line: int
    text: str


Quotes = Annotated[tuple[Quote, ...], msgspec.Meta(min_length=1)]


class Point(msgspec.Struct, frozen=True):
    """Something the minutes tell, and the lines that say it.

    `text` tells it in other words than those of the lines; "" when the quotations do.
    """

    quotes: Quotes
    text: str = ""


class Action(msgspec.Struct, frozen=True):
    """Something to be done. `owner` is None when nobody took it, `due` when no day was named."""

    quotes: Quotes
    owner: str | None = None
    due: dt.date | None = None
    text: str = ""


class Minutes(msgspec.Struct, frozen=True):
    """What remains of a meeting of so many `seconds`.

    `people` are those who spoke, in the order in which they first did: a name, or a number
    («#2») while there is none.
    """

    title: str
    seconds: float
    began: dt.datetime | None = None
    people: tuple[str, ...] = ()
    summary: tuple[Point, ...] = ()
    decisions: tuple[Point, ...] = ()
    actions: tuple[Action, ...] = ()
    questions: tuple[Point, ...] = ()

    @property
    def rewritten(self) -> bool:
        """Whether any of it is told in other words than those of the lines."""
        return any(entry.text for entry in self.entries)

    @property
    def entries(self) -> tuple["Point | Action", ...]:
        """Everything they tell."""
        return (*self.summary, *self.decisions, *self.actions, *self.questions)
