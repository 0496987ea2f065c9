"""`/api/me` and `/api/settings`: who the wearer is to this hub, and what they have chosen."""

from typing import Annotated, Literal, Protocol

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.web.api.resource import Resource, answer, body

Days = Annotated[int, msgspec.Meta(ge=0, le=36_500)]


class Choices(msgspec.Struct, frozen=True):
    """What a wearer has chosen: `keep_days` null keeps turns for ever, 0 keeps none."""

    keep_days: int | None
    language: str | None


class Changes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to choose anew; what is not there stays."""

    keep_days: Days | msgspec.UnsetType | None = msgspec.UNSET
    language: Literal["en", "zh"] | msgspec.UnsetType | None = msgspec.UNSET


class About(msgspec.Struct, frozen=True):
    """Who asks, and whom they ask. `fingerprint` is of the hub's own certificate, if it has one."""

    wearer: Wearer
    version: str
    paired: bool
    languages: tuple[str, ...]
    settings: Choices
    secure: bool
    fingerprint: str | None


class Me(Protocol):
    """Knows a wearer's settings."""

    def about(self, caller: Caller, /, *, secure: bool) -> About:
        """Who asks; `secure` when they ask over TLS."""

    async def choose(self, wearer: Wearer, changes: Changes, /) -> Choices:
        """Keep what a wearer wants, and act on it. Raises StoreFailed."""


def routes(me: Me) -> list[BaseRoute]:
    """The routes of this subject."""

    async def about(request: Request, caller: Caller) -> Response:
        return answer(me.about(caller, secure=request.url.scheme == "https"))

    async def choose(request: Request, caller: Caller) -> Response:
        return answer(await me.choose(caller.wearer, await body(request, Changes)))

    return [
        Route("/api/me", Resource(get=about)),
        Route("/api/settings", Resource(patch=choose)),
    ]
