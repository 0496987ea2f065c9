"""Who uses the microphone, and what for: the indicator is lit for as long as anybody does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import anyio

from lorgnette.app.desk.kept import Lease
from lorgnette.link import messages as link

if TYPE_CHECKING:
    from lorgnette.app.session.session import Session

SPEECH = "speech"
"""What the ears use the microphone for, once more than the wake word is listened for."""

PATIENCE = 2.0
"""Seconds that writing down a use may take."""


class Leases:
    """The leases of one session. The use of a turn is in its history; others are written down."""

    def __init__(self, session: "Session") -> None:
        self.session = session
        self.held: list[str] = []
        self.told = ""

    def ears_listen(self, *, on: bool) -> None:
        """The ears listen to the wearer, or only wait for the wake word."""
        if on != (SPEECH in self.held):
            (self.held.append if on else self.held.remove)(SPEECH)
            self.tell()

    @asynccontextmanager
    async def microphone(self, purpose: str) -> AsyncIterator[None]:
        """Use the microphone for a purpose, such as the name of an activity."""
        began = self.session.hub.clock.now()
        self.held.append(purpose)
        self.tell()
        try:
            yield
        finally:
            self.held.remove(purpose)
            self.tell()
            seconds = (self.session.hub.clock.now() - began).total_seconds()
            lease = Lease("microphone", purpose, began, seconds, self.session.device)
            with anyio.move_on_after(PATIENCE, shield=True):
                await self.session.hub.keeper.used(self.session.wearer, lease)

    def tell(self) -> None:
        """Light up or go out, and have sound sent in pieces as they are needed."""
        purpose = self.held[0] if self.held else ""
        if purpose == self.told:
            return
        was_lit, self.told = bool(self.told), purpose
        self.session.send(link.Light(microphone=bool(purpose), camera=False, purpose=purpose))
        if was_lit != bool(purpose):
            limits = self.session.hub.limits
            chunk = limits.listening_chunk if purpose else limits.waiting_chunk
            self.session.send(link.Chunk(samples=chunk))
