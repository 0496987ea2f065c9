"""The recogniser: the request, the sender and the result put together."""

from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager
from typing import TYPE_CHECKING, Any

from lorgnette.core.errors import UnsupportedLanguage
from lorgnette.core.types import Language, Sound
from lorgnette.engines import Hearing, Vocabulary
from lorgnette.providers.openai.endpoint import Endpoint
from lorgnette.providers.openai.transcription import (
    TranscriptionSettings,
    request,
    result,
    settings_from,
)
from lorgnette.providers.whole.asked import AskedHearing

if TYPE_CHECKING:
    import httpx


class OpenAIRecogniser(Endpoint[TranscriptionSettings]):
    """Speech to text behind `/v1/audio/transcriptions`: OpenAI, or a server like it."""

    def __init__(
        self, tables: Mapping[str, Any], transport: "httpx.AsyncBaseTransport | None" = None
    ) -> None:
        """See `Endpoint`."""
        super().__init__(tables, transport)
        self.languages = frozenset(Language(each.lower()) for each in self._settings.languages)

    @classmethod
    def settings(cls, tables: Mapping[str, Any]) -> TranscriptionSettings:
        """See `Endpoint`."""
        return settings_from(tables)

    @asynccontextmanager
    async def open(
        self, language: Language, _vocabulary: Vocabulary | None = None
    ) -> AsyncIterator[Hearing]:
        """Start to hear one utterance. The vocabulary is not used. Raises UnsupportedLanguage."""
        if language not in self.languages:
            raise UnsupportedLanguage(f"the transcription server is not asked for {language!r}")

        async def ask(sound: Sound) -> str:
            asked = request(self._settings, sound, language)
            async with aclosing(self._sender.send(asked)) as pieces:
                return result(b"".join([piece async for piece in pieces]))

        yield AskedHearing(ask, language)

    async def warm_up(self) -> None:
        """There is nothing to load, and nobody is asked before something is said."""
