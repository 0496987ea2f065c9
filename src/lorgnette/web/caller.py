"""Who asks the hub over HTTP: nobody gets as far as a route without being somebody.

`Admission` stands before every route under `/api`: it finds the caller by their token, or by a
ticket for this address, or refuses.
What it finds is at `request.state.caller`.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

import anyio
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lorgnette.core.errors import NotPaired, TooMuch
from lorgnette.devices.caller import Caller
from lorgnette.devices.origin import RawHeaders, values_of
from lorgnette.devices.peer import Peer, peer_of
from lorgnette.web.body import Body, LateBody, LongBody
from lorgnette.web.refusal import refusal
from lorgnette.web.tickets import Tickets

BODY = 65_536
"""Bytes of a request's body, where nothing else is said."""

BODIES: Mapping[str, int] = {
    "/api/replay": 4_194_304,
    "/api/things/notes": 262_144,
    "/pair": 4_096,
}
"""Bytes of a request's body, by path."""

OPEN = ("/pair", "/guest/enter")
"""What may be asked by whoever is not paired, besides the page itself: they bring a secret."""


class Door(Protocol):
    """What knows who is paired."""

    def admit(self, token: str | None, peer: Peer) -> Caller:
        """Who comes with this token. Raises NotPaired, or TooMuch after many of those."""

    def allow(self, caller: Caller) -> None:
        """One more request of a caller. Raises TooMuch when there were too many."""

    def visit(self, caller: Caller) -> AbstractContextManager[anyio.CancelScope]:
        """A scope to serve a caller in; it is cancelled when their token is revoked."""


def bearer(headers: RawHeaders) -> str | None:
    """The token in `Authorization: Bearer TOKEN`.

    None without the header; an empty token, which is nobody's, for anything that is not one.
    """
    values = values_of(b"authorization", headers)
    if not values:
        return None
    scheme, _, token = values[0].strip().partition(" ")
    token = token.strip()
    fits = len(values) == 1 and scheme.lower() == "bearer" and token.isascii() and len(token) <= 256
    return token if fits and token.isprintable() and " " not in token else ""


class Admission:
    """Lets callers in, and nobody else; keeps bodies and rates within bounds."""

    def __init__(self, app: ASGIApp, door: Door, tickets: Tickets) -> None:
        self.app = app
        self.door = door
        self.tickets = tickets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve or refuse one request. Glasses show their token in the hello of their link."""
        path = scope.get("path", "")
        if scope["type"] != "http" or not (path in OPEN or private(path)):
            await self.app(scope, receive, send)
            return
        try:
            caller = self.caller(scope) if private(path) else None
            body = await Body.read(scope["headers"], receive, BODIES.get(path, BODY))
        except NotPaired as error:
            answer = refusal(401, "unpaired", str(error))
        except TooMuch as error:
            answer = refusal(429, error.code, str(error), error.retry_after)
        except LongBody as error:
            answer = refusal(413, "too-long", str(error))
        except LateBody as error:
            answer = refusal(408, "too-slow", str(error))
        else:
            if caller is not None:
                scope.setdefault("state", {})["caller"] = caller
            if caller is not None and scope["method"] == "GET":
                await self.serve(caller, scope, body, send)
            else:
                await self.app(scope, body, send)
            return
        await answer(scope, receive, send)

    def caller(self, scope: Scope) -> Caller:
        """Whoever sent a request. Raises NotPaired and TooMuch."""
        token = bearer(scope["headers"])
        if token is None:
            token = self.tickets.token(scope["method"], scope["path"], scope["query_string"])
        caller = self.door.admit(token, peer_of(scope))
        self.door.allow(caller)
        return caller

    async def serve(self, caller: Caller, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a caller for as long as their token is good; an answer cut short is ended.

        What changes something is short, and is done to its end: it may be what revokes the token.
        """
        said: list[Any] = []

        async def watched(message: Message) -> None:
            said[:] = [message]
            await send(message)

        with self.door.visit(caller) as scope_of_visit:
            await self.app(scope, receive, watched)
        if not scope_of_visit.cancelled_caught:
            return
        if not said:
            gone = refusal(401, "unpaired", "the token of these glasses was revoked")
            await gone(scope, receive, send)
        elif said[0]["type"] == "http.response.start" or said[0].get("more_body"):
            await send({"type": "http.response.body", "body": b"", "more_body": False})


def private(path: str) -> bool:
    """Whether a path is for callers only."""
    return path == "/api" or path.startswith("/api/")
