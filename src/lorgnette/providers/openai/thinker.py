"""The thinker: the request, the sender and the answer put together."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from typing import Any

from lorgnette.engines import Call, Message, Tool, Words
from lorgnette.providers.openai.endpoint import Chat
from lorgnette.providers.openai.request import request
from lorgnette.providers.openai.settings import OpenAISettings, settings_from


class OpenAIThinker(Chat):
    """A `Thinker` behind any OpenAI-compatible endpoint."""

    @classmethod
    def settings(cls, tables: Mapping[str, Any]) -> OpenAISettings:
        """See `Endpoint`."""
        return settings_from(tables)

    async def think(
        self, messages: Sequence[Message], tools: Sequence[Tool] = ()
    ) -> AsyncGenerator[Words | Call]:
        """See `Chat.answered`."""
        async with aclosing(self.answered(request(self._settings, messages, tools))) as items:
            async for item in items:
                yield item
