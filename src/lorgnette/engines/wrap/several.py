"""Several providers of an engine as one: each request is left to the first that can do it."""

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from typing import Final, Generic, TypeVar

from lorgnette.core.errors import (
    EngineFailed,
    MissingPart,
    NoMap,
    NotFound,
    UnsupportedLanguage,
)
from lorgnette.core.types import Language, Sound
from lorgnette.engines.recogniser import Hearing, Recogniser, Vocabulary
from lorgnette.engines.translator import Translation, Translator, Way, follow, ways
from lorgnette.engines.voice import Voice

T = TypeVar("T")

MOST_USEFUL: Final = (EngineFailed, NotFound, MissingPart, UnsupportedLanguage, NoMap)
"""Of several errors, the one to tell: asking again may help, then other words, then a package."""


class Several(Generic[T]):
    """Providers of one engine by name, in the order in which they are asked."""

    def __init__(self, parts: Mapping[str, T]) -> None:
        """`parts`: at least one."""
        self.parts = dict(parts)

    async def warm_up(self) -> None:
        """Let all load that have something to load. Raises only when none of them works."""
        errors: list[Exception] = []
        for part in self.parts.values():
            try:
                if warm := getattr(part, "warm_up", None):
                    await warm()
            except Exception as error:  # noqa: BLE001 - a stranger's engine may raise anything
                errors.append(error)
        if len(errors) == len(self.parts):
            raise most_useful(errors)

    async def aclose(self) -> None:
        """Close those that can be closed, all of them whatever one does."""
        async with AsyncExitStack() as stack:
            for part in self.parts.values():
                if close := getattr(part, "aclose", None):
                    stack.push_async_callback(close)


class SeveralRecognisers(Several[Recogniser]):
    """A `Recogniser` that leaves an utterance to the first of others that can hear it."""

    @asynccontextmanager
    async def open(
        self, language: Language, vocabulary: Vocabulary | None = None
    ) -> AsyncIterator[Hearing]:
        """Start to hear one utterance.

        When nobody can, raises the most useful of the errors; its notes tell the others.
        """
        async with AsyncExitStack() as stack:
            yield await self._opened(stack, language, vocabulary)

    async def _opened(
        self, stack: AsyncExitStack, language: Language, vocabulary: Vocabulary | None
    ) -> Hearing:
        errors: list[Exception] = []
        for part in self.parts.values():
            try:
                return await stack.enter_async_context(part.open(language, vocabulary))
            except Exception as error:  # noqa: BLE001 - a stranger's engine may raise anything
                errors.append(error)
        if all(isinstance(error, UnsupportedLanguage) for error in errors):
            raise UnsupportedLanguage("; ".join(map(str, errors)))
        raise most_useful(errors)


class SeveralVoices(Several[Voice]):
    """A `Voice` that leaves a sentence to the first of others that can say it."""

    async def speak(self, text: str, /, language: Language) -> AsyncGenerator[Sound]:
        """Chunks as the voice gives them; nothing is ever said twice.

        When nobody can, raises the most useful of the errors; its notes tell the others.
        """
        errors: list[Exception] = []
        for part in self.parts.values():
            begun = False
            try:
                async with aclosing(part.speak(text, language)) as sounds:
                    async for sound in sounds:
                        begun = True
                        yield sound
            except Exception as error:
                if begun:
                    raise
                errors.append(error)
            else:
                return
        raise most_useful(errors)


class SeveralTranslators(Several[Translator]):
    """A `Translator` that asks others in turn, the most trusted first."""

    @property
    def ways(self) -> AbstractSet[Way]:
        """The ways of all."""
        return frozenset[Way]().union(*(ways(part) for part in self.parts.values()))

    async def translate(self, text: str, /, *, source: Language, target: Language) -> Translation:
        """The first translation there is.

        When nobody has one, raises the most useful of the errors; its notes tell the others.
        """
        errors: list[Exception] = []
        for part in self.parts.values():
            try:
                return await part.translate(text, source=source, target=target)
            except Exception as error:  # noqa: BLE001 - a stranger's engine may raise anything
                errors.append(error)
        raise most_useful(errors)

    async def follow(
        self, text: str, /, *, source: Language, target: Language, final: bool
    ) -> AsyncGenerator[Translation]:
        """What the first says that says anything; if it breaks, the next one begins anew."""
        errors: list[Exception] = []
        for part in self.parts.values():
            stream = follow(part, text, source=source, target=target, final=final)
            given = False
            try:
                async with aclosing(stream) as translations:
                    async for translation in translations:
                        given = True
                        yield translation
            except Exception as error:  # noqa: BLE001 - a stranger's engine may raise anything
                errors.append(error)
            else:
                if given:
                    return
        if errors:
            raise most_useful(errors)


def most_useful(errors: list[Exception]) -> Exception:
    """The error to tell of several, with the others as its notes."""
    best = min(errors, key=_rank)
    for error in errors:
        if error is not best:
            best.add_note(f"{type(error).__name__}: {error}")
    return best


def _rank(error: Exception) -> int:
    ranks = (rank for rank, kind in enumerate(MOST_USEFUL) if isinstance(error, kind))
    return next(ranks, 0)  # what nobody foresaw is like an engine that broke
