"""Who uses microphone, camera or position, and what for: the indicator is lit meanwhile."""

from collections.abc import AsyncIterator
from collections.abc import Set as AbstractSet
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TYPE_CHECKING, Literal

import anyio

from lorgnette.app.desk.kept import Lease
from lorgnette.link import messages as link

if TYPE_CHECKING:
    from lorgnette.app.session.session import Session

Sense = Literal["microphone", "camera", "position"]

SPEECH = "speech"
"""What the ears use the microphone for, once more than the wake word is listened for."""

PATIENCE = 2.0
"""Seconds that writing down a use may take."""


class Leases:
    """The leases of one session. The use of a turn is in its history; others are written down."""

    def __init__(self, session: "Session") -> None:
        self.session = session
        self.held: dict[Sense, list[str]] = {"microphone": [], "camera": [], "position": []}
        self.told = link.Light(microphone=False, camera=False)

    def ears_listen(self, *, on: bool) -> None:
        """The ears listen to the wearer, or only wait for the wake word."""
        heard = self.held["microphone"]
        if on != (SPEECH in heard):
            (heard.append if on else heard.remove)(SPEECH)
            self.tell()

    def microphone(self, purpose: str) -> AbstractAsyncContextManager[None]:
        """Use the microphone for a purpose, such as the name of an activity."""
        return self.lease("microphone", purpose)

    def camera(
        self, purpose: str, left: AbstractSet[str] = frozenset()
    ) -> AbstractAsyncContextManager[None]:
        """Use the camera for a purpose, such as the name of a skill.

        `left` names in the end the engines that sent what was seen to another machine.
        """
        return self.lease("camera", purpose, left)

    def position(self, purpose: str) -> AbstractAsyncContextManager[None]:
        """Use the position for a purpose, such as the name of a skill."""
        return self.lease("position", purpose)

    @asynccontextmanager
    async def lease(
        self, sense: Sense, purpose: str, left: AbstractSet[str] = frozenset()
    ) -> AsyncIterator[None]:
        """Use a sense, with the indicator lit; then write it down."""
        began = self.session.hub.clock.now()
        self.held[sense].append(purpose)
        self.tell()
        try:
            yield
        finally:
            self.held[sense].remove(purpose)
            self.tell()
            seconds = (self.session.hub.clock.now() - began).total_seconds()
            gone = tuple(sorted(left))
            lease = Lease(sense, purpose, began, seconds, self.session.device, gone)
            with anyio.move_on_after(PATIENCE, shield=True):
                await self.session.hub.keeper.used(self.session.wearer, lease)

    def tell(self) -> None:
        """Light up or go out, and have sound sent in pieces as they are needed."""
        heard, seen, found = (self.held[each] for each in ("microphone", "camera", "position"))
        told = [each for each in heard if each != SPEECH]
        purpose = (*seen, *told, *found, *heard, "")[0]
        light = link.Light(bool(heard), bool(seen), purpose, bool(found))
        if light == self.told:
            return
        before, self.told = self.told, light
        self.session.send(light)
        if before.microphone != light.microphone:
            limits = self.session.hub.limits
            chunk = limits.listening_chunk if heard else limits.waiting_chunk
            self.session.send(link.Chunk(samples=chunk))
