"""`/api/state`: what works on this hub, and which glasses are on."""

from collections.abc import Sequence
from typing import Protocol

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.web.api.resource import Resource, answer


class Part(msgspec.Struct, frozen=True):
    """One part of the hub: whether it works, and what there is to say about it.

    `leaves` names its providers that send what they are given to another machine.
    """

    part: str
    works: bool
    says: str
    optional: bool
    leaves: Sequence[str] = ()


class HubState(msgspec.Struct, frozen=True):
    """The parts of the hub, and how many sessions the wearer has, connected or waiting."""

    parts: Sequence[Part]
    sessions: int
    connected: int


class State(Protocol):
    """Knows what works."""

    async def state(self, wearer: Wearer, /) -> HubState:
        """The state of the hub, for a wearer."""


def routes(state: State) -> list[BaseRoute]:
    """The routes of this subject."""

    async def read(_request: Request, caller: Caller) -> Response:
        return answer(await state.state(caller.wearer))

    return [Route("/api/state", Resource(get=read))]
