"""The camera of one session: it runs while somebody looks, who gets the latest picture."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import anyio

from lorgnette.app.composition import Engines
from lorgnette.app.pictures import decode
from lorgnette.core.errors import CannotSee
from lorgnette.engines import Key
from lorgnette.link import messages as link
from lorgnette.link.media import Camera
from lorgnette.skills.eyes import Sight, Sights

if TYPE_CHECKING:
    from lorgnette.app.session.session import Session

PATIENCE = 2.0
"""Seconds a picture may take to come; the wearer is told then that none does."""


class Looking:
    """One who looks: what they want, and the latest picture they have not seen."""

    def __init__(self, engines: Engines, rate: float, side: int) -> None:
        self.engines = engines
        self.left = set[str]()
        self.rate = rate
        self.side = side
        self.news = anyio.Event()
        self.picture: Camera | None = None
        self.blind = ""

    def __aiter__(self) -> "Looking":
        return self

    async def __anext__(self) -> Sight:
        """Wait for the next picture. Raises CannotSee."""
        try:
            with anyio.fail_after(PATIENCE):
                while (picture := self.picture) is None:
                    await self.news.wait()
                    self.news = anyio.Event()
                    if self.blind:
                        raise CannotSee(self.blind)
        except TimeoutError:
            raise CannotSee("silent") from None
        self.picture = None
        return Sight(picture.picture, await decode(picture.picture), picture.sample)

    def shown_to(self, engine: Key[Any], /) -> None:
        """See `lorgnette.skills.eyes.Sights`."""
        self.left |= self.engines.leaving_of(engine)

    def shown_to_guest(self, name: str, /) -> None:
        """See `lorgnette.skills.eyes.Sights`."""
        self.left.add(name)

    def see(self, picture: Camera | None, blind: str = "") -> None:
        """A picture has come, or word that none comes."""
        self.picture, self.blind = picture, blind
        self.news.set()


class Eyes:
    """The camera of the glasses, for a session."""

    def __init__(self, session: "Session") -> None:
        self.session = session
        self.open: list[Looking] = []
        self.asked = link.Look()

    @asynccontextmanager
    async def looking(
        self, purpose: str, /, *, rate: float = 8.0, side: int = 1280
    ) -> AsyncIterator[Sights]:
        """Pictures from now on; see `lorgnette.skills.Eyes`."""
        if not self.session.profile.camera:
            raise CannotSee("missing")
        looking = Looking(self.session.hub.engines, rate, side)
        async with self.session.leases.camera(purpose, looking.left):
            self.open.append(looking)
            self.ask()
            try:
                yield looking
            finally:
                self.open.remove(looking)
                self.ask()

    def ask(self) -> None:
        """Have as many pictures sent as those who look want, and no more."""
        rate = max((each.rate for each in self.open), default=0.0)
        side = max((each.side for each in self.open), default=link.Look().side)
        wanted = link.Look(rate=rate, side=side)
        if wanted != self.asked:
            self.asked = wanted
            self.session.send(wanted)

    def take(self, news: Camera | link.Blind) -> None:
        """A picture, or why there is none. What comes when nobody looks is not looked at."""
        for each in self.open:
            if isinstance(news, Camera):
                each.see(news)
            else:
                each.see(None, news.reason)
