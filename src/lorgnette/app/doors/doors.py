"""Who may come in to a running hub, and how often they may try."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from hmac import compare_digest

import anyio

from lorgnette.app.doors.allowance import Allowance
from lorgnette.app.doors.crowd import Crowd
from lorgnette.app.doors.ledger import OWNER, Glimpse, Ledger, Opening, Paired
from lorgnette.app.doors.secrets import digest, read_code
from lorgnette.app.tracing import report
from lorgnette.core.errors import NotPaired, StoreFailed, TooMuch
from lorgnette.core.types import Profile
from lorgnette.devices.caller import Caller
from lorgnette.devices.peer import Peer, neighbourhood
from lorgnette.engines.records import Stored

log = logging.getLogger(__name__)

LOOK = 1.0
"""Seconds after which a revocation on the command line is noticed."""

SEEN = timedelta(minutes=1)
"""How exactly it is written down when glasses were last seen."""

FROM_ONE = 8
"""Links of one party that may wait to say hello."""

FROM_ALL = 64
"""Links of strangers that may wait to say hello."""

EVERYBODY = "everybody"


class Doors:
    """Knows who is paired. The truth is in the ledger, which another process may change."""

    def __init__(self, ledger: Ledger | None, dismiss: Callable[[int], None]) -> None:
        """`dismiss` ends the sessions of glasses by their number. Without a ledger nobody pairs."""
        self.ledger = ledger
        self.dismiss = dismiss
        self.opening: Opening | None = None
        """Where others reach the hub; None when they do not."""
        self.known: dict[int, Stored[Paired]] = {}
        self.seen: dict[int, Glimpse] | None = None
        self.unwritten: set[int] = set()
        self.visits: dict[int, set[anyio.CancelScope]] = {}
        self.pairing, self.looking = anyio.Lock(), anyio.Lock()
        self.news = anyio.Event()
        self.failing = False
        self.tries = Allowance(5 / 60, 5)
        self.all_tries = Allowance(20 / 60, 20)
        self.refusals = Allowance(20 / 60, 20)
        self.requests = Allowance(20, 200)
        self.strangers = Crowd(FROM_ONE, FROM_ALL)

    async def run(self) -> None:
        """Keep up with the ledger, until cancelled. Without paired glasses there is nothing to."""
        while True:
            self.news = anyio.Event()
            await self.try_to_refresh()
            with anyio.move_on_after(LOOK if self.known or self.failing else None):
                await self.news.wait()

    async def try_to_refresh(self) -> None:
        """Look at the ledger; a disk that fails changes nothing."""
        try:
            await self.refresh()
        except StoreFailed as error:
            if not self.failing:
                report(log, "who is paired cannot be read", error)
            self.failing = True
        else:
            self.failing = False

    async def refresh(self) -> None:
        """Look who is paired now: who no longer is, goes at once."""
        if self.ledger is None:
            return
        async with self.looking:
            await self.compare(self.ledger)

    async def compare(self, ledger: Ledger) -> None:
        """Take over who is paired, then write down who was seen: a full disk locks nobody in."""
        if self.seen is None:
            self.seen = await ledger.seen()
        now = {each.id: each for each in await ledger.glasses.all()}
        before, self.known = self.known, now
        for number in before.keys() - now.keys():
            self.dismiss(number)
            for scope in self.visits.pop(number, set()):
                scope.cancel()
        for number in self.seen.keys() - now.keys():
            del self.seen[number]
            self.unwritten.discard(number)
            await ledger.saw(number, None)
        while self.unwritten:
            number = self.unwritten.pop()
            await ledger.saw(number, self.seen[number])

    def admit(self, token: str | None, peer: Peer, profile: Profile | None = None) -> Caller:
        """Who comes with this token, and what they say they wear.

        Raises NotPaired, or TooMuch after many of those.

        A program or a page on this machine needs none; a wrong one is wrong there as well, so
        that glasses which were revoked never become the owner.
        """
        if token is None and peer.local:
            return Caller(OWNER, None, owner=True)
        found = self.find(token or "")
        if found is not None:
            self.saw(found.id, profile)
            return Caller(found.item.wearer, found.id, owner=False)
        if self.failing:
            raise TooMuch("who is paired cannot be read just now", retry_after=LOOK)
        wait = self.refusals.take(neighbourhood(peer.address), anyio.current_time())
        if wait and not peer.local:
            raise TooMuch("too many tokens that are none", retry_after=wait)
        raise NotPaired("these glasses are not paired with this hub: lorgnette pair")

    def find(self, token: str) -> Stored[Paired] | None:
        """The glasses of a token; how long it takes tells nothing about the tokens there are."""
        brought, found = digest(token), None
        for each in self.known.values():
            if compare_digest(each.item.token, brought):
                found = each
        return found

    def saw(self, number: int, profile: Profile | None = None) -> None:
        """Glasses are here: to be written down, if the last time was a while ago."""
        if self.seen is None or self.ledger is None:
            return
        now, before = self.ledger.clock.now(), self.seen.get(number)
        known = before.profile if before else None
        if before is None or now - before.seen > SEEN or (profile or known) != known:
            self.seen[number] = Glimpse(number, now, profile or known)
            self.unwritten.add(number)

    def glimpse(self, number: int) -> Glimpse | None:
        """What was last seen of glasses."""
        return self.seen.get(number) if self.seen else None

    @contextmanager
    def hall(self, peer: Peer) -> Iterator[None]:
        """Where a link waits until it has said who it is. Raises TooMuch when it is crowded."""
        if peer.local:
            yield
            return
        place = neighbourhood(peer.address)
        if not self.strangers.enter(place):
            raise TooMuch("too many connections that have not said hello", retry_after=5.0)
        try:
            yield
        finally:
            self.strangers.leave(place)

    def allow(self, caller: Caller) -> None:
        """One more request of a caller. Raises TooMuch when there were too many."""
        wait = self.requests.take(caller, anyio.current_time())
        if wait:
            raise TooMuch("too many requests", retry_after=wait)

    @contextmanager
    def visit(self, caller: Caller) -> Iterator[anyio.CancelScope]:
        """A scope to serve a caller in; it is cancelled when their token is revoked."""
        with anyio.CancelScope() as scope:
            if caller.glasses is None:
                yield scope
                return
            here = self.visits.setdefault(caller.glasses, set())
            here.add(scope)
            try:
                yield scope
            finally:
                here.discard(scope)
                if not here:
                    self.visits.pop(caller.glasses, None)

    async def pair(
        self, typed: str, name: str, profile: Profile | None, peer: Peer
    ) -> tuple[str, Stored[Paired]] | None:
        """A token for whoever brings the right code; None for a wrong one.

        Raises TooMuch after many tries and StoreFailed.
        """
        now = anyio.current_time()
        wait = self.tries.take(neighbourhood(peer.address), now)
        wait = wait or self.all_tries.take(EVERYBODY, now)
        if wait:
            raise TooMuch("too many tries: wait a little", retry_after=wait)
        code = read_code(typed)
        if code is None or self.ledger is None:
            return None
        async with self.pairing:
            accepted = await self.ledger.accept(code, name, profile)
            if accepted is not None:
                self.saw(accepted[1].id, profile)
            await self.refresh()
        self.news.set()
        return accepted

    async def revoke(self, number: int) -> bool:
        """Let these glasses in no more, from this moment on; False when there are none."""
        if self.ledger is None or not await self.ledger.glasses.remove(number):
            return False
        await self.refresh()
        return True

    async def rename(self, number: int, name: str) -> bool:
        """Give glasses another name; False when there are none of this number."""
        if self.ledger is None or not await self.ledger.rename(number, name):
            return False
        await self.refresh()
        return True

    async def open(self, opening: Opening | None) -> None:
        """Tell everybody, the command line included, where the hub listens."""
        self.opening = opening
        if self.ledger is not None:
            await self.ledger.open(opening)
