"""What a session needs of a socket. Implementations live in `devices`, `client` and `testing`."""

from typing import Protocol

from lorgnette.link.protocol import Frame


class EndOfLink(Exception):
    """The connection is gone: closed by either side, or broken. Not an error: links do that."""


class Connection(Protocol):
    """Whole frames in order, both ways, until the end.

    One task may receive while another sends.
    """

    async def receive(self) -> Frame:
        """The next frame: bytes for binary, str for text.

        May be cancelled without losing a frame. Raises EndOfLink when there is no other.
        """

    async def send(self, frame: Frame) -> None:
        """Send a frame; waits while the other side takes nothing. Raises EndOfLink."""

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Say goodbye to the socket (a websocket close code). Harmless when it is closed."""
