"""Live pictures that leave the hub show no faces, unless the wearer wants them to be seen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import anyio

from lorgnette.app.discreet import faces_in, small, written
from lorgnette.app.pictures import decode, worked
from lorgnette.core.pictures import Box
from lorgnette.engines import Broadcaster, FaceFinder, Projector, Screening, Showing
from lorgnette.engines.live import SIDE
from lorgnette.engines.wrap.wrapper import Wrapper

HELD: Final = 1.0
"""Seconds for which the place of a face stays hidden after it was last found: it may be missed."""


class Veil:
    """What stands before a live picture: each is looked at before it goes out."""

    def __init__(self, showing: Showing, finder: FaceFinder | None, *, faces: bool) -> None:
        """`faces`: they may be seen."""
        self._showing = showing
        self._finder = finder
        self._faces = faces
        self._places: list[tuple[float, Box]] = []

    @property
    def stopped(self) -> str:
        """See `Showing`."""
        return self._showing.stopped

    async def see(self, jpeg: bytes, /) -> None:
        """See `Showing`: small, without what a camera writes into its files, and without faces."""
        pixels = await worked(small, await decode(jpeg), SIDE)
        if not self._faces:
            now = anyio.current_time()
            found = await faces_in(pixels, self._finder)
            self._places = [each for each in self._places if now - each[0] <= HELD]
            self._places += [(now, place) for place in found]
        hidden = [place for _, place in self._places]
        await self._showing.see(await worked(written, pixels, hidden))


class VeiledScreening(Veil):
    """A `Screening` behind a veil."""

    def __init__(self, screening: Screening, finder: FaceFinder | None, *, faces: bool) -> None:
        super().__init__(screening, finder, faces=faces)
        self._screening = screening

    @property
    def watching(self) -> int:
        """See `Screening`."""
        return self._screening.watching

    async def changed(self) -> None:
        """See `Screening`."""
        await self._screening.changed()

    async def admit(self, guest: str, offer: str, /) -> str:
        """See `Screening`."""
        return await self._screening.admit(guest, offer)

    async def dismiss(self, guest: str, /) -> None:
        """See `Screening`."""
        await self._screening.dismiss(guest)


class VeiledProjector(Wrapper[Projector]):
    """A `Projector`, whoever wrote it, that is given only what may be seen."""

    def __init__(self, inner: Projector, finder: FaceFinder | None) -> None:
        super().__init__(inner)
        self._finder = finder

    @asynccontextmanager
    async def open(self, *, faces: bool = False) -> AsyncIterator[Screening]:
        """See `Projector`."""
        async with self.inner.open(faces=faces) as screening:
            yield VeiledScreening(screening, self._finder, faces=faces)


class VeiledBroadcaster(Wrapper[Broadcaster]):
    """A `Broadcaster`, whoever wrote it, that is given only what may be seen."""

    def __init__(self, inner: Broadcaster, finder: FaceFinder | None) -> None:
        super().__init__(inner)
        self._finder = finder

    @asynccontextmanager
    async def open(self, *, faces: bool = False) -> AsyncIterator[Showing]:
        """See `Broadcaster`."""
        async with self.inner.open(faces=faces) as showing:
            yield Veil(showing, self._finder, faces=faces)
