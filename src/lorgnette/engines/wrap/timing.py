"""How long an engine takes: wrappers of the same shape that tell it."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import aclosing, asynccontextmanager, contextmanager
from typing import Literal

import msgspec

from lorgnette.core.types import Language, Sound
from lorgnette.engines.recogniser import Hearing, Recogniser, Transcript, Vocabulary
from lorgnette.engines.seer import Seer
from lorgnette.engines.thinker import Call, Message, Thinker, Tool, Words
from lorgnette.engines.translator import Translation, Translator, Way, follow, ways
from lorgnette.engines.voice import Voice


class Timing(msgspec.Struct, frozen=True):
    """One use of an engine, in seconds: until its first item, and until it was left.

    `stopped` when whoever asked left early, `failed` when it raised. `provider` says which did it
    where there are several. Neither what was asked nor what was answered is told.
    """

    engine: str
    first: float | None
    total: float
    outcome: Literal["done", "stopped", "failed"]
    provider: str = ""


class Stopwatch:
    """Times the uses of one engine, several at once."""

    def __init__(
        self,
        engine: str,
        clock: Callable[[], float],
        tell: Callable[[Timing], None],
        provider: str = "",
    ) -> None:
        """`clock` gives seconds; `tell` gets every timing, and must not raise."""
        self._engine = engine
        self._provider = provider
        self._clock = clock
        self._tell = tell

    @contextmanager
    def run(self) -> Iterator[Callable[[], None]]:
        """Time one use; what it gives is to be called at every item."""
        began = self._clock()
        firsts: list[float] = []
        outcome: Literal["done", "stopped", "failed"] = "stopped"

        def item() -> None:
            if not firsts:
                firsts.append(self._clock() - began)

        try:
            yield item
            outcome = "done"
        except Exception:
            outcome = "failed"
            raise
        finally:
            total = self._clock() - began
            first = firsts[0] if firsts else None
            self._tell(Timing(self._engine, first, total, outcome, self._provider))


class TimedVoice:
    """A `Voice` that is timed."""

    def __init__(self, voice: Voice, stopwatch: Stopwatch) -> None:
        """`voice` does the work."""
        self._voice = voice
        self._stopwatch = stopwatch

    async def speak(self, text: str, /, language: Language) -> AsyncGenerator[Sound]:
        """Chunks as the voice gives them."""
        with self._stopwatch.run() as item:
            async with aclosing(self._voice.speak(text, language)) as sounds:
                async for sound in sounds:
                    item()
                    yield sound


class TimedThinker:
    """A `Thinker` that is timed."""

    def __init__(self, thinker: Thinker, stopwatch: Stopwatch) -> None:
        """`thinker` does the work."""
        self._thinker = thinker
        self._stopwatch = stopwatch

    async def think(
        self, messages: Sequence[Message], tools: Sequence[Tool] = ()
    ) -> AsyncGenerator[Words | Call]:
        """Words and calls as the thinker gives them."""
        with self._stopwatch.run() as item:
            async with aclosing(self._thinker.think(messages, tools)) as thoughts:
                async for thought in thoughts:
                    item()
                    yield thought


class TimedSeer:
    """A `Seer` that is timed."""

    def __init__(self, seer: Seer, stopwatch: Stopwatch) -> None:
        """`seer` does the work."""
        self._seer = seer
        self._stopwatch = stopwatch

    async def see(
        self, pictures: Sequence[bytes], question: str, /, *, language: Language
    ) -> AsyncGenerator[str]:
        """Words as the seer gives them."""
        with self._stopwatch.run() as item:
            async with aclosing(self._seer.see(pictures, question, language=language)) as words:
                async for text in words:
                    item()
                    yield text


class TimedTranslator:
    """A `Translator` that is timed."""

    def __init__(self, translator: Translator, stopwatch: Stopwatch) -> None:
        """`translator` does the work."""
        self._translator = translator
        self._stopwatch = stopwatch

    @property
    def ways(self) -> AbstractSet[Way]:
        """The translator's ways."""
        return ways(self._translator)

    async def translate(self, text: str, /, *, source: Language, target: Language) -> Translation:
        """What the translator says."""
        with self._stopwatch.run() as item:
            translation = await self._translator.translate(text, source=source, target=target)
            item()
            return translation

    async def follow(
        self, text: str, /, *, source: Language, target: Language, final: bool
    ) -> AsyncGenerator[Translation]:
        """As it grows. A tail that nothing is given for counts as an answer, too."""
        stream = follow(self._translator, text, source=source, target=target, final=final)
        with self._stopwatch.run() as item:
            async with aclosing(stream) as translations:
                async for translation in translations:
                    item()
                    yield translation


class TimedRecogniser:
    """A `Recogniser` of which every transcript is timed; partials come too often to be told."""

    def __init__(self, recogniser: Recogniser, stopwatch: Stopwatch) -> None:
        """`recogniser` does the work."""
        self._recogniser = recogniser
        self._stopwatch = stopwatch

    @asynccontextmanager
    async def open(
        self, language: Language, vocabulary: Vocabulary | None = None
    ) -> AsyncIterator[Hearing]:
        """Start to hear one utterance."""
        async with self._recogniser.open(language, vocabulary) as hearing:
            yield _TimedHearing(hearing, self._stopwatch)

    async def warm_up(self) -> None:
        """Load models; that is not timed."""
        await self._recogniser.warm_up()


class _TimedHearing:
    def __init__(self, hearing: Hearing, stopwatch: Stopwatch) -> None:
        self._hearing = hearing
        self._stopwatch = stopwatch

    async def hear(self, sound: Sound, /) -> None:
        await self._hearing.hear(sound)

    async def partial(self) -> Transcript:
        return await self._hearing.partial()

    async def transcript(self) -> Transcript:
        with self._stopwatch.run() as item:
            transcript = await self._hearing.transcript()
            item()
            return transcript
