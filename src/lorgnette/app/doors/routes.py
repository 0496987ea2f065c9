"""What the page asks about doors: to be paired, which glasses are, and to pair others."""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lorgnette.app.doors.doors import Doors
from lorgnette.app.doors.ledger import Paired, tidy
from lorgnette.app.doors.qr import as_square
from lorgnette.app.doors.secrets import grouped
from lorgnette.app.hub import Hub
from lorgnette.core.errors import ConfigurationError, NotFound, TooMuch
from lorgnette.core.types import Profile
from lorgnette.devices.caller import Caller
from lorgnette.devices.peer import peer_of
from lorgnette.engines.records import Stored
from lorgnette.web.api.resource import Mistake, Resource, answer, body, done, number
from lorgnette.web.refusal import refusal

Text = Annotated[str, msgspec.Meta(max_length=200)]


class Try(msgspec.Struct, frozen=True):
    """Somebody brings a code."""

    code: Text
    name: Text = ""
    profile: Profile | None = None


class Renaming(msgspec.Struct, frozen=True):
    """Another name for glasses."""

    name: Text


class Inviting(msgspec.Struct, frozen=True):
    """The owner wants a code, for themselves or for another wearer."""

    wearer: Text | None = None
    name: Text = ""


def routes(hub: Hub) -> list[BaseRoute]:
    """The routes of the doors; who calls is known by then, but for whoever brings a code."""
    porter = Porter(hub)
    return [
        Route("/pair", porter.pair, methods=["POST"]),
        Route("/hub.crt", porter.certificate),
        Route("/api/glasses", Resource(get=porter.everyone)),
        Route("/api/glasses/{id}", Resource(patch=porter.rename, delete=porter.revoke)),
        Route("/api/pairings", Resource(post=porter.invite)),
    ]


class Porter:
    """Answers for one hub."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.doors: Doors = hub.doors

    async def pair(self, request: Request) -> Response:
        """Give a token to whoever brings the right code."""
        try:
            brought = await body(request, Try)
            accepted = await self.doors.pair(
                brought.code, brought.name, brought.profile, peer_of(request.scope)
            )
        except Mistake as error:
            return refusal(400, error.code, str(error))
        except TooMuch as error:
            return refusal(429, error.code, str(error), error.retry_after)
        if accepted is None:
            return refusal(403, "code", "this code is wrong, was used, or is too old")
        token, glasses = accepted
        return answer({"token": token, "wearer": glasses.item.wearer, "id": glasses.id})

    async def certificate(self, _request: Request) -> Response:
        """The hub's certificate, for a phone that is to trust it."""
        opening = self.doors.opening
        if opening is None or opening.certificate is None:
            return refusal(404, "nothing", "this hub has no certificate of its own")
        return Response(opening.certificate, media_type="application/x-x509-ca-cert")

    async def everyone(self, _request: Request, caller: Caller) -> Response:
        """The glasses of the caller; the owner of the hub sees everybody's."""
        every = self.doors.known.values()
        return answer([self.told(each, caller) for each in every if belongs(each, caller)])

    async def rename(self, request: Request, caller: Caller) -> Response:
        """Give glasses another name."""
        glasses = self.named(request, caller)
        wanted = await body(request, Renaming)
        if not tidy(wanted.name):
            raise Mistake("body", "a name needs something that can be read")
        if not await self.doors.rename(glasses.id, wanted.name):
            raise gone()
        return answer(self.told(self.doors.known.get(glasses.id, glasses), caller))

    async def revoke(self, request: Request, caller: Caller) -> Response:
        """Let glasses in no more."""
        if not await self.doors.revoke(self.named(request, caller).id):
            raise gone()
        return done()

    async def invite(self, request: Request, caller: Caller) -> Response:
        """Make a code. Only the owner can: whoever stole a token cannot pair more glasses."""
        opening, ledger = self.doors.opening, self.doors.ledger
        if not caller.owner:
            return refusal(403, "owner", "codes are made on the hub's own machine: lorgnette pair")
        if opening is None or ledger is None:
            return refusal(
                409, "alone", "nobody else reaches this hub; start it with lorgnette serve --tls"
            )
        empty = not await request.body()
        wanted = Inviting() if empty else await body(request, Inviting)
        try:
            wearer = await ledger.wearer(wanted.wearer or caller.wearer)
        except ConfigurationError as error:
            raise Mistake("wearer", str(error)) from None
        code, invitation = await ledger.invite(wearer, tidy(wanted.name))
        return answer(
            {
                "code": grouped(code),
                "expires": invitation.due,
                "addresses": opening.addresses,
                "fingerprint": opening.fingerprint,
                "qr": as_square(opening.invitation(code)),
            }
        )

    def named(self, request: Request, caller: Caller) -> Stored[Paired]:
        """The glasses in the path. Raises NotFound when they are none of the caller's business."""
        found = self.doors.known.get(number(request))
        if found is None or not belongs(found, caller):
            raise gone()
        return found

    def told(self, glasses: Stored[Paired], caller: Caller) -> Mapping[str, Any]:
        """Glasses as the page is told, without their token."""
        known, glimpse = glasses.item, self.doors.glimpse(glasses.id)
        return {
            "id": glasses.id,
            "name": known.name,
            "wearer": known.wearer,
            "created": glasses.created,
            "seen": glimpse and glimpse.seen,
            "profile": glimpse and glimpse.profile,
            "connected": glasses.id in self.hub.connected_glasses(),
            "current": glasses.id == caller.glasses,
        }


def gone() -> NotFound:
    """There are no such glasses."""
    return NotFound("no glasses of this number are paired")


def belongs(glasses: Stored[Paired], caller: Caller) -> bool:
    """Whether glasses are a caller's business: their own, or anybody's for the hub's owner."""
    return caller.owner or glasses.item.wearer == caller.wearer
