"""Events for several readers, each at its own speed.

A reader that is slow finds only the latest tail of a line; everything else waits for it. Whoever
writes asks for room first, so that nothing grows without end.
"""

from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import contextmanager
from typing import Final

import anyio

from lorgnette.core.captions import CaptionEvent, Tail

MOST: Final = 1_000
"""Events that wait for one reader before the writer has to wait."""


class Reader:
    """The events from when it was opened on, as an async iterator that ends when they do."""

    def __init__(self) -> None:
        self._waiting: deque[CaptionEvent] = deque()
        self._ended = False
        self._change = anyio.Event()

    def __aiter__(self) -> AsyncIterator[CaptionEvent]:
        return self

    async def __anext__(self) -> CaptionEvent:
        while not self._waiting:
            if self._ended:
                raise StopAsyncIteration
            await self._change.wait()
        event = self._waiting.popleft()
        if len(self._waiting) == MOST - 1:
            self._signal()
        return event

    async def room(self) -> None:
        """Wait until not too much waits."""
        while len(self._waiting) >= MOST and not self._ended:
            await self._change.wait()

    def add(self, event: CaptionEvent) -> None:
        """One more event; a tail takes the place of the one before it."""
        if self._waiting and isinstance(event, Tail):
            last = self._waiting[-1]
            if isinstance(last, Tail) and last.line == event.line:
                self._waiting.pop()
        self._waiting.append(event)
        self._signal()

    def end(self) -> None:
        """Nothing more comes."""
        self._ended = True
        self._signal()

    def _signal(self) -> None:
        self._change.set()
        self._change = anyio.Event()


class Feed:
    """What is written once and read by all readers."""

    def __init__(self) -> None:
        self._readers: list[Reader] = []
        self._ended = False

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A reader of everything from now on; leaving the context forgets it."""
        reader = Reader()
        self._readers.append(reader)
        if self._ended:
            reader.end()
        try:
            yield reader
        finally:
            self._readers.remove(reader)
            reader.end()

    async def room(self) -> None:
        """Wait until every reader has room."""
        for reader in tuple(self._readers):
            await reader.room()

    def write(self, events: Iterable[CaptionEvent]) -> None:
        """Give events to all readers."""
        for event in events:
            for reader in self._readers:
                reader.add(event)

    def end(self) -> None:
        """Nothing more is written."""
        self._ended = True
        for reader in self._readers:
            reader.end()
