"""Asking again: wrappers for engines that now and then fail for no lasting reason.

Only an error that says it is worth another try is tried again, and a stream only as long as
nothing of it was given: nothing is ever said twice. There is none for a recogniser, whose
utterance would be lost.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import aclosing
from typing import TypeVar

from lorgnette.core.errors import OperatorError
from lorgnette.core.types import Language, Sound
from lorgnette.engines.thinker import Call, Message, Thinker, Tool, Words
from lorgnette.engines.translator import Translation, Translator, Way, follow, ways
from lorgnette.engines.voice import Voice
from lorgnette.engines.wrap.wrapper import Wrapper

T = TypeVar("T")
Sleep = Callable[[float], Awaitable[None]]


class Patience:
    """How often to ask, and how long to wait before asking again."""

    def __init__(self, sleep: Sleep, *, times: int = 2, wait: float = 0.1) -> None:
        """Ask `times` times at most; wait `wait` seconds, then twice as long, and so on."""
        self._sleep = sleep
        self._times = times
        self._wait = wait

    async def ask(self, verb: Callable[[], Awaitable[T]]) -> T:
        """The answer, or the error of the last time."""
        for attempt in range(1, self._times):
            try:
                return await verb()
            except OperatorError as error:
                if not error.retryable:
                    raise
            await self._pause(attempt)
        return await verb()

    async def follow(self, open_stream: Callable[[], AsyncGenerator[T]]) -> AsyncGenerator[T]:
        """The items of a stream, opened again when it fails before its first item."""
        for attempt in range(1, self._times + 1):
            begun = False
            try:
                async with aclosing(open_stream()) as items:
                    async for item in items:
                        begun = True
                        yield item
            except OperatorError as error:
                if begun or not error.retryable or attempt == self._times:
                    raise
            else:
                return
            await self._pause(attempt)

    async def _pause(self, attempt: int) -> None:
        await self._sleep(self._wait * 2 ** (attempt - 1))


class RetryingVoice(Wrapper[Voice]):
    """A `Voice` that begins again when it failed before the first sound."""

    def __init__(self, inner: Voice, patience: Patience) -> None:
        """`inner` does the work."""
        super().__init__(inner)
        self._patience = patience

    async def speak(self, text: str, /, language: Language) -> AsyncGenerator[Sound]:
        """Chunks as the voice gives them."""
        stream = self._patience.follow(lambda: self.inner.speak(text, language))
        async with aclosing(stream) as sounds:
            async for sound in sounds:
                yield sound


class RetryingThinker(Wrapper[Thinker]):
    """A `Thinker` that is asked again when it failed before the first word."""

    def __init__(self, inner: Thinker, patience: Patience) -> None:
        """`inner` does the work."""
        super().__init__(inner)
        self._patience = patience

    async def think(
        self, messages: Sequence[Message], tools: Sequence[Tool] = ()
    ) -> AsyncGenerator[Words | Call]:
        """Words and calls as the thinker gives them."""
        stream = self._patience.follow(lambda: self.inner.think(messages, tools))
        async with aclosing(stream) as thoughts:
            async for thought in thoughts:
                yield thought


class RetryingTranslator(Wrapper[Translator]):
    """A `Translator` that is asked again when it failed."""

    def __init__(self, inner: Translator, patience: Patience) -> None:
        """`inner` does the work."""
        super().__init__(inner)
        self._patience = patience

    @property
    def ways(self) -> AbstractSet[Way]:
        """The translator's ways."""
        return ways(self.inner)

    async def translate(self, text: str, /, *, source: Language, target: Language) -> Translation:
        """What the translator says."""
        return await self._patience.ask(
            lambda: self.inner.translate(text, source=source, target=target)
        )

    async def follow(
        self, text: str, /, *, source: Language, target: Language, final: bool
    ) -> AsyncGenerator[Translation]:
        """As it grows; begun again only when nothing of it was given."""
        stream = self._patience.follow(
            lambda: follow(self.inner, text, source=source, target=target, final=final)
        )
        async with aclosing(stream) as translations:
            async for translation in translations:
                yield translation
