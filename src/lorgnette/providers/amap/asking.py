"""How Amap is asked: a few questions a second, and what is too much it says in its answers."""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

import anyio
import anyio.to_thread

from lorgnette.providers.amap.settings import NAME, AmapSettings, checked, with_key
from lorgnette.providers.amap.verdict import TooMuchAsked
from lorgnette.providers.http import Request
from lorgnette.providers.services import Remote

LARGE: Final = 64_000
"""Bytes of an answer that takes longer to understand than captions can wait."""

T = TypeVar("T")


class Amap(Remote[AmapSettings]):
    """The service, for one half of its answers. It allows what a key of a person has."""

    name = NAME
    questions = 3

    @classmethod
    def settings(cls, tables: Mapping[str, Any]) -> AmapSettings:
        """See `Remote`."""
        return checked(tables)

    @classmethod
    def usable(cls, tables: Mapping[str, Any]) -> AmapSettings:
        """See `Remote`. What it must have is a key."""
        return with_key(tables)

    async def asked(self, request: Request, understood: Callable[[bytes], T]) -> T:
        """What is understood of its answer; when it was asked too much, it is left alone.

        A way across a country has ten thousand spots to convert: the hub goes on meanwhile.
        """
        body = await self._service.fetch(request)
        try:
            if len(body) < LARGE:
                return understood(body)
            return await anyio.to_thread.run_sync(understood, body)
        except TooMuchAsked as error:
            self._service.let_rest(error.rest)
            raise
