"""Where the glasses of one session are: asked only while somebody follows, who gets every fix."""

from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from math import inf
from typing import TYPE_CHECKING

import anyio
from msgspec.structs import replace

from lorgnette.core.errors import CannotLocate
from lorgnette.core.fixes import Fix
from lorgnette.core.types import Spot
from lorgnette.link import messages as link
from lorgnette.skills.whereabouts import GOOD

if TYPE_CHECKING:
    from lorgnette.app.session.session import Session

KEPT = 64
"""Fixes that wait for one who follows; the oldest go first."""

OLD = 30.0
"""Seconds after which a fix says nothing about now, and is not believed."""

FRESH = 5.0
"""Seconds for which somebody is where they were: whoever asks during a journey need not wait."""

APART = 0.05
"""Seconds between two fixes at least: what comes sooner is the same told again."""


MAY_COME = ("", "silent", "asking")
"""What glasses say that will know soon where they are, if the sky or the wearer lets them."""


class Following:
    """One who follows: how often, and the fixes they have not seen."""

    def __init__(self, rate: float) -> None:
        self.rate = rate
        self.news = anyio.Event()
        self.fixes = deque[Fix](maxlen=KEPT)
        self.latest = -inf
        self.lost = ""

    def __aiter__(self) -> "Following":
        return self

    async def __anext__(self) -> Fix:
        """Wait for the next fix. Raises CannotLocate."""
        while not self.fixes:
            if self.lost not in MAY_COME:
                raise CannotLocate(self.lost)
            await self.news.wait()
            self.news = anyio.Event()
        return self.fixes.popleft()

    def take(self, fix: Fix | None, lost: str = "") -> None:
        """A fix has come, perhaps one that was told before, or word that none does."""
        self.lost = lost
        if fix is not None and fix.at >= self.latest + APART:
            self.latest = fix.at
            self.fixes.append(fix)
        self.news.set()


class Whereabouts:
    """The receiver of the glasses, for a session."""

    def __init__(self, session: "Session") -> None:
        self.session = session
        self.open: list[Following] = []
        self.asked = link.Locate()
        self.last: Fix | None = None

    @asynccontextmanager
    async def following(self, purpose: str, /, *, rate: float = 1.0) -> AsyncIterator[Following]:
        """See `lorgnette.skills.Whereabouts`."""
        following = Following(rate)
        async with self.session.leases.position(purpose):
            self.open.append(following)
            self.ask()
            try:
                yield following
            finally:
                self.open.remove(following)
                self.ask()

    async def here(self, purpose: str, /, *, accuracy: float = GOOD, patience: float = 8.0) -> Fix:
        """See `lorgnette.skills.Whereabouts`."""
        best: Fix | None = None
        async with self.following(purpose) as fixes:
            last = self.last
            if last is not None and anyio.current_time() - last.at <= FRESH:
                fixes.take(last)
            with anyio.move_on_after(patience):
                async for fix in fixes:
                    best = fix if best is None or fix.accuracy <= best.accuracy else best
                    if best.accuracy <= accuracy:
                        return best
        raise CannotLocate((fixes.lost or "silent") if best is None else "rough")

    def ask(self) -> None:
        """Have positions sent as often as those who follow want, and not more often."""
        wanted = link.Locate(rate=max((each.rate for each in self.open), default=0.0))
        if wanted != self.asked:
            self.asked = wanted
            self.session.send(wanted)

    def take(self, news: link.Located | link.Lost) -> None:
        """A position, or why there is none. What is old, or older than the last, is left out."""
        if isinstance(news, link.Lost):
            for each in self.open:
                each.take(None, news.reason)
            return
        fix = fix_of(news, anyio.current_time())
        past = self.last is not None and fix.at < self.last.at - APART
        if not self.open or news.age > OLD or past:
            return
        self.last = fix
        self.session.glasses = replace(self.session.glasses, position=fix.spot)
        for each in self.open:
            each.take(fix)


def fix_of(told: link.Located, now: float) -> Fix:
    """A position as the glasses told it, at its time."""
    where = told.position
    return Fix(
        now - told.age,
        Spot(where.latitude, where.longitude),
        where.accuracy,
        where.heading,
        where.speed,
    )
