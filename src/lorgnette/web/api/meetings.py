"""`/api/meetings`: what was said in meetings, what came of it, and everything ever said."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Final, Literal, Protocol

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lorgnette.core.minutes import Minutes
from lorgnette.core.search.question import asked
from lorgnette.core.transcripts import Line
from lorgnette.core.transcripts.transcript import LINES, NAME_LENGTH, TITLE_LENGTH
from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.engines.meetings import Diary, Hit, Meeting, Search
from lorgnette.web.api import meeting_lines, meeting_sound
from lorgnette.web.api.resource import LARGEST, Mistake, Resource, answer, body, done, number, query
from lorgnette.web.tickets import Tickets

TYPES: Final[Mapping[str, str]] = {
    "md": "text/markdown; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "srt": "application/x-subrip; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
    "json": "application/json",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""What a meeting can be taken away as."""


class Which(msgspec.Struct, frozen=True):
    """Which meetings: those before one, and how many."""

    before: Annotated[int, msgspec.Meta(ge=0, le=LARGEST)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=100)] = 50


class Wish(msgspec.Struct, frozen=True):
    """What is looked for: words or a question, in all meetings or in one; and which hits."""

    find: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    person: Annotated[str, msgspec.Meta(max_length=NAME_LENGTH)] = ""
    meeting: Annotated[int, msgspec.Meta(ge=0, le=LARGEST)] | None = None
    skip: Annotated[int, msgspec.Meta(ge=0, le=1_000)] = 0
    limit: Annotated[int, msgspec.Meta(ge=1, le=100)] = 20


class Found(msgspec.Struct, frozen=True):
    """What was found, and for what: a question may have meant a person."""

    words: str
    person: str
    hits: Sequence[Hit]


class From(msgspec.Struct, frozen=True):
    """From which line on."""

    first: Annotated[int, msgspec.Meta(ge=1, le=LINES)] = 1


class Told(msgspec.Struct, frozen=True):
    """A meeting and its lines; speakers that are one have one number."""

    meeting: Meeting
    lines: Sequence[Line]


class Retitled(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Another title."""

    title: Annotated[str, msgspec.Meta(max_length=TITLE_LENGTH)]


class Format(msgspec.Struct, frozen=True):
    """What a meeting is to be taken away as."""

    to: Literal["md", "txt", "srt", "vtt", "json", "docx"] = "md"


class Meetings(Protocol):
    """Knows the meetings of every wearer."""

    def of(self, wearer: Wearer, /) -> Diary:
        """The meetings of one wearer. Raises StoreFailed when none are kept."""

    async def minutes(self, wearer: Wearer, meeting: int, /) -> Minutes:
        """What came of a meeting. Raises NotFound and StoreFailed."""

    async def export(self, wearer: Wearer, meeting: int, ending: str, /) -> bytes:
        """A meeting as a file with one of the endings of `TYPES`. Raises NotFound, StoreFailed."""


def routes(meetings: Meetings, tickets: Tickets) -> list[BaseRoute]:
    """The routes of this subject. `tickets`: for the sound."""
    subject = Subject(meetings)
    return [
        Route("/api/meetings", Resource(get=subject.list_some)),
        Route("/api/meetings/found", Resource(get=subject.search)),
        Route(
            "/api/meetings/{id}",
            Resource(get=subject.read, patch=subject.retitle, delete=subject.delete),
        ),
        Route("/api/meetings/{id}/minutes", Resource(get=subject.minutes)),
        Route("/api/meetings/{id}/export", Resource(get=subject.export)),
        *meeting_lines.routes(meetings.of),
        *meeting_sound.routes(meetings.of, tickets),
    ]


class Subject:
    """Answers for meetings as a whole."""

    def __init__(self, meetings: Meetings) -> None:
        self.meetings = meetings

    async def list_some(self, request: Request, caller: Caller) -> Response:
        """The newest."""
        which = query(request, Which)
        diary = self.meetings.of(caller.wearer)
        return answer(await diary.newest(before=which.before, limit=which.limit))

    async def search(self, request: Request, caller: Caller) -> Response:
        """What was said about something, or by somebody."""
        wish = query(request, Wish)
        diary = self.meetings.of(caller.wearer)
        words, person = asked(wish.find, await diary.people())
        person = wish.person or person
        search = Search(words, person, wish.meeting)
        hits = await diary.search(search, skip=wish.skip, limit=wish.limit)
        return answer(Found(words, person, hits))

    async def read(self, request: Request, caller: Caller) -> Response:
        """One meeting, and what was said in it by now."""
        meeting, first = number(request), query(request, From).first
        diary = self.meetings.of(caller.wearer)
        known, said = await diary.one(meeting), await diary.transcript(meeting)
        return answer(Told(known, [line for line in said.lines if line.number >= first]))

    async def retitle(self, request: Request, caller: Caller) -> Response:
        """Give it another title."""
        title = (await body(request, Retitled)).title.strip()
        if not title:
            raise Mistake("body", "a title needs words")
        await self.meetings.of(caller.wearer).retitle(number(request), title)
        return done()

    async def delete(self, request: Request, caller: Caller) -> Response:
        """Forget it with everything that belongs to it."""
        await self.meetings.of(caller.wearer).delete(number(request))
        return done()

    async def minutes(self, request: Request, caller: Caller) -> Response:
        """What came of it."""
        return answer(await self.meetings.minutes(caller.wearer, number(request)))

    async def export(self, request: Request, caller: Caller) -> Response:
        """The whole of it as a file."""
        meeting, ending = number(request), query(request, Format).to
        content = await self.meetings.export(caller.wearer, meeting, ending)
        named = {"content-disposition": f'attachment; filename="meeting-{meeting}.{ending}"'}
        return Response(content, headers=named, media_type=TYPES[ending])
