"""`/api/skills`: what can be said, in every language."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lorgnette.devices.caller import Caller
from lorgnette.web.api.resource import Resource, answer

InEach = Mapping[str, str]
"""A text by language."""


class ActionSheet(Struct, frozen=True):
    """One action: what it does, how it may be said, and sentences to try, by language."""

    name: str
    title: InEach
    says: InEach
    sentences: Mapping[str, Sequence[str]]
    examples: Mapping[str, Sequence[str]]


class SkillSheet(Struct, frozen=True):
    """One skill; one that does not work says `why`, and nothing else is known of it."""

    name: str
    works: bool
    why: str
    title: InEach
    says: InEach
    actions: Sequence[ActionSheet]


class Skills(Protocol):
    """Knows the skills of the hub."""

    async def list(self) -> Sequence[SkillSheet]:
        """Every skill, those that do not work last."""


def routes(skills: Skills) -> list[BaseRoute]:
    """The routes of this subject."""

    async def list_all(_request: Request, _caller: Caller) -> Response:
        return answer(await skills.list())

    return [Route("/api/skills", Resource(get=list_all))]
