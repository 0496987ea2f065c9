"""Sends a live picture to a server by WHIP (RFC 9725): WebRTC, agreed upon in one HTTP request."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from importlib.util import find_spec
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import anyio

from lorgnette.core.errors import ConfigurationError, EngineFailed, MissingPart
from lorgnette.engines import Showing
from lorgnette.providers.aiortc.process import Peers, peers
from lorgnette.providers.aiortc.projector import MISSING
from lorgnette.providers.http import Request, Sender
from lorgnette.providers.places import is_here

SERVER: Final = "server"
"""What the peer is called that the server is."""

PATIENCE: Final = 10.0
"""Seconds for the server to answer, and to be connected."""

FAREWELL: Final = 2.0
"""Seconds to tell the server that it is over."""


class WhipBroadcaster:
    """A `Broadcaster` to the server that `live.whip` names."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        """Raises MissingPart without an address or aiortc, ConfigurationError for a wrong one."""
        self._url = address(tables)
        if find_spec("aiortc") is None:
            raise MissingPart(MISSING)
        self._key = tables["live"]["key"]
        self._sender = Sender(PATIENCE, here=is_here(self._url))

    @classmethod
    def leaves_the_hub(cls, tables: Mapping[str, Any]) -> bool:
        """Whether the picture would go to another machine."""
        return not is_here(address(tables))

    async def aclose(self) -> None:
        """Hang up."""
        await self._sender.aclose()

    @asynccontextmanager
    async def open(self, *, faces: bool = False) -> AsyncIterator[Showing]:
        """See `Broadcaster`."""
        del faces
        async with peers() as running:
            place = await self._agree(running)
            try:
                await connected(running)
                yield WhipShowing(running)
            finally:
                with anyio.move_on_after(FAREWELL, shield=True), suppress(EngineFailed):
                    await self._sender.exchange(self._request(place, b"", "DELETE"))

    async def _agree(self, running: Peers) -> str:
        """Offer the picture to the server; the address of what it makes of it."""
        offer = await running.ask(b"S", SERVER)
        body, headers = await self._sender.exchange(self._request(self._url, offer.encode()))
        await running.order(b"A", SERVER, body.decode(errors="replace"))
        return urljoin(self._url, headers.get("location", ""))

    def _request(self, url: str, body: bytes, method: Any = "POST") -> Request:
        """What to ask; the token goes nowhere but to the server it is for."""
        headers = {"content-type": "application/sdp"} if body else {}
        if self._key and urlsplit(url)[:2] == urlsplit(self._url)[:2]:
            headers["authorization"] = f"Bearer {self._key}"
        return Request(url, headers, body, (self._key,), method)


class WhipShowing:
    """A `Showing` to a server."""

    def __init__(self, running: Peers) -> None:
        self.peers = running

    @property
    def stopped(self) -> str:
        """See `Showing`."""
        gone = "" if self.peers.states.get(SERVER) else "the server of live pictures has gone"
        return self.peers.stopped or gone

    async def see(self, jpeg: bytes, /) -> None:
        """See `Showing`."""
        with suppress(EngineFailed):
            await self.peers.put(b"P", jpeg)


async def connected(running: Peers) -> None:
    """Wait until the way to the server is found. Raises EngineFailed."""
    with anyio.move_on_after(PATIENCE):
        while not running.stopped and SERVER not in running.answers:
            if running.states.get(SERVER) == "connected":
                return
            await running.news.wait()
    said = running.answers.get(SERVER)
    why = running.stopped or (said.wrong if said else "no way to it is found")
    raise EngineFailed(f"the server of live pictures is not connected: {why}")


def address(tables: Mapping[str, Any]) -> str:
    """Where the server is. Raises MissingPart when none is named, ConfigurationError."""
    url: str = tables["live"]["whip"]
    if not url:
        raise MissingPart("no server of live pictures: live.whip is empty")
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
        raise ConfigurationError("live.whip must begin with http:// or https:// and a host")
    return url
