"""Asks servers that many share: no more often than they allow, and not while they need a rest."""

from collections import deque
from typing import Final

import anyio

from lorgnette.core.errors import EngineFailed
from lorgnette.providers.http import Refused, Request, Sender

MINUTE: Final = 60.0

PATIENT: Final = 3.0
"""Seconds to wait for a turn; whoever must wait longer is told at once."""

BUSY: Final = frozenset({429, 503})
"""How a server says that it was asked too much."""

REST, LONGEST_REST = 60.0, 3600.0
"""Seconds that a busy server is left alone when it does not say, and at most."""


class Limit:
    """So many questions in any minute, or in any such time; None for any number."""

    def __init__(self, most: int | None, within: float = MINUTE) -> None:
        """`within`: seconds."""
        self.most = most
        self.within = within
        self._asked: deque[float] = deque(maxlen=most or 1)

    def take(self, now: float) -> float:
        """Take a turn; how many seconds it is off. When it is too far off, none is taken."""
        if self.most is None:
            return 0.0
        full = len(self._asked) == self.most
        wait = max(0.0, self._asked[0] + self.within - now) if full else 0.0
        if wait <= PATIENT:
            self._asked.append(now + wait)
        return wait

    def __str__(self) -> str:
        """How often, as one says it."""
        often = "once" if self.most == 1 else f"{self.most} times"
        return f"{often} {'a minute' if self.within == MINUTE else f'in {self.within:g} s'}"


class Polite:
    """A sender for one server, with manners."""

    def __init__(self, sender: Sender) -> None:
        self.sender = sender
        self._rests_until = 0.0
        self._refusals = 0

    async def fetch(self, request: Request, limit: Limit) -> bytes:
        """The answer. Raises EngineFailed, at once when it is not the time to ask; else Refused."""
        now = anyio.current_time()
        if now < self._rests_until:
            rest = self._rests_until - now
            raise EngineFailed(f"{request.place} is busy: it is asked again in {rest:.0f} s")
        wait = limit.take(now)
        if wait > PATIENT:
            raise EngineFailed(f"{request.place} may be asked {limit}: again in {wait:.0f} s")
        await anyio.sleep(wait)
        try:
            body = await self.sender.fetch(request)
        except Refused as refusal:
            if refusal.status in BUSY:
                self.let_rest(refusal.retry_after)
            raise
        self._refusals = 0
        return body

    def let_rest(self, seconds: float | None) -> None:
        """Leave the server alone: as long as it says, else longer each time."""
        longer = REST * 2 ** min(self._refusals, 6)
        self._refusals += 1
        rest = min(LONGEST_REST, longer if seconds is None else max(1.0, seconds))
        self._rests_until = anyio.current_time() + rest

    async def aclose(self) -> None:
        """Hang up."""
        await self.sender.aclose()
