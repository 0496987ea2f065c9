"""`/api/export`: everything of the wearer as one archive."""

from collections.abc import AsyncGenerator
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.web.api.resource import Resource
from lorgnette.web.api.stream import Stream


class Export(Protocol):
    """Packs what belongs to a wearer."""

    def name(self) -> str:
        """The name of an archive made now."""

    def archive(self, wearer: Wearer, /) -> AsyncGenerator[bytes]:
        """The pieces of a zip file, made as they are read. Raises StoreFailed."""


def routes(export: Export) -> list[BaseRoute]:
    """The routes of this subject."""

    async def download(_request: Request, caller: Caller) -> Response:
        named = {"content-disposition": f'attachment; filename="{export.name()}"'}
        return await Stream.open(export.archive(caller.wearer), "application/zip", named)

    return [Route("/api/export", Resource(get=download))]
