"""What is said, on the lens: for every activity that shows captions."""

from collections.abc import Callable

import anyio

from lorgnette.core import cards
from lorgnette.core.captions import CaptionEvent, Captions, follow
from lorgnette.core.paced import Paced, spoken
from lorgnette.skills.activity import Life

REDRAW = 0.1
"""Seconds between two looks at captions that come faster than they can be read."""


class Captioned:
    """Captions as they stand, drawn as fast as they can be read.

    `name_of` names a speaker by their number.
    """

    def __init__(self, life: Life, name_of: Callable[[int], str]) -> None:
        """Draws on the lens of this life, while `draw` runs."""
        self.captions: Captions = ()
        self._life = life
        self._name_of = name_of
        self._paced = Paced()
        self._news = anyio.Event()

    def follow(self, event: CaptionEvent) -> None:
        """Take the next event."""
        self.captions = follow(event, self.captions)
        self._news.set()

    def changed(self) -> None:
        """Draw anew: a speaker has a name now."""
        self._news.set()

    async def draw(self) -> None:
        """Draw what changes, until cancelled."""
        while True:
            await self._news.wait()
            self._news = anyio.Event()
            seen = self._paced.show(self.captions, anyio.current_time())
            if seen:
                self._life.show(cards.Captions(spoken=spoken(seen, self._name_of)))
            await anyio.sleep(REDRAW)
            if self._paced.behind:
                self._news.set()
