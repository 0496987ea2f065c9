"""What an engine was asked and what it answered, written down so that it can be replayed.

A record holds the wearer's words: it goes only where the wearer has allowed it, such as into the
journal of their own session. Sound is not recorded, only how much there was.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import aclosing, asynccontextmanager

import msgspec

from lorgnette.core.types import Language, Sound, samples_in
from lorgnette.engines.recogniser import Hearing, Recogniser, Transcript, Vocabulary
from lorgnette.engines.thinker import Call, Message, Thinker, Tool, Words
from lorgnette.engines.translator import Translation, Translator, Way, follow, ways
from lorgnette.engines.voice import Voice


class Spoken(msgspec.Struct, frozen=True, tag=True):
    """A voice was asked to speak; so many samples of it were wanted."""

    text: str
    language: Language
    samples: int


class Thought(msgspec.Struct, frozen=True, tag=True):
    """A thinker was asked; so much of its answer was wanted. Tools are named only."""

    messages: tuple[Message, ...]
    tools: tuple[str, ...]
    answer: tuple[Words | Call, ...]


class Translated(msgspec.Struct, frozen=True, tag=True):
    """A translator was asked, and answered."""

    text: str
    source: Language
    target: Language
    translation: Translation


class Transcribed(msgspec.Struct, frozen=True, tag=True):
    """A recogniser had heard so many samples of an utterance, and understood this."""

    samples: int
    transcript: Transcript


Record = Spoken | Thought | Translated | Transcribed
Write = Callable[[Record], None]


class RecordedVoice:
    """A `Voice` whose words are written down."""

    def __init__(self, voice: Voice, write: Write) -> None:
        """`voice` does the work; `write` gets every record, and must not raise."""
        self._voice = voice
        self._write = write

    async def speak(self, text: str, /, language: Language) -> AsyncGenerator[Sound]:
        """Chunks as the voice gives them."""
        samples = 0
        try:
            async with aclosing(self._voice.speak(text, language)) as sounds:
                async for sound in sounds:
                    samples += samples_in(sound)
                    yield sound
        finally:
            self._write(Spoken(text, language, samples))


class RecordedThinker:
    """A `Thinker` whose answers are written down."""

    def __init__(self, thinker: Thinker, write: Write) -> None:
        """`thinker` does the work; `write` gets every record, and must not raise."""
        self._thinker = thinker
        self._write = write

    async def think(
        self, messages: Sequence[Message], tools: Sequence[Tool] = ()
    ) -> AsyncGenerator[Words | Call]:
        """Words and calls as the thinker gives them."""
        answer: list[Words | Call] = []
        try:
            async with aclosing(self._thinker.think(messages, tools)) as thoughts:
                async for thought in thoughts:
                    answer.append(thought)
                    yield thought
        finally:
            names = tuple(tool.name for tool in tools)
            self._write(Thought(tuple(messages), names, tuple(answer)))


class RecordedTranslator:
    """A `Translator` whose translations are written down."""

    def __init__(self, translator: Translator, write: Write) -> None:
        """`translator` does the work; `write` gets every record, and must not raise."""
        self._translator = translator
        self._write = write

    @property
    def ways(self) -> AbstractSet[Way]:
        """The translator's ways."""
        return ways(self._translator)

    async def translate(self, text: str, /, *, source: Language, target: Language) -> Translation:
        """What the translator says."""
        translation = await self._translator.translate(text, source=source, target=target)
        self._write(Translated(text, source, target, translation))
        return translation

    async def follow(
        self, text: str, /, *, source: Language, target: Language, final: bool
    ) -> AsyncGenerator[Translation]:
        """As it grows; the translation that is kept is written down, tails are not."""
        translation: Translation | None = None
        stream = follow(self._translator, text, source=source, target=target, final=final)
        async with aclosing(stream) as translations:
            async for translation in translations:
                yield translation
        if translation is not None and final:
            self._write(Translated(text, source, target, translation))


class RecordedRecogniser:
    """A `Recogniser` whose transcripts are written down."""

    def __init__(self, recogniser: Recogniser, write: Write) -> None:
        """`recogniser` does the work; `write` gets every record, and must not raise."""
        self._recogniser = recogniser
        self._write = write

    @asynccontextmanager
    async def open(
        self, language: Language, vocabulary: Vocabulary | None = None
    ) -> AsyncIterator[Hearing]:
        """Start to hear one utterance."""
        async with self._recogniser.open(language, vocabulary) as hearing:
            yield _RecordedHearing(hearing, self._write)

    async def warm_up(self) -> None:
        """Load models."""
        await self._recogniser.warm_up()


class _RecordedHearing:
    def __init__(self, hearing: Hearing, write: Write) -> None:
        self._hearing = hearing
        self._write = write
        self._samples = 0

    async def hear(self, sound: Sound, /) -> None:
        self._samples += samples_in(sound)
        await self._hearing.hear(sound)

    async def partial(self) -> Transcript:
        return self._written(await self._hearing.partial())

    async def transcript(self) -> Transcript:
        return self._written(await self._hearing.transcript())

    def _written(self, transcript: Transcript) -> Transcript:
        self._write(Transcribed(self._samples, transcript))
        return transcript
