"""Shows guests a live picture over WebRTC, by aiortc."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib.util import find_spec
from typing import Any

from lorgnette.core.errors import EngineFailed, MissingPart, TooMuch
from lorgnette.engines.live import GUESTS, Screening
from lorgnette.providers.aiortc.process import Peers, peers

MISSING = "pictures cannot be shown to guests: pip install aiortc"


class AiortcProjector:
    """A `Projector`: each screening is a process, and guests come to this machine."""

    def __init__(self, _tables: Mapping[str, Any]) -> None:
        """Raises MissingPart without aiortc."""
        if find_spec("aiortc") is None:
            raise MissingPart(MISSING)

    @asynccontextmanager
    async def open(self, *, faces: bool = False) -> AsyncIterator[Screening]:
        """See `Projector`."""
        del faces
        async with peers() as running:
            yield AiortcScreening(running)


class AiortcScreening:
    """A `Screening`."""

    def __init__(self, running: Peers) -> None:
        self.peers = running

    @property
    def stopped(self) -> str:
        """See `Showing`."""
        return self.peers.stopped

    @property
    def watching(self) -> int:
        """See `Screening`: those whose way here is found."""
        return sum(state == "connected" for state in self.peers.states.values())

    async def changed(self) -> None:
        """See `Screening`."""
        await self.peers.news.wait()

    async def see(self, jpeg: bytes, /) -> None:
        """See `Showing`."""
        try:
            await self.peers.put(b"P", jpeg)
        except EngineFailed:
            return

    async def admit(self, guest: str, offer: str, /) -> str:
        """See `Screening`."""
        here = self.peers.states
        if guest not in here and len(here) >= GUESTS:
            raise TooMuch("as many as can be are watching", retry_after=10.0)
        return await self.peers.ask(b"W", guest, offer)

    async def dismiss(self, guest: str, /) -> None:
        """See `Screening`."""
        await self.peers.order(b"B", guest)
