"""Who watches a wearer's timeline, and what they have not read yet."""

from collections import deque
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager

import anyio
import msgspec

from lorgnette.app.session.timeline import Moment, Watcher
from lorgnette.core.errors import TooMuch
from lorgnette.core.types import Wearer

MOST_UNREAD = 500
"""Lines that wait for a slow reader; then the oldest are lost, and the reader is told."""

MOST_READERS = 8
"""Readers of one wearer's timeline at the same time."""

QUIET = 15.0
"""Seconds without news after which a line says so: a reader that is gone is noticed."""


class Reader:
    """One reader of a timeline."""

    def __init__(self) -> None:
        """Times count from now."""
        self.origin = anyio.current_time()
        self.unread: deque[Moment] = deque(maxlen=MOST_UNREAD)
        self.lost = 0
        self.over = False
        self.news = anyio.Event()

    def watch(self, moment: Moment) -> None:
        """Something happened; a reader that is too slow loses the oldest."""
        self.lost += len(self.unread) == MOST_UNREAD
        self.unread.append(moment)
        self.news.set()

    def close(self) -> None:
        """Nothing more will happen."""
        self.over = True
        self.news.set()

    async def lines(self) -> AsyncGenerator[bytes]:
        """What happens, as JSON lines, until the end."""
        yield self.note("watching")
        while not self.over:
            if not self.unread:
                self.news = anyio.Event()
                with anyio.move_on_after(QUIET) as waiting:
                    await self.news.wait()
                if waiting.cancelled_caught:
                    yield self.note("quiet")
            if self.lost:
                lost, self.lost = self.lost, 0
                yield self.note("lost", moments=lost)
            while self.unread:
                moment = self.unread.popleft()
                line = moment.to_json(self.origin, epoch=moment.epoch, session=moment.session)
                yield line.encode() + b"\n"

    def note(self, kind: str, **details: int) -> bytes:
        """A line about the timeline itself."""
        at = round(anyio.current_time() - self.origin, 3)
        return msgspec.json.encode({"at": at, "type": kind, **details}) + b"\n"


class Audiences:
    """The readers of every wearer's timeline. No wearer sees another's."""

    def __init__(self) -> None:
        self.watchers: dict[Wearer, list[Watcher]] = {}
        self.readers: list[Reader] = []

    def of(self, wearer: Wearer) -> list[Watcher]:
        """Who is told what happens to a wearer; readers come and go."""
        return self.watchers.setdefault(wearer, [])

    @contextmanager
    def reading(self, wearer: Wearer) -> Iterator[Reader]:
        """Read a wearer's timeline while inside. Raises TooMuch when too many do."""
        watchers, reader = self.of(wearer), Reader()
        if len(watchers) >= MOST_READERS:
            raise TooMuch("too many read this timeline", retry_after=QUIET)
        watchers.append(reader.watch)
        self.readers.append(reader)
        try:
            yield reader
        finally:
            watchers.remove(reader.watch)
            self.readers.remove(reader)

    def close(self) -> None:
        """The hub stops: every timeline ends."""
        for reader in self.readers:
            reader.close()
