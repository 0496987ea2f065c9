"""Glasses on a websocket: an ASGI endpoint that gives each of them to the hub.

It is raw ASGI, without Starlette's class in between: at 50 frames a second and wearer, every
microsecond of a frame counts (see `bench/link_cost.py`).
"""

from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from typing import Any

import msgspec
from starlette.types import Receive, Scope, Send

from lorgnette.devices.connection import Connection, EndOfLink
from lorgnette.devices.origin import welcome_from
from lorgnette.devices.peer import HERE, Peer, peer_of
from lorgnette.link.codes import Code
from lorgnette.link.limits import LIMITS, Limits
from lorgnette.link.messages import Refused
from lorgnette.link.protocol import Frame

Serve = Callable[["WebsocketConnection"], Awaitable[None]]
"""Serves one connection until it ends."""

POLICY = 1008
"""Websocket close code: not let in."""

TRY_LATER = 1013
"""Websocket close code: the hub is full."""

RETRY_AFTER = 5.0
"""Seconds glasses wait when the hub is full."""


class WebsocketConnection:
    """A websocket of an ASGI server, as a `Connection`."""

    def __init__(self, receive: Receive, send: Send, peer: Peer = HERE) -> None:
        """`receive`, `send`: of an accepted websocket. `peer`: who is at its other end."""
        self.peer = peer
        self._receive = receive
        self._send = send
        self._over = False

    async def receive(self) -> Frame:
        """The next frame."""
        if self._over:
            raise EndOfLink
        message = await self._receive()
        if message["type"] != "websocket.receive":
            self._over = True
            raise EndOfLink
        binary: bytes | None = message.get("bytes")
        text: str = message.get("text") or ""
        return text if binary is None else binary

    async def send(self, frame: Frame) -> None:
        """Send a frame."""
        if self._over:
            raise EndOfLink
        kind = "bytes" if isinstance(frame, bytes) else "text"
        try:
            await self._send({"type": "websocket.send", kind: frame})
        except OSError:
            self._over = True
            raise EndOfLink from None

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close the websocket."""
        if not self._over:
            self._over = True
            with suppress(OSError):
                await self._send({"type": "websocket.close", "code": code, "reason": reason})


class LinkEndpoint:
    """The ASGI application at `/link`: lets glasses in, one connection at a time each.

    `WebSocketRoute("/link", LinkEndpoint(serve))` puts it into a Starlette application.
    """

    def __init__(
        self,
        serve: Serve,
        *,
        hosts: Collection[str] = (),
        origins: Collection[str] = (),
        limits: Limits = LIMITS,
    ) -> None:
        """`hosts`, `origins`: as in `welcome_from`."""
        self.connections = 0
        """How many glasses are connected."""
        self._serve = serve
        self._hosts = hosts
        self._origins = origins
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one websocket."""
        await receive()
        if not welcome_from(scope["headers"], self._hosts, self._origins):
            await send({"type": "websocket.close", "code": POLICY})
            return
        await send({"type": "websocket.accept"})
        connection = WebsocketConnection(receive, send, peer_of(scope))
        if self.connections >= self._limits.connections:
            await _turn_away(connection)
            return
        self.connections += 1
        try:
            await self._serve(connection)
        finally:
            self.connections -= 1
            await connection.close()


def server_options(limits: Limits = LIMITS) -> dict[str, Any]:
    """Arguments of `uvicorn.Config` that keep a server of links within its limits.

    A peer that answers no ping for 20 s is gone. Sound does not get smaller by deflating it. What
    a proxy says about its client is not believed.
    """
    return {
        "ws": "websockets-sansio",
        "ws_max_size": max(limits.media_bytes, 4 * limits.text_length),
        "ws_ping_interval": 20.0,
        "ws_ping_timeout": 20.0,
        "ws_per_message_deflate": False,
        "proxy_headers": False,
    }


async def _turn_away(connection: Connection) -> None:
    refused = Refused(Code.TOO_MUCH, "the hub serves as many glasses as it can", RETRY_AFTER)
    with suppress(EndOfLink):
        await connection.send(msgspec.json.encode(refused).decode())
    await connection.close(TRY_LATER)
