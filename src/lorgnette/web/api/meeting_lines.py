"""What a wearer puts right in a meeting: who somebody is, what was said, who said it, marks."""

from collections.abc import Callable
from typing import Annotated

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lorgnette.core.errors import NotFound
from lorgnette.core.transcripts.transcript import LINE_LENGTH, SPEAKERS, Name, SpeakerNumber
from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.engines.meetings import Diary
from lorgnette.web.api.resource import Mistake, Resource, body, done, number


class Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who a speaker is: a name, "" for none; or another speaker, who turns out to be the same.

    `same` the speaker itself: they stand for themselves again.
    """

    name: Name | None = None
    same: SpeakerNumber | None = None


class Corrected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was really said in a line, and who said it; what is not there stays."""

    text: Annotated[str, msgspec.Meta(max_length=LINE_LENGTH)] | msgspec.UnsetType = msgspec.UNSET
    speaker: SpeakerNumber | msgspec.UnsetType | None = msgspec.UNSET


def routes(diary_of: Callable[[Wearer], Diary]) -> list[BaseRoute]:
    """The routes of this subject."""
    parts = Parts(diary_of)
    return [
        Route("/api/meetings/{id}/speakers/{part}", Resource(patch=parts.name)),
        Route("/api/meetings/{id}/lines/{part}", Resource(patch=parts.correct)),
        Route("/api/meetings/{id}/marks/{part}", Resource(delete=parts.unmark)),
    ]


class Parts:
    """Answers for what belongs to a meeting."""

    def __init__(self, diary_of: Callable[[Wearer], Diary]) -> None:
        self.diary_of = diary_of

    async def name(self, request: Request, caller: Caller) -> Response:
        """Say who a speaker is."""
        wanted = await body(request, Named)
        diary, meeting, speaker = self.diary_of(caller.wearer), number(request), part(request)
        if not 1 <= speaker <= SPEAKERS:
            raise NotFound("there is no such speaker")
        if (wanted.name is None) == (wanted.same is None):
            raise Mistake("body", "say a name, or who is the same")
        if wanted.name is not None:
            await diary.name_speaker(meeting, speaker, wanted.name.strip())
        if wanted.same is not None:
            await diary.merge_speakers(meeting, speaker, wanted.same)
        return done()

    async def correct(self, request: Request, caller: Caller) -> Response:
        """Say what was really said in a line, and by whom."""
        wanted = await body(request, Corrected)
        diary, meeting, line = self.diary_of(caller.wearer), number(request), part(request)
        if wanted.text is not msgspec.UNSET:
            await diary.correct(meeting, line, wanted.text)
        if wanted.speaker is not msgspec.UNSET:
            await diary.attribute(meeting, line, wanted.speaker)
        return done()

    async def unmark(self, request: Request, caller: Caller) -> Response:
        """Take a mark away."""
        if not await self.diary_of(caller.wearer).unmark(number(request), part(request)):
            raise NotFound("there is no such mark")
        return done()


def part(request: Request) -> int:
    """The number of what belongs to a meeting. Raises NotFound when nothing can have it."""
    return number(request, "part")
