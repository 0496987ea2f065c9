"""A network that is slow, says things twice and breaks, exactly when it is told to."""

from collections.abc import Container

import anyio

from lorgnette.link.connection import Connection, EndOfLink
from lorgnette.link.protocol import Frame


class BadNetwork:
    """Counts the frames of all connections it is put between, in both directions, from 0.

    The frame in `cuts` is lost, and its connection with it. A frame in `twice` arrives twice,
    which no websocket does, but a confused peer may. Every frame takes `delay` seconds.
    """

    def __init__(
        self, *, cuts: Container[int] = (), twice: Container[int] = (), delay: float = 0.0
    ) -> None:
        """Nothing bad happens by default."""
        self.frames = 0
        """How many frames came by, the lost ones too."""
        self.cuts = cuts
        self.twice = twice
        self.delay = delay

    def between(self, connection: Connection) -> "BadConnection":
        """The same connection, with this network in between."""
        return BadConnection(connection, self)

    def count(self) -> int:
        """The number of the frame that comes by now."""
        self.frames += 1
        return self.frames - 1


class BadConnection:
    """One end of a connection over a bad network. Made by `BadNetwork.between`."""

    def __init__(self, inner: Connection, network: BadNetwork) -> None:
        """`inner`: the good connection beneath."""
        self._inner = inner
        self._network = network
        self._again: Frame | None = None

    async def receive(self) -> Frame:
        """The next frame that is not lost."""
        if self._again is not None:
            frame, self._again = self._again, None
            return frame
        frame = await self._inner.receive()
        if await self._pass():
            self._again = frame
        return frame

    async def send(self, frame: Frame) -> None:
        """Send a frame, unless it is the one that is lost."""
        twice = await self._pass()
        await self._inner.send(frame)
        if twice:
            await self._inner.send(frame)

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close the connection beneath."""
        await self._inner.close(code, reason)

    async def _pass(self) -> bool:
        """Let the next frame by; whether it shall come twice. Raises EndOfLink when it is lost."""
        number = self._network.count()
        if number in self._network.cuts:
            await self._inner.close(1006)
            raise EndOfLink
        if self._network.delay:
            await anyio.sleep(self._network.delay)
        return number in self._network.twice
