"""What is kept of journeys: the way of each, and where the wearer was, to be played again."""

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

import msgspec

from lorgnette.core.guidance.events import Event
from lorgnette.core.guidance.journal import Beginning, Head, Journal
from lorgnette.core.types import Wearer
from lorgnette.engines.key import Key


class Kept(msgspec.Struct, frozen=True):
    """A journey that is kept; `size` in bytes."""

    id: int
    head: Head
    size: int


class JourneyLog(Protocol):
    """Writes one journey down while it goes on. A kill costs the last line at most.

    Nothing raises: a disk that is full ends the journal, not the journey.
    """

    def write(self, line: Beginning | Event, /) -> None:
        """Add what happened. It blocks for some microseconds."""

    def close(self) -> None:
        """Nothing more comes. A journey that has no fix is not kept."""


class Logbook(Protocol):
    """The journeys of one wearer. Verbs with an id raise NotFound, all raise StoreFailed."""

    async def begin(self, head: Head, /) -> JourneyLog:
        """Write another one down; the wearer of the head is set."""

    async def newest(self, *, limit: int = 50, since: dt.datetime | None = None) -> Sequence[Kept]:
        """Those that are kept, the newest first."""

    async def one(self, journey: int, /) -> Journal:
        """One of them."""

    async def delete(self, journey: int, /) -> None:
        """Forget one, for ever."""

    async def delete_all(self) -> int:
        """Forget all; how many there were."""


class Journeys(Protocol):
    """The journeys of everybody."""

    def of(self, wearer: Wearer, /) -> Logbook:
        """Those of one wearer."""

    async def tidy(self, until: dt.datetime, /) -> None:
        """Forget what began before a moment. Raises StoreFailed."""


JOURNEYS: Key[Journeys] = Key("journeys")
"""Where the wearer went, and what was said on the way."""
