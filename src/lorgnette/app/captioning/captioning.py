"""The captions of one microphone in one language, for any number of readers.

Three tasks, none of which waits for another longer than it must: one takes sound in, one asks the
recogniser, one asks whose voices they are. Sound is never refused. When the recogniser is behind,
it is asked less often about what is still being said; what cannot be worked off at all is told as
`Missed`.
"""

import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AbstractContextManager
from typing import Final, NamedTuple, TypeVar

import anyio
import anyio.lowlevel

from lorgnette.app.captioning.asking import Asking
from lorgnette.app.captioning.feed import Feed, Reader
from lorgnette.app.tracing import report
from lorgnette.core.captions import CaptionEvent
from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Language, Sound
from lorgnette.engines import Recogniser, SpeakerEmbedder, VoiceActivity
from lorgnette.engines.diariser import Diariser
from lorgnette.senses.captioner import Captioner, CaptionRules, Question
from lorgnette.senses.voices import Voices

log = logging.getLogger(__name__)

PATIENCE: Final = 20.0
"""Seconds the recogniser may take for a piece; then it is missed."""

VOICE_PATIENCE: Final = 3.0
"""Seconds the engines of voices may take; then the words come without a speaker."""

GULP: Final = SAMPLE_RATE // 4 * SAMPLE_BYTES
"""Bytes that are taken in at once, before others get their turn."""

T = TypeVar("T")


class CaptionEngines(NamedTuple):
    """What captions need, and what makes them better."""

    recogniser: Recogniser
    activity: VoiceActivity
    diariser: Diariser | None = None
    embedder: SpeakerEmbedder | None = None


async def _never() -> None:
    """Nothing more urgent is going on."""


class Captioning:
    """Give it sound with `hear`, and read the events from `read`."""

    def __init__(
        self,
        engines: CaptionEngines,
        language: Language,
        rules: CaptionRules | None = None,
        urgent: Callable[[], Awaitable[None]] = _never,
    ) -> None:
        """`urgent` waits until nothing more urgent is thought about, such as a command."""
        self._engines = engines
        self._captioner = Captioner(engines.activity, language, rules)
        self._voices = Voices(self._captioner, parting=engines.diariser is not None)
        self._urgent = urgent
        self._sound: deque[tuple[int, Sound]] = deque()
        self._ending = self._ended = False
        self._change = anyio.Event()
        self._feed = Feed()

    def hear(self, first: int, sound: Sound) -> None:
        """Take sound whose first sample has that number. Returns at once."""
        self._sound.append((first, sound))
        self._changed()

    def exclude(self, first: int, last: int | None = None) -> None:
        """Leave out what is said from sample `first` to `last`: it was meant for the hub.

        Without `last` everything is left out, until it is said again with one.
        """
        self._write(self._captioner.exclude(first, last))

    def read(self) -> AbstractContextManager[Reader]:
        """A reader of all events from now on."""
        return self._feed.read()

    def finish(self) -> None:
        """No more sound comes: `run` returns when everything heard is written down."""
        self._ending = True
        self._changed()

    async def run(self) -> None:
        """Write captions until finished or cancelled. Raises UnsupportedLanguage at once."""
        async with self._engines.recogniser.open(self._captioner.language):
            pass  # it says at once whether it knows the language
        try:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(self._listen)
                tasks.start_soon(self._recognise)
                tasks.start_soon(self._tell_voices_apart)
        finally:
            self._feed.end()

    async def _listen(self) -> None:
        """Take in what has come, a little at a time."""
        while True:
            while self._sound:
                first, sound = self._sound.popleft()
                if len(sound) > GULP:
                    self._sound.appendleft((first + GULP // SAMPLE_BYTES, sound[GULP:]))
                self._write(self._captioner.hear(first, sound[:GULP]))
                await anyio.lowlevel.checkpoint()
            if self._ending:
                self._write(self._captioner.end())
                self._ended = True
                self._changed()
                return
            await self._change.wait()

    async def _recognise(self) -> None:
        """Ask the recogniser what there is to ask, one question after another."""
        async with Asking(self._engines.recogniser, self._captioner.language) as asking:
            while not self._over:
                question = self._captioner.question()
                if question is None:
                    await self._change.wait()
                    continue
                await self._urgent()
                await self._feed.room()
                self._write(await self._answer(asking, question))

    async def _answer(self, asking: Asking, question: Question) -> list[CaptionEvent]:
        try:
            with anyio.fail_after(PATIENCE):
                heard = await asking.ask(question)
        except Exception as error:  # noqa: BLE001 - a stranger's recogniser may raise anything
            report(log, "the recogniser failed in captions", error)
            await asking.forget()
            return self._captioner.failed(question)
        return self._captioner.answer(question, heard)

    async def _tell_voices_apart(self) -> None:
        """Ask whose voices they are; without an answer the words come all the same."""
        while True:
            over = self._over
            if await self._divide() or await self._name():
                continue
            if over:
                return
            await self._change.wait()

    async def _divide(self) -> bool:
        """Whether there was a piece of which to ask whether another voice took over in it."""
        if self._engines.diariser is None:
            return False
        known = self._captioner.parted
        piece = self._voices.undivided()
        if piece is not None:
            await self._urgent()
            spans = await self._try(self._engines.diariser.turns(piece.sound), ())
            self._write(self._voices.divided(piece, spans))
        elif self._captioner.parted != known:
            self._changed()
        return piece is not None

    async def _name(self) -> bool:
        """Whether there was a line of which to ask whose voice it is."""
        if self._engines.embedder is None:
            return False
        spoken = self._voices.unnamed()
        if spoken is not None:
            await self._urgent()
            speech = spoken.speech
            voice = await self._try(self._engines.embedder.embed(speech.voice), None)
            self._write(self._voices.named(spoken, voice))
        return spoken is not None

    async def _try(self, asked: Awaitable[T], otherwise: T) -> T:
        """An answer about voices; when there is none, another."""
        try:
            with anyio.fail_after(VOICE_PATIENCE):
                return await asked
        except Exception as error:  # noqa: BLE001 - a stranger's engine may raise anything
            report(log, "nobody can tell voices apart", error)
            return otherwise

    @property
    def idle(self) -> bool:
        """Whether all that was heard is written down and has its speakers, as far as can be now."""
        named = self._engines.embedder is None or not self._captioner.said
        return not self._sound and self._captioner.idle and named

    @property
    def _over(self) -> bool:
        return self._ended and self._captioner.idle

    def _write(self, events: Iterable[CaptionEvent]) -> None:
        self._feed.write(events)
        self._changed()

    def _changed(self) -> None:
        self._change.set()
        self._change = anyio.Event()
