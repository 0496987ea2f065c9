"""What all have in common who ask an OpenAI-compatible endpoint."""

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from lorgnette.core.errors import EngineFailed
from lorgnette.engines import Call, Words
from lorgnette.providers.http import Request, Sender
from lorgnette.providers.openai.settings import OpenAISettings
from lorgnette.providers.openai.stream import Answer
from lorgnette.providers.openai.transcription import TranscriptionSettings

if TYPE_CHECKING:
    import httpx

S = TypeVar("S", OpenAISettings, TranscriptionSettings)


class Endpoint(ABC, Generic[S]):
    """A provider behind such an endpoint. Whoever inherits says which, and what to ask."""

    def __init__(
        self, tables: Mapping[str, Any], transport: "httpx.AsyncBaseTransport | None" = None
    ) -> None:
        """`tables`: the configuration; `transport` replaces the network in tests.

        Raises MissingPart when no server or no model is named, ConfigurationError when one cannot
        be asked.
        """
        self._settings: S = self.settings(tables)
        self._sender = Sender(
            self._settings.patience, here=self._settings.is_here, transport=transport
        )

    @classmethod
    @abstractmethod
    def settings(cls, tables: Mapping[str, Any]) -> S:
        """The settings, checked. Raises as `__init__`."""

    @classmethod
    def leaves_the_hub(cls, tables: Mapping[str, Any]) -> bool:
        """Whether another machine would get what is asked, and what it is about."""
        return not cls.settings(tables).is_here

    async def aclose(self) -> None:
        """Hang up."""
        await self._sender.aclose()


class Chat(Endpoint[OpenAISettings]):
    """A model that answers in a chat."""

    async def answered(self, asked: Request) -> AsyncGenerator[Words | Call]:
        """Words as they come, and calls when complete; hangs up when closed.

        Raises EngineFailed, whose text never holds the key.
        """
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
