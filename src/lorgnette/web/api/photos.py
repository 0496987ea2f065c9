"""`/api/photos`: what the wearer kept of what they saw.

A picture on the page cannot show a token: its address is one below `/api/photos/files/`, for which
there is one ticket.
"""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Final, Protocol

import anyio
import msgspec
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from lorgnette.core.errors import NotFound
from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.engines.photos import Album, Photo, Search
from lorgnette.web.api.resource import LARGEST, Resource, answer, done, number, query
from lorgnette.web.caller import bearer
from lorgnette.web.tickets import Tickets

FILES: Final = "/api/photos/files/"

TYPES: Final = {".jpg": "image/jpeg", ".mp4": "video/mp4"}


class Which(msgspec.Struct, frozen=True):
    """Which photos: those before one, and how many."""

    before: Annotated[int, msgspec.Meta(ge=0, le=LARGEST)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=100)] = 50


class Wish(msgspec.Struct, frozen=True):
    """What is looked for: words, or a day."""

    find: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    skip: Annotated[int, msgspec.Meta(ge=0, le=100_000)] = 0
    limit: Annotated[int, msgspec.Meta(ge=1, le=100)] = 50


class Asked(msgspec.Struct, frozen=True):
    """What a wish asks for, and the day when it names one."""

    search: Search
    day: date | None = None


class Hits(msgspec.Struct, frozen=True):
    """What was found, and how: see `engines.photos.Found`."""

    photos: Sequence[Photo]
    count: int
    exact: bool
    day: date | None


class Photos(Protocol):
    """Knows the photos of every wearer."""

    def of(self, wearer: Wearer, /) -> Album:
        """The photos of one wearer. Raises StoreFailed when none are kept."""

    def asked(self, wearer: Wearer, text: str, /) -> Asked:
        """What a text asks for: a day when it names one and nothing else, or words."""


def routes(photos: Photos, tickets: Tickets) -> list[BaseRoute]:
    """The routes of this subject. `tickets`: for the pictures."""
    subject, files = Subject(photos), Files(photos, tickets)
    return [
        Route("/api/photos", Resource(get=subject.list_some)),
        Route("/api/photos/found", Resource(get=subject.search)),
        Route(FILES, Resource(post=files.address)),
        Route(f"{FILES}{{id}}", Resource(get=files.whole)),
        Route(f"{FILES}{{id}}/small", Resource(get=files.small)),
        Route("/api/photos/{id}", Resource(get=subject.read, delete=subject.delete)),
    ]


class Subject:
    """Answers for what is known of photos."""

    def __init__(self, photos: Photos) -> None:
        self.photos = photos

    async def list_some(self, request: Request, caller: Caller) -> Response:
        """The newest."""
        which = query(request, Which)
        album = self.photos.of(caller.wearer)
        return answer(await album.newest(before=which.before, limit=which.limit))

    async def search(self, request: Request, caller: Caller) -> Response:
        """Those with some words in them, or of a day."""
        wish = query(request, Wish)
        asked = self.photos.asked(caller.wearer, wish.find)
        album = self.photos.of(caller.wearer)
        found = await album.find(asked.search, skip=wish.skip, limit=wish.limit)
        return answer(Hits(found.photos, found.count, found.exact, asked.day))

    async def read(self, request: Request, caller: Caller) -> Response:
        """One, with what stands in it."""
        return answer(await self.photos.of(caller.wearer).one(number(request)))

    async def delete(self, request: Request, caller: Caller) -> Response:
        """Forget it."""
        if not await self.photos.of(caller.wearer).delete(number(request)):
            raise NotFound("there is no such photo")
        return done()


class Files:
    """Answers with pictures and films."""

    def __init__(self, photos: Photos, tickets: Tickets) -> None:
        self.photos = photos
        self.tickets = tickets

    async def address(self, request: Request, _caller: Caller) -> Response:
        """The address of all files with a ticket."""
        return answer({"address": self.tickets.issue(FILES, bearer(request.headers.raw))})

    async def whole(self, request: Request, caller: Caller) -> Response:
        """A photo or a film, or a part of it."""
        return await self.file(request, caller, small=False)

    async def small(self, request: Request, caller: Caller) -> Response:
        """What is seen of it among others."""
        return await self.file(request, caller, small=True)

    async def file(self, request: Request, caller: Caller, *, small: bool) -> Response:
        """A file that is there."""
        path = await self.photos.of(caller.wearer).file(number(request), small=small)
        if not await anyio.Path(path).is_file():
            raise NotFound("the file of this photo is gone")
        return FileResponse(path, media_type=TYPES[path.suffix])
