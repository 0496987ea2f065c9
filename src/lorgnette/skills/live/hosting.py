"""Guests: they are invited, come by a link, and see what the wearer sees while they are there."""

from typing import Final

import anyio
from msgspec.structs import replace

from lorgnette.core import cards
from lorgnette.core.errors import WearerError
from lorgnette.engines import PROJECTOR, Screening
from lorgnette.skills import Life, Turn
from lorgnette.skills.eyes import Sights
from lorgnette.skills.guests import LIFE, Guests
from lorgnette.skills.live.live import Live

BACK: Final = 60.0
"""Seconds in which the last guest who has gone may come back."""


class Hosting(Live):
    """What is seen, shown to guests. The camera runs only while there are any."""

    def __init__(self, turn: Turn, name: str, *, faces: bool) -> None:
        """`name`: of the first guest, or empty."""
        super().__init__(turn, faces=faces)
        self.name = name
        self.guests: Guests
        self.life: Life

    async def share(self, life: Life) -> None:
        """See `Live`."""
        async with self.turn[PROJECTOR].open(faces=self.faces) as screening:
            with life.guests(screening) as self.guests:
                self.life = life
                self.invite(self.name)
                async with anyio.create_task_group() as tasks:
                    tasks.start_soon(self.until_ended)
                    tasks.start_soon(self.keep_telling, screening)
                    await self.host(screening)
                    tasks.cancel_scope.cancel()

    def invite(self, name: str) -> None:
        """Invite somebody, and show their invitation."""
        self.guests.invite(name)
        self.tell()

    async def until_ended(self) -> None:
        """The wearer ends it on their page."""
        await self.guests.ended()
        self.over.set()

    async def keep_telling(self, screening: Screening) -> None:
        """Show who is there, whenever somebody comes or goes."""
        while True:
            await screening.changed()
            self.tell()

    async def host(self, screening: Screening) -> None:
        """Show guests what is seen while there are any, until none will come any more."""
        been = False
        while not screening.stopped and await self.awaited(screening):
            been = True
            if not await self.showed(screening):
                return
        if screening.stopped:
            self.told = "broken"
        else:
            self.told = "all-gone" if been else "nobody-came"

    async def awaited(self, screening: Screening) -> bool:
        """Wait for guests; whether there are any."""
        coming = any(not each.taken for each in self.guests.invitations)
        with anyio.move_on_after(LIFE if coming else BACK):
            while not (screening.watching or screening.stopped):
                await screening.changed()
        return screening.watching > 0

    async def showed(self, screening: Screening) -> bool:
        """Look while somebody watches; whether it can go on when they come back."""
        with anyio.CancelScope() as watched:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(self.until_alone, screening, watched)
                try:
                    await self.look(self.life, screening, self.note)
                except WearerError as error:
                    self.wrong = error
                tasks.cancel_scope.cancel()
        return self.wrong is None

    async def until_alone(self, screening: Screening, watched: anyio.CancelScope) -> None:
        """Nobody watches any more."""
        while screening.watching:
            await screening.changed()
        watched.cancel()

    def note(self, sights: Sights) -> None:
        """Have it written down who sees what is seen."""
        for each in self.guests.invitations:
            if each.taken:
                sights.shown_to_guest(self.called(each.name))

    def called(self, name: str) -> str:
        """What a guest is called, who may have no name."""
        return name or self.turn.message("guest")

    def tell(self) -> None:
        """Show the invitation that waits for somebody, or who is there."""
        here = [each for each in self.guests.invitations if each.taken]
        waiting = [each for each in self.guests.invitations if not each.taken]
        if waiting:
            title = self.turn.message("scan", name=self.called(waiting[-1].name))
            picture = self.turn.picture(waiting[-1].code, waiting[-1].link)
            self.life.show(replace(picture, title=title))
        else:
            name = self.called(here[0].name if here else "")
            title = self.turn.message("watched", name=name, count=len(here))
            self.life.show(cards.Text(title=title))
