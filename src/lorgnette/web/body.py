"""The body of a request, read before anything is done with it, within bounds of size and time."""

from typing import Self

import anyio
from starlette.types import Message, Receive

from lorgnette.core.errors import PeerError
from lorgnette.devices.origin import RawHeaders, values_of

PATIENCE = 20.0
"""Seconds a body may take to arrive."""


class LongBody(PeerError):
    """A body is longer than it may be."""

    code = "too-long"


class LateBody(PeerError):
    """A body took longer than it may, or the rest of it never came."""

    code = "too-slow"


class Body:
    """A whole body, given to an ASGI application by `receive`; then what else arrives."""

    def __init__(self, content: bytes, receive: Receive) -> None:
        self.content: bytes | None = content
        self.receive = receive

    @classmethod
    async def read(cls, headers: RawHeaders, receive: Receive, limit: int) -> Self:
        """Wait for the whole body. Raises LongBody and LateBody."""
        announced = values_of(b"content-length", headers)
        too_long = LongBody(f"the body of this request may have at most {limit} bytes")
        if any(len(each) > 12 or (each.isdigit() and int(each) > limit) for each in announced):
            raise too_long
        content = bytearray()
        with anyio.move_on_after(PATIENCE) as patience:
            while True:
                message = await receive()
                content += message.get("body", b"")
                if len(content) > limit:
                    raise too_long
                if message["type"] != "http.request" or not message.get("more_body"):
                    break
        if patience.cancelled_caught:
            raise LateBody(f"the body of this request took longer than {PATIENCE:.0f} s")
        return cls(bytes(content), receive)

    async def __call__(self) -> Message:
        """The body in one piece, once; then whatever the server says."""
        if self.content is None:
            return await self.receive()
        content, self.content = self.content, None
        return {"type": "http.request", "body": content, "more_body": False}
