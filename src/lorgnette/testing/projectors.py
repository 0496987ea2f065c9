"""A projector for tests: guests come and go when the test says so, and nothing is sent."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio

from lorgnette.core.errors import EngineFailed, LorgnetteError
from lorgnette.engines import Screening


class ScriptedProjector:
    """A `Projector` with at most one screening, itself, and a `Broadcaster` all the same.

    `shown` are the pictures that went out, `faces` whether they may be seen, `opened` how often it
    was begun, `going` whether it goes on. What `fails` is raised when it begins, what is `wrong`
    when it is to show something. It breaks once it has shown `stops_after`.
    """

    def __init__(
        self, *, fails: LorgnetteError | None = None, wrong: LorgnetteError | None = None
    ) -> None:
        self.fails = fails
        self.wrong = wrong
        self.shown: list[bytes] = []
        self.admitted: list[tuple[str, str]] = []
        self.faces = self.going = False
        self.opened = 0
        self.stopped = ""
        self.stops_after = 0
        self.here = 0
        self.news = anyio.Event()

    @asynccontextmanager
    async def open(self, *, faces: bool = False) -> AsyncIterator[Screening]:
        """See `Projector`."""
        if self.fails is not None:
            raise self.fails
        self.faces, self.going, self.opened = faces, True, self.opened + 1
        try:
            yield self
        finally:
            self.going = False

    @property
    def watching(self) -> int:
        """See `Screening`."""
        return self.here

    def comes(self, guests: int = 1) -> None:
        """So many guests are there now."""
        self.here = guests
        self.tell()

    def breaks(self) -> None:
        """Nothing goes out any more."""
        self.stopped, self.here = "broken on purpose", 0
        self.tell()

    def tell(self) -> None:
        """Let whoever waits look again."""
        self.news.set()
        self.news = anyio.Event()

    async def changed(self) -> None:
        """See `Screening`."""
        await self.news.wait()

    async def see(self, jpeg: bytes, /) -> None:
        """See `Showing`."""
        if self.wrong is not None:
            raise self.wrong
        self.shown.append(jpeg)
        if len(self.shown) == self.stops_after:
            self.breaks()

    async def admit(self, guest: str, offer: str, /) -> str:
        """See `Screening`: the answer to `please` is `welcome`."""
        await anyio.lowlevel.checkpoint()
        if offer != "please":
            raise EngineFailed("the offer makes no sense")
        self.admitted.append((guest, offer))
        self.comes(self.here + 1)
        return "welcome"

    async def dismiss(self, guest: str, /) -> None:
        """See `Screening`."""
        self.admitted = [each for each in self.admitted if each[0] != guest]
        self.comes(self.here - 1)
