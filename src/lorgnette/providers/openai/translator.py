"""A chat model as a translator: the question, the sender and the answer put together."""

from collections.abc import AsyncGenerator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Final

from lorgnette.core.errors import EngineFailed, NotFound, UnsupportedLanguage
from lorgnette.core.fidelity import lost
from lorgnette.core.slots.language import languages
from lorgnette.core.types import Language
from lorgnette.engines import Words
from lorgnette.engines.translator import ANY, Translation, Way
from lorgnette.providers.openai.endpoint import Endpoint
from lorgnette.providers.openai.settings import OpenAISettings, settings_for_translating
from lorgnette.providers.openai.stream import Answer
from lorgnette.providers.openai.translating import Growing, answer, is_qwen_mt, question

if TYPE_CHECKING:
    import httpx

LONGEST: Final = 4000
"""Characters of a text; a longer one should come in parts."""

WORDIEST: Final = 8
"""How many times as long as its source a translation may be before it is none."""


class ChatTranslator(Endpoint[OpenAISettings]):
    """A `Translator` behind any OpenAI-compatible endpoint, in every language that has a name.

    What comes back is text and nothing else: no tool is offered to the model, and none of its
    words is acted upon. It takes its time, so tails are not translated.
    """

    def __init__(
        self, tables: Mapping[str, Any], transport: "httpx.AsyncBaseTransport | None" = None
    ) -> None:
        """See `Endpoint`."""
        super().__init__(tables, transport)
        self._names = tuple(tables.get("translator", {}).get("names", ()))

    @classmethod
    def settings(cls, tables: Mapping[str, Any]) -> OpenAISettings:
        """See `Endpoint`."""
        return settings_for_translating(tables)

    @property
    def ways(self) -> AbstractSet[Way]:
        """Whatever a model was taught; nobody can ask it."""
        return frozenset({(ANY, ANY)})

    async def translate(self, text: str, /, *, source: Language, target: Language) -> Translation:
        """The last of what `follow` gives."""
        stream = self.follow(text, source=source, target=target, final=True)
        async with aclosing(stream) as translations:
            shown = [translation async for translation in translations]
        return shown[-1]

    async def follow(
        self, text: str, /, *, source: Language, target: Language, final: bool
    ) -> AsyncGenerator[Translation]:
        """A sentence word by word; nothing for a tail.

        A translation that lost a number or a name is asked for once more, with what it lost.
        """
        way = (source, target)
        _check(text, way)
        if not final:
            return
        best = translation = Translation("")
        gone: tuple[str, ...] = ()
        for _ in range(2):
            try:
                async with aclosing(self._attempt(text, way, gone)) as translations:
                    async for translation in translations:
                        yield translation
            except (EngineFailed, NotFound):
                if not best.text:
                    raise
                break
            left = lost(text, translation.text, languages=way, names=self._names)
            if not best.text or len(left) < len(gone):
                best, gone = translation, left
            if not left:
                break
        if best != translation:
            yield best

    async def _attempt(
        self, text: str, way: Way, gone: tuple[str, ...]
    ) -> AsyncGenerator[Translation]:
        """One answer as it grows; at least one translation that is not empty, or an error."""
        asked = question(self._settings, text, way, names=self._names, lost=gone)
        reply, growing = Answer(), Growing(repeats=is_qwen_mt(self._settings.model))
        given = Translation("")
        async with aclosing(self._sender.send(asked)) as pieces:
            async for piece in pieces:
                for item in reply.feed(piece):
                    growing.add(item.text if isinstance(item, Words) else "")
                if reply.problem or len(growing.text) > WORDIEST * (len(text) + 50):
                    break
                translation = answer(growing.text, text, way[1])
                if translation.text and translation != given:
                    given = translation
                    yield given
        for item in reply.end():
            growing.add(item.text if isinstance(item, Words) else "")
        if len(growing.text) > WORDIEST * (len(text) + 50):
            raise EngineFailed("the model goes on and on instead of translating")
        if reply.problem:
            raise EngineFailed(asked.shown(reply.problem))
        translation = answer(growing.text, text, way[1])
        if not any(map(str.isalnum, translation.text)):
            raise NotFound("the model has no words for this")
        if translation != given:
            yield translation


def _check(text: str, way: Way) -> None:
    """Raise UnsupportedLanguage or NotFound for what no model should be asked."""
    for language in way:
        if language not in languages():
            raise UnsupportedLanguage(f"{language} has no name to ask a model for")
    if not any(map(str.isalnum, text)) or len(text) > LONGEST:
        raise NotFound("nothing to translate, or too long")
