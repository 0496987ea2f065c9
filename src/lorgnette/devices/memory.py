"""A link without a network: two ends, in one process, on any clock."""

import math

import anyio
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream

from lorgnette.link.connection import EndOfLink
from lorgnette.link.protocol import Frame


class MemoryConnection:
    """One end of a memory link, as a `Connection`."""

    def __init__(
        self, incoming: MemoryObjectReceiveStream[Frame], outgoing: MemoryObjectSendStream[Frame]
    ) -> None:
        """Made in pairs by `memory_link`."""
        self._incoming = incoming
        self._outgoing = outgoing

    async def receive(self) -> Frame:
        """The next frame; what was sent before the other end closed still arrives."""
        try:
            return await self._incoming.receive()
        except (anyio.EndOfStream, anyio.ClosedResourceError):
            raise EndOfLink from None

    async def send(self, frame: Frame) -> None:
        """Send a frame; waits while the other end has too many unread."""
        try:
            await self._outgoing.send(frame)
        except (anyio.BrokenResourceError, anyio.ClosedResourceError):
            raise EndOfLink from None

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close both directions."""
        del code, reason
        self._outgoing.close()
        self._incoming.close()


def memory_link(unread: float = math.inf) -> tuple[MemoryConnection, MemoryConnection]:
    """Two connected ends. `unread`: how many frames a direction holds before `send` waits."""
    there, here = anyio.create_memory_object_stream[Frame](unread)
    back, home = anyio.create_memory_object_stream[Frame](unread)
    return MemoryConnection(home, there), MemoryConnection(here, back)
