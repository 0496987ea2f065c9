"""A live picture for others, as an activity: until the wearer has enough, or it cannot go on."""

import logging
from collections.abc import Callable
from typing import Final

import anyio

from lorgnette.core import cards
from lorgnette.core.errors import CannotSee, LorgnetteError, OperatorError, WearerError
from lorgnette.engines import Showing
from lorgnette.engines.live import SIDE
from lorgnette.skills import Life, Traits, Turn
from lorgnette.skills.eyes import Sights

log = logging.getLogger(__name__)

NAME: Final = "live"
"""The name of the activity: what the camera is leased for."""

RATE: Final = 10.0

TELLING: Final = 4.0
"""Seconds in which it is told why it is over, when nobody asked."""

PASSING: Final = frozenset({"silent", "asking", "covered"})
"""Reasons for seeing nothing that may pass: the link is cut, a hand is before the camera."""


class Live:
    """One live picture; whoever inherits says how it gets to others."""

    def __init__(self, turn: Turn, *, faces: bool) -> None:
        """`faces`: whether the wearer wants faces to be seen."""
        self.traits = Traits(NAME, taps=True)
        self.turn = turn
        self.faces = faces
        self.over = anyio.Event()
        self.closed = anyio.Event()
        self.asked = False
        """Whether the wearer said that it is over: then the answer tells what became of it."""
        self.told = "over"
        """The message that tells why it is over."""
        self.wrong: LorgnetteError | None = None

    async def share(self, life: Life) -> None:
        """Let others see, until they cannot any more; notes in `told` why not."""
        raise NotImplementedError

    async def live(self, life: Life) -> None:
        """Share until it is over, and tell why. Raises CannotSee, CannotHide and NotReachable."""
        try:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(self.feel, life)
                tasks.start_soon(self.attempt, life)
                await self.over.wait()
                tasks.cancel_scope.cancel()
        finally:
            self.closed.set()
        if not self.asked:
            said = self.turn.message(self.told)
            life.show(cards.Text(title=said))
            life.say(said)
            await anyio.sleep(TELLING)
        if isinstance(self.wrong, WearerError):
            raise self.wrong

    async def attempt(self, life: Life) -> None:
        """Share; whatever breaks is the end of it."""
        try:
            await self.share(life)
        except WearerError as error:
            self.wrong = error
        except OperatorError as error:
            self.wrong, self.told = error, "not-taken"
            log.warning("the live picture is over: %s", error)
        self.over.set()

    async def feel(self, life: Life) -> None:
        """A tap ends it."""
        async for _ in life.taps():
            self.over.set()

    async def end(self) -> None:
        """End it because the wearer says so."""
        self.asked = True
        self.over.set()
        await self.closed.wait()

    async def look(self, life: Life, showing: Showing, note: Callable[[Sights], None]) -> None:
        """Show what is seen for as long as it goes. `note` writes down who sees it.

        Raises CannotSee and CannotHide.
        """
        async with life.looking(rate=RATE, side=SIDE) as sights:
            while not showing.stopped:
                try:
                    sight = await anext(sights)
                except CannotSee as error:
                    if error.reason in PASSING:
                        continue
                    raise
                note(sights)
                await showing.see(sight.jpeg)
        self.told = "broken"
