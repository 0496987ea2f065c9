"""The client's socket."""

import contextlib
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from lorgnette.core.types import AR, ENGLISH, Language, Profile
from lorgnette.link.client.glasses import Glasses, put_on
from lorgnette.link.client.speaker import VirtualSpeaker
from lorgnette.link.connection import EndOfLink
from lorgnette.link.glasses_link import GlassesLink
from lorgnette.link.limits import LIMITS
from lorgnette.link.protocol import Frame

if TYPE_CHECKING:
    from ssl import SSLContext

    from websockets.asyncio.client import ClientConnection

HANDSHAKE_SECONDS = 10.0


class WebsocketConnection:
    """A websocket to a hub, as a `Connection`."""

    def __init__(self, socket: "ClientConnection") -> None:
        """`socket`: open."""
        self._socket = socket

    async def receive(self) -> Frame:
        """The next frame."""
        from websockets.exceptions import ConnectionClosed

        try:
            return await self._socket.recv()
        except ConnectionClosed:
            raise EndOfLink from None

    async def send(self, frame: Frame) -> None:
        """Send a frame."""
        from websockets.exceptions import ConnectionClosed

        try:
            await self._socket.send(frame)
        except ConnectionClosed:
            raise EndOfLink from None

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close the socket, politely if there is time: a hub that hangs does not answer."""
        try:
            await self._socket.close(code, reason)
        finally:
            self._socket.transport.abort()


async def dial(url: str, trust: "SSLContext | None" = None) -> WebsocketConnection:
    """Open a websocket to a hub. Raises OSError when that fails, for whatever reason.

    `trust`: for `wss`, whose certificates are believed; else those that the system believes.
    """
    from websockets.asyncio.client import connect as open_socket
    from websockets.exceptions import InvalidHandshake

    try:
        socket = await open_socket(
            url,
            ssl=trust or (True if url.startswith("wss:") else None),
            compression=None,
            max_size=max(LIMITS.media_bytes, 4 * LIMITS.text_length),
            open_timeout=HANDSHAKE_SECONDS,
            proxy=None,
        )
    except InvalidHandshake as error:
        raise ConnectionError(f"no hub answers at {url}: {error}") from error
    return WebsocketConnection(socket)


@contextlib.asynccontextmanager
async def connect(
    url: str,
    *,
    profile: Profile = AR,
    language: Language = ENGLISH,
    token: str | None = None,
    time_zone: str | None = None,
    record: bool = False,
    trust: "SSLContext | None" = None,
) -> AsyncIterator[Glasses]:
    """Wear virtual glasses on the hub at `url`, such as `ws://127.0.0.1:8460/link`. On asyncio.

    `record` keeps what was played in `glasses.speaker.recording`. `trust` is as in `dial`. Raises
    as `put_on`.
    """
    link = GlassesLink(profile, language, token=token, client="lorgnette", time_zone=time_zone)
    speaker = VirtualSpeaker(keep=record)
    async with put_on(link, lambda: dial(url, trust), speaker) as glasses:
        yield glasses
