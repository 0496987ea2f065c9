"""`/api/journal` and `/api/replay`: the events of a session, to take away and to play again."""

from collections.abc import AsyncGenerator, Sequence
from datetime import datetime
from typing import Annotated, Protocol

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.web.api.resource import LARGEST, Mistake, Resource, answer, query
from lorgnette.web.api.stream import Stream


class Which(msgspec.Struct, frozen=True):
    """Which session; by default the newest."""

    session: Annotated[int, msgspec.Meta(ge=0, le=LARGEST)] | None = None


class SessionSheet(msgspec.Struct, frozen=True):
    """A session whose events are kept in memory, and how many those are."""

    session: int
    began: datetime
    events: int
    connected: bool


class Journals(Protocol):
    """Knows the last events of a wearer's sessions."""

    def sessions(self, wearer: Wearer, /) -> Sequence[SessionSheet]:
        """The sessions whose events are kept, the newest first."""

    def journal(self, wearer: Wearer, session: int | None, /) -> AsyncGenerator[bytes]:
        """The events of a session as JSON lines. Raises NotFound."""

    def replay(self, journal: str, /) -> AsyncGenerator[bytes]:
        """The events of a journal with their effects, as a JSON array. Raises ValueError."""


def routes(journals: Journals) -> list[BaseRoute]:
    """The routes of this subject."""

    async def sessions(_request: Request, caller: Caller) -> Response:
        return answer(journals.sessions(caller.wearer))

    async def download(request: Request, caller: Caller) -> Response:
        lines = journals.journal(caller.wearer, query(request, Which).session)
        named = {"content-disposition": 'attachment; filename="journal.jsonl"'}
        return await Stream.open(lines, "application/x-ndjson", named)

    async def replay(request: Request, _caller: Caller) -> Response:
        try:
            text = (await request.body()).decode()
            return await Stream.open(journals.replay(text), "application/json")
        except ValueError as error:
            raise Mistake("journal", str(error)) from error

    return [
        Route("/api/sessions", Resource(get=sessions)),
        Route("/api/journal", Resource(get=download)),
        Route("/api/replay", Resource(post=replay)),
    ]
