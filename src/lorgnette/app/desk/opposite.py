"""What is turned to the person opposite: who interprets writes it, the wearer's pages read it."""

from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager

import anyio
import msgspec

from lorgnette.core.errors import TooMuch
from lorgnette.core.opposite import Opposite
from lorgnette.core.types import Wearer

MOST_READERS = 8
"""Pages of one wearer that read at the same time."""

QUIET = 15.0
"""Seconds without news after which the same is said again: a reader that is gone is noticed."""


class Reader:
    """One page. It is told what is shown now, and misses what was shown only for a moment."""

    def __init__(self, shown: Opposite) -> None:
        self.shown = shown
        self.over = False
        self.news = anyio.Event()

    def tell(self, shown: Opposite) -> None:
        """Something else is shown."""
        self.shown = shown
        self.news.set()

    def close(self) -> None:
        """Nothing more will be shown."""
        self.over = True
        self.news.set()

    async def lines(self) -> AsyncGenerator[bytes]:
        """What is shown, whenever it changes, as JSON lines."""
        while not self.over:
            self.news = anyio.Event()
            yield msgspec.json.encode(self.shown) + b"\n"
            with anyio.move_on_after(QUIET):
                await self.news.wait()


class Boards:
    """One board for each wearer: no wearer's pages read another's."""

    def __init__(self) -> None:
        self.shown: dict[Wearer, tuple[object, Opposite]] = {}
        self.readers: dict[Wearer, list[Reader]] = {}

    def show(self, wearer: Wearer, writer: object, shown: Opposite) -> None:
        """Show this, in the place of what anybody else has shown."""
        self.shown[wearer] = writer, shown
        self.tell(wearer)

    def clear(self, wearer: Wearer, writer: object) -> None:
        """A writer is done: what it has shown goes, what another shows by now stays."""
        if self.shown.get(wearer, (None, None))[0] is writer:
            del self.shown[wearer]
            self.tell(wearer)

    def now(self, wearer: Wearer) -> Opposite:
        """What is shown now."""
        return self.shown[wearer][1] if wearer in self.shown else Opposite()

    def tell(self, wearer: Wearer) -> None:
        """Tell every page of a wearer."""
        for reader in self.readers.get(wearer, ()):
            reader.tell(self.now(wearer))

    @contextmanager
    def reading(self, wearer: Wearer) -> Iterator[Reader]:
        """Read a wearer's board while inside. Raises TooMuch when too many do."""
        here, reader = self.readers.setdefault(wearer, []), Reader(self.now(wearer))
        if len(here) >= MOST_READERS:
            raise TooMuch("too many read this page", retry_after=QUIET)
        here.append(reader)
        try:
            yield reader
        finally:
            here.remove(reader)

    def close(self) -> None:
        """The hub stops: every page is told."""
        for here in self.readers.values():
            for reader in here:
                reader.close()
