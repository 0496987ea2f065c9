"""`/api/live`: who is invited to see what the wearer sees, and the end of it."""

from datetime import datetime
from typing import Protocol

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.web.api.resource import Resource, answer, done


class Square(msgspec.Struct, frozen=True):
    """A QR code: an SVG path in a square of `size` units."""

    size: int
    path: str


class Invited(msgspec.Struct, frozen=True):
    """An invitation. Once it is `taken` its link opens nothing for anybody else."""

    name: str
    link: str
    qr: Square
    expires: datetime
    taken: bool


class Sharing(msgspec.Struct, frozen=True):
    """What a wearer shows others now."""

    going: bool = False
    invitations: tuple[Invited, ...] = ()


class Live(Protocol):
    """Knows what wearers show others."""

    def now(self, wearer: Wearer, /) -> Sharing:
        """What this one shows."""

    def end(self, wearer: Wearer, /) -> None:
        """Let nobody see any more what they see."""


def routes(live: Live) -> list[BaseRoute]:
    """The routes of this subject."""

    async def now(_request: Request, caller: Caller) -> Response:
        return answer(live.now(caller.wearer))

    async def end(_request: Request, caller: Caller) -> Response:
        live.end(caller.wearer)
        return done()

    return [Route("/api/live", Resource(get=now, delete=end))]
