"""An answer that goes on: pieces as they come, until the hub or the client has had enough."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Self

import anyio
from starlette.responses import Response
from starlette.types import Receive, Scope, Send


class Stream(Response):
    """Pieces of bytes. Unlike Starlette's, it ends as soon as the client goes, even in silence."""

    def __init__(
        self,
        first: bytes,
        pieces: AsyncGenerator[bytes],
        media_type: str,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """`pieces` come after the `first`, and are closed whatever happens."""
        self.first = first
        self.pieces = pieces
        self.media_type = media_type
        self.status_code = 200
        self.background = None
        self.init_headers(headers)

    @classmethod
    async def open(
        cls,
        pieces: AsyncGenerator[bytes],
        media_type: str,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """Wait for the first piece. What goes wrong until then is raised, not cut off."""
        return cls(await anext(pieces, b""), pieces, media_type, headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send everything."""
        async with aclosing(self.pieces), anyio.create_task_group() as tasks:
            tasks.start_soon(self.until_gone, receive, tasks.cancel_scope)
            await self.send_all(send, silent=scope["method"] == "HEAD")
            tasks.cancel_scope.cancel()

    async def until_gone(self, receive: Receive, serving: anyio.CancelScope) -> None:
        """Wait until the client is gone."""
        while (await receive())["type"] != "http.disconnect":
            pass
        serving.cancel()

    async def send_all(self, send: Send, *, silent: bool) -> None:
        """Send head, pieces and end."""
        head = {"status": self.status_code, "headers": self.raw_headers}
        await send({"type": "http.response.start", **head})
        if not silent:
            await self.send_piece(self.first, send)
            async for piece in self.pieces:
                await self.send_piece(piece, send)
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def send_piece(self, piece: bytes, send: Send) -> None:
        """Send one piece; more will come."""
        await send({"type": "http.response.body", "body": piece, "more_body": True})
