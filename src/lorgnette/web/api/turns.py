"""`/api/turns`: what was heard, understood and said."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Protocol

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.web.api.resource import LARGEST, Resource, answer, done, number, query


class Turn(msgspec.Struct, frozen=True):
    """One turn that is over.

    `said` is what the wearer heard of the answer; `outcome` is how the turn ended: `answered`,
    `interrupted`, `stopped`, `unanswered` or `failed`. `skill` is empty when no skill was meant;
    what was understood as a stop word has the action `stop`. `page` is where on the wearer's page
    there is more, such as `goods/3017620422003`, or "".
    """

    id: int
    at: datetime
    language: str
    heard: str
    typed: bool
    skill: str
    action: str
    slots: Mapping[str, str]
    said: str
    device: str
    outcome: str
    page: str = ""


class Which(msgspec.Struct, frozen=True):
    """Which turns: those before one, how many, and in which all these words occur."""

    before: Annotated[int, msgspec.Meta(ge=0, le=LARGEST)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=500)] = 50
    find: Annotated[str, msgspec.Meta(max_length=200)] = ""


class Turns(Protocol):
    """Knows a wearer's past turns."""

    async def list(self, wearer: Wearer, which: Which, /) -> Sequence[Turn]:
        """A wearer's turns, the newest first. Raises StoreFailed."""

    async def delete(self, wearer: Wearer, turn: int, /) -> None:
        """Forget one turn, in memory too. Raises NotFound and StoreFailed."""

    async def delete_all(self, wearer: Wearer, /) -> int:
        """Forget every turn, in memory too; how many there were. Raises StoreFailed."""


def routes(turns: Turns) -> list[BaseRoute]:
    """The routes of this subject."""

    async def list_some(request: Request, caller: Caller) -> Response:
        return answer(await turns.list(caller.wearer, query(request, Which)))

    async def delete(request: Request, caller: Caller) -> Response:
        await turns.delete(caller.wearer, number(request))
        return done()

    async def delete_all(_request: Request, caller: Caller) -> Response:
        return answer({"deleted": await turns.delete_all(caller.wearer)})

    return [
        Route("/api/turns", Resource(get=list_some, delete=delete_all)),
        Route("/api/turns/{id}", Resource(delete=delete)),
    ]
