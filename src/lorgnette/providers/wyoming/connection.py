"""One connection to a Wyoming server, with bounds and clear errors."""

from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Final

import anyio
from anyio.abc import ByteStream

from lorgnette.core.errors import EngineFailed, EngineHung
from lorgnette.providers.wyoming.events import Event, Events
from lorgnette.providers.wyoming.settings import WyomingSettings

CONNECT_PATIENCE: Final = 5.0
MOST_BYTES: Final = 16 << 20
"""What a server may say on one connection."""


class Connection:
    """Events to a server and from it. Made by `connected` or `connect`."""

    def __init__(self, stream: ByteStream, settings: WyomingSettings) -> None:
        self._stream = stream
        self._settings = settings
        self._events = Events()
        self._waiting: deque[Event] = deque()
        self._received = 0

    async def send(self, *events: Event) -> None:
        """Send events in order. Raises EngineFailed."""
        with self._telling():
            for event in events:
                with anyio.fail_after(self._settings.patience):
                    await self._stream.send(event.encoded())

    async def receive(self) -> Event:
        """The next event. Raises EngineFailed when none comes, or something else does."""
        while not self._waiting:
            with self._telling():
                with anyio.fail_after(self._settings.patience):
                    received = await self._stream.receive()
            self._take(received)
        return self._waiting.popleft()

    def _take(self, received: bytes) -> None:
        self._received += len(received)
        self._waiting.extend(self._events.feed(received))
        place = self._settings.place
        if self._events.problem and not self._waiting:
            raise EngineFailed(f"{place} does not speak Wyoming: {self._events.problem}")
        if self._received > MOST_BYTES:
            raise EngineFailed(f"{place} does not stop answering")

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Errors of the network as one sentence."""
        try:
            yield
        except TimeoutError as error:
            raise EngineHung(f"{self._settings.place} does not answer in time") from error
        except (anyio.EndOfStream, anyio.BrokenResourceError, anyio.ClosedResourceError) as error:
            raise EngineFailed(f"{self._settings.place} hangs up") from error

    async def aclose(self) -> None:
        """Hang up at once; what was not sent is not sent any more."""
        await anyio.aclose_forcefully(self._stream)


async def connect(settings: WyomingSettings) -> Connection:
    """A new connection. Raises EngineFailed when there is no server."""
    host, port = settings.address
    try:
        with anyio.fail_after(CONNECT_PATIENCE):
            return Connection(await anyio.connect_tcp(host, port), settings)
    except (OSError, TimeoutError) as error:
        raise EngineFailed(f"{settings.place} cannot be reached") from error


@asynccontextmanager
async def connected(settings: WyomingSettings) -> AsyncIterator[Connection]:
    """A connection that is hung up when it is left. Raises EngineFailed."""
    connection = await connect(settings)
    try:
        yield connection
    finally:
        await connection.aclose()
