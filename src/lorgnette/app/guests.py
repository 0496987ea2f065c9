"""Guests of wearers: who was invited to see what somebody sees, and who may come in."""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from hmac import compare_digest
from typing import Final

import anyio
import msgspec
import numpy as np

from lorgnette.app.doors.allowance import Allowance
from lorgnette.app.doors.doors import Doors
from lorgnette.app.doors.qr import as_square, modules
from lorgnette.app.doors.secrets import digest
from lorgnette.core.clock import Clock
from lorgnette.core.errors import NotFound, NotReachable, TooMuch
from lorgnette.core.pictures import Pixels
from lorgnette.core.types import Wearer
from lorgnette.devices.peer import Peer, neighbourhood
from lorgnette.engines import Screening
from lorgnette.skills.guests import LIFE, Invitation
from lorgnette.web.api.live import Invited, Sharing, Square

MODULE: Final = 6
"""Pixels of a module of a QR code on the lens."""


class Ticket(msgspec.Struct):
    """What the hub keeps of an invitation.

    `token` and `browser` are digests; without a browser nobody has used it.
    """

    invitation: Invitation
    token: str
    until: float
    expires: datetime
    browser: str = ""


class Party:
    """The guests of one activity; see `lorgnette.skills.guests.Guests`."""

    def __init__(self, lobby: "Lobby", wearer: Wearer, screening: Screening) -> None:
        self.lobby = lobby
        self.wearer = wearer
        self.screening = screening
        self.tickets: list[Ticket] = []
        self.over = anyio.Event()

    @property
    def invitations(self) -> Sequence[Invitation]:
        """See `Guests`."""
        return [each.invitation for each in self.good]

    @property
    def good(self) -> Sequence[Ticket]:
        """The tickets that let somebody in."""
        now = anyio.current_time()
        return [each for each in self.tickets if each.browser or now < each.until]

    def invite(self, name: str, /) -> Invitation:
        """See `Guests`."""
        token = secrets.token_urlsafe(18)
        link = self.lobby.link(token)
        invitation = Invitation(name, link, drawn(link))
        until = anyio.current_time() + LIFE
        expires = self.lobby.clock.now() + timedelta(seconds=LIFE)
        self.tickets.append(Ticket(invitation, digest(token), until, expires))
        return invitation

    async def ended(self) -> None:
        """See `Guests`."""
        await self.over.wait()


class Lobby:
    """Where guests of all wearers come in. Implements `web.api.live.Live` and `web.guest.Lobby`."""

    def __init__(self, doors: Doors, clock: Clock) -> None:
        self.doors = doors
        self.clock = clock
        self.parties: list[Party] = []
        self.tries = Allowance(1, 20)

    @contextmanager
    def party(self, wearer: Wearer, screening: Screening) -> Iterator[Party]:
        """Let guests of a wearer in while inside."""
        party = Party(self, wearer, screening)
        self.parties.append(party)
        try:
            yield party
        finally:
            self.parties.remove(party)

    @property
    def reachable(self) -> bool:
        """Whether anybody but the wearer reaches this hub."""
        return self.doors.opening is not None

    def link(self, token: str) -> str:
        """The address of an invitation; what follows # is sent to nobody. Raises NotReachable."""
        opening = self.doors.opening
        if opening is None:
            raise NotReachable("nobody else reaches this hub; start it with lorgnette serve --tls")
        return f"{opening.addresses[0]}/guest#{token}"

    def now(self, wearer: Wearer) -> Sharing:
        """See `web.api.live.Live`."""
        parties = [each for each in self.parties if each.wearer == wearer]
        invitations = (told(ticket) for party in parties for ticket in party.good)
        return Sharing(bool(parties), tuple(invitations))

    def end(self, wearer: Wearer) -> None:
        """The wearer has had enough."""
        for party in self.parties:
            if party.wearer == wearer:
                party.over.set()

    async def enter(self, token: str, browser: str, offer: str, peer: Peer) -> str:
        """Let a guest in: the answer to their offer.

        `browser` is a secret of the guest's browser, which alone can come again. Raises TooMuch,
        NotFound when the invitation is over or another's, and EngineFailed.
        """
        wait = self.tries.take(neighbourhood(peer.address), anyio.current_time())
        if wait:
            raise TooMuch("too many tries: wait a little", retry_after=wait)
        party, ticket = self.find(digest(token), digest(browser))
        before, ticket.browser = ticket.browser, digest(browser)
        try:
            answer = await party.screening.admit(ticket.token, offer)
        except BaseException:  # who could not come in has not used it up
            ticket.browser = before
            raise
        ticket.invitation.taken = True
        return answer

    def find(self, token: str, browser: str) -> tuple[Party, Ticket]:
        """The invitation of a token that this browser may use, by digests. Raises NotFound."""
        for party in self.parties:
            for ticket in party.good:
                known = compare_digest(ticket.token, token)
                if known and compare_digest(ticket.browser or browser, browser):
                    return party, ticket
        raise NotFound("this invitation is over, or somebody else has used it")


def told(ticket: Ticket) -> Invited:
    """An invitation as the page is told."""
    each, drawn = ticket.invitation, as_square(ticket.invitation.link)
    square = Square(drawn.size, drawn.path)
    return Invited(each.name, each.link, square, ticket.expires, each.taken)


def drawn(link: str) -> Pixels:
    """A link as a QR code: dark on light."""
    light = 255 * (1 - np.array(modules(link), np.uint8))
    large = light.repeat(MODULE, 0).repeat(MODULE, 1)
    return np.repeat(large[..., np.newaxis], 3, axis=2)
