"""`/api/meetings/{id}/sound`: the sound of a meeting, as much of it as is wanted.

A player cannot show a token: it is given an address with a ticket.
"""

from collections.abc import Callable

import anyio
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from lorgnette.core.errors import NotFound
from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.engines.meetings import Diary
from lorgnette.web.api.resource import Resource, answer, done, number
from lorgnette.web.caller import bearer
from lorgnette.web.tickets import Tickets


def routes(diary_of: Callable[[Wearer], Diary], tickets: Tickets) -> list[BaseRoute]:
    """The routes of this subject."""

    async def play(request: Request, caller: Caller) -> Response:
        path = await diary_of(caller.wearer).audio(number(request))
        if path is None or not await anyio.Path(path).is_file():
            raise NotFound("there is no sound of this meeting")
        return FileResponse(path, media_type="audio/flac")

    async def address(request: Request, caller: Caller) -> Response:
        meeting = await diary_of(caller.wearer).one(number(request))
        if not meeting.audio:
            raise NotFound("there is no sound of this meeting")
        return answer({"address": tickets.issue(request.url.path, bearer(request.headers.raw))})

    async def delete(request: Request, caller: Caller) -> Response:
        if not await diary_of(caller.wearer).delete_audio(number(request)):
            raise NotFound("there is no sound of this meeting")
        return done()

    return [Route("/api/meetings/{id}/sound", Resource(get=play, post=address, delete=delete))]
