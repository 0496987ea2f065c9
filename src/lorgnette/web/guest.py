"""The page of guests: a live picture and nothing else, for whoever brings an invitation.

The invitation stands after the # of the address, which browsers send to nobody; the page shows it
with its offer.
"""

from typing import Annotated, Protocol

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lorgnette.core.errors import EngineFailed, LorgnetteError
from lorgnette.devices.peer import Peer, peer_of
from lorgnette.web.api.resource import Mistake, answer, body, refused
from lorgnette.web.files import Files
from lorgnette.web.page import STATIC
from lorgnette.web.refusal import refusal

Secret = Annotated[str, msgspec.Meta(min_length=16, max_length=64)]


class Entering(msgspec.Struct, frozen=True):
    """A guest comes: with an invitation, a secret of their browser's own, and its offer as SDP."""

    invitation: Secret
    browser: Secret
    offer: Annotated[str, msgspec.Meta(max_length=60_000)]


class Lobby(Protocol):
    """Knows who is invited."""

    async def enter(self, token: str, browser: str, offer: str, peer: Peer) -> str:
        """The answer, as SDP. Raises NotFound, TooMuch and EngineFailed."""


def routes(lobby: Lobby) -> list[BaseRoute]:
    """The page, and its question."""
    files = Files(STATIC)

    async def page(request: Request) -> Response:
        return files.answer("guest.html", request)

    async def enter(request: Request) -> Response:
        try:
            brought = await body(request, Entering)
            said = await lobby.enter(
                brought.invitation, brought.browser, brought.offer, peer_of(request.scope)
            )
        except EngineFailed:
            return refusal(502, "picture", "the picture cannot be shown to this browser")
        except (Mistake, LorgnetteError) as error:
            return refused(error)
        return answer({"answer": said})

    return [Route("/guest", page), Route("/guest/enter", enter, methods=["POST"])]
