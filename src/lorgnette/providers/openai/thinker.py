"""The thinker: the request, the sender and the answer put together."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from lorgnette.core.errors import EngineFailed
from lorgnette.engines import Call, Message, Tool, Words
from lorgnette.providers.http import Sender
from lorgnette.providers.openai.request import request
from lorgnette.providers.openai.settings import settings_from
from lorgnette.providers.openai.stream import Answer

if TYPE_CHECKING:
    import httpx


class OpenAIThinker:
    """A `Thinker` behind any OpenAI-compatible endpoint."""

    def __init__(
        self, tables: Mapping[str, Any], transport: "httpx.AsyncBaseTransport | None" = None
    ) -> None:
        """`tables`: the configuration; `transport` replaces the network in tests.

        Raises MissingPart when no model is named, ConfigurationError when one cannot be asked.
        """
        self._settings = settings_from(tables)
        self._sender = Sender(
            self._settings.patience, here=self._settings.is_here, transport=transport
        )

    @classmethod
    def leaves_the_hub(cls, tables: Mapping[str, Any]) -> bool:
        """Whether what the wearer says would go to another machine."""
        return not settings_from(tables).is_here

    async def aclose(self) -> None:
        """Hang up."""
        await self._sender.aclose()

    async def think(
        self, messages: Sequence[Message], tools: Sequence[Tool] = ()
    ) -> AsyncGenerator[Words | Call]:
        """Words as they come, and calls when complete; hangs up when closed.

        Raises EngineFailed, whose text never holds the key.
        """
        asked = request(self._settings, messages, tools)
        answer = Answer()
        async with aclosing(self._sender.send(asked)) as pieces:
            async for piece in pieces:
                for item in answer.feed(piece):
                    yield item
                if answer.problem:
                    break
        for item in answer.end():
            yield item
        if answer.problem:
            raise EngineFailed(asked.shown(answer.problem))
