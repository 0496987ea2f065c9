"""`/api/things`: everything that skills keep for the wearer, whatever its kind."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, Protocol

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lorgnette.core.notes import LONGEST
from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.web.api.resource import LARGEST, Mistake, Resource, answer, body, done, number, query


class Thing(msgspec.Struct, frozen=True):
    """One thing: its kind, and what the skill wrote; `due` is when it wants attention."""

    id: int
    kind: str
    created: datetime
    due: datetime | None
    item: Mapping[str, Any]


class Which(msgspec.Struct, frozen=True):
    """Which things: those before one, and how many."""

    before: Annotated[int, msgspec.Meta(ge=0, le=LARGEST)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=1_000)] = 1_000


class NewNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A note to keep."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST)]


class Things(Protocol):
    """Knows what a wearer keeps."""

    async def list(self, wearer: Wearer, which: Which, /) -> Sequence[Thing]:
        """What a wearer keeps, the newest first. Raises StoreFailed."""

    async def delete(self, wearer: Wearer, thing: int, /) -> None:
        """Forget one thing; a timer does not ring any more. Raises NotFound and StoreFailed."""

    async def note(self, wearer: Wearer, text: str, /) -> Thing:
        """Keep a note. Raises StoreFailed."""


def routes(things: Things) -> list[BaseRoute]:
    """The routes of this subject."""

    async def list_all(request: Request, caller: Caller) -> Response:
        return answer(await things.list(caller.wearer, query(request, Which)))

    async def delete(request: Request, caller: Caller) -> Response:
        await things.delete(caller.wearer, number(request))
        return done()

    async def note(request: Request, caller: Caller) -> Response:
        text = (await body(request, NewNote)).text.strip()
        if not text:
            raise Mistake("body", "a note needs words")
        return answer(await things.note(caller.wearer, text), 201)

    return [
        Route("/api/things", Resource(get=list_all)),
        Route("/api/things/notes", Resource(post=note)),
        Route("/api/things/{id}", Resource(delete=delete)),
    ]
