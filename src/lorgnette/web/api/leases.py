"""`/api/leases`: which sense was used for what, and whether anything of it left the hub."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Protocol

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.web.api.resource import LARGEST, Resource, answer, done, number, query


class Lease(msgspec.Struct, frozen=True):
    """A use of a sense that is over.

    `left` names the engines that sent what was sensed to another machine; empty: it stayed here.
    """

    id: int
    sense: str
    purpose: str
    began: datetime
    seconds: float
    device: str
    left: Sequence[str]


class Which(msgspec.Struct, frozen=True):
    """Which uses: those before one, and how many."""

    before: Annotated[int, msgspec.Meta(ge=0, le=LARGEST)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=500)] = 50


class Leases(Protocol):
    """Knows what a wearer's senses were used for."""

    async def list(self, wearer: Wearer, which: Which, /) -> Sequence[Lease]:
        """The uses, the newest first. Raises StoreFailed."""

    async def delete(self, wearer: Wearer, lease: int, /) -> None:
        """Forget one use. Raises NotFound and StoreFailed."""

    async def delete_all(self, wearer: Wearer, /) -> int:
        """Forget every use; how many there were. Raises StoreFailed."""


def routes(leases: Leases) -> list[BaseRoute]:
    """The routes of this subject."""

    async def list_some(request: Request, caller: Caller) -> Response:
        return answer(await leases.list(caller.wearer, query(request, Which)))

    async def delete(request: Request, caller: Caller) -> Response:
        await leases.delete(caller.wearer, number(request))
        return done()

    async def delete_all(_request: Request, caller: Caller) -> Response:
        return answer({"deleted": await leases.delete_all(caller.wearer)})

    return [
        Route("/api/leases", Resource(get=list_some, delete=delete_all)),
        Route("/api/leases/{id}", Resource(delete=delete)),
    ]
