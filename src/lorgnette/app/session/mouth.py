"""Says what is to be said: sentence by sentence, at most a moment ahead of the wearer's ear."""

import logging
import math
import unicodedata
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Protocol

import anyio
from msgspec.structs import replace

from lorgnette.app.gauge import Gauge
from lorgnette.app.tracing import report
from lorgnette.core import effects as do
from lorgnette.core import events as on
from lorgnette.core.scripts import runs
from lorgnette.core.sentences import sentences
from lorgnette.core.types import SAMPLE_RATE, Epoch, Language, Sound, samples_in
from lorgnette.engines import Voice

log = logging.getLogger(__name__)

LEAD = 0.2
"""Seconds of speech that may be sent ahead of what was played, so that stopping is stopping."""

PIECE = SAMPLE_RATE // 50
"""Samples sent at once: 20 ms."""

BREATH = 0.2
"""Seconds of silence between sentences; voices leave none."""

PATIENCE = 2.5
"""Seconds to wait for the next sound of a voice that hangs."""

WAITING = 10_000
"""Characters that may wait to be said, in texts with one more for each: ten minutes of speech."""

LETTER, IDEOGRAPH = 0.07, 0.22
"""Seconds that a character takes to say, about."""


class Ear(Protocol):
    """Where speech goes: the glasses' loudspeaker, at the other end of the link."""

    def begin(self, sentence: on.Sounding, language: Language, side: int) -> None:
        """A sentence begins, heard from its `side`; where no voice is, it is to be read."""

    def sound(self, epoch: Epoch, sample: int, piece: Sound) -> None:
        """The next piece, beginning at `sample` of the epoch's speech."""

    def end(self, epoch: Epoch, samples: int) -> None:
        """There is no more speech in this epoch."""

    def failed(self, epoch: Epoch, reason: str) -> None:
        """The voice failed: what was to be said can only be shown."""


@dataclass
class Talk:
    """The speech of one epoch: how much was sent, when it began, how much was played."""

    epoch: Epoch
    started: float = 0.0
    sent: int = 0
    reported: int = 0
    reported_at: float = 0.0

    def ahead(self, now: float) -> float:
        """Seconds that were sent but cannot have been heard yet."""
        if not self.sent:
            return 0.0
        played = (now - self.started) * SAMPLE_RATE
        if self.reported_at:
            played = min(played, self.reported + (now - self.reported_at) * SAMPLE_RATE)
        return self.sent / SAMPLE_RATE - max(0.0, played) / SAMPLE_RATE


class Mouth:
    """Speaks for one session. Words of an older epoch are dropped wherever they are."""

    def __init__(
        self, voice: Voice | None, ear: Ear, post: Callable[[on.Event], None], gauge: Gauge
    ) -> None:
        """Without a `voice` nothing is said, and what was to be said is at once finished."""
        self.voice = voice
        self.gauge = gauge
        self.ear = ear
        self.post = post
        self.epoch = Epoch(0)
        self.talk = Talk(Epoch(-1))
        self.silence = anyio.CancelScope()
        self.waiting = 0
        self.send, self.words = anyio.create_memory_object_stream[do.Speak](math.inf)

    def say(self, speech: do.Speak) -> None:
        """Say a text after what is being said.

        When more waits than anybody listens to, this text is left out, and what waits is said.
        """
        if self.waiting and self.waiting + len(speech.text) > WAITING:
            log.warning("too much waits to be said: %d characters are left out", len(speech.text))
            if speech.more:
                return
            speech = replace(speech, text="")
        self.waiting += len(speech.text) + 1
        self.send.send_nowait(speech)

    def flush(self, epoch: Epoch) -> None:
        """Fall silent: nothing up to and including this epoch is said any more."""
        self.epoch = Epoch(epoch + 1)
        self.waiting = 0
        if self.talk.epoch <= epoch:
            self.silence.cancel()

    def played(self, epoch: Epoch, sample: int) -> None:
        """The glasses tell how much of the epoch's speech they have played."""
        if epoch == self.talk.epoch:
            self.talk.reported = max(self.talk.reported, sample)
            self.talk.reported_at = anyio.current_time()

    async def run(self) -> None:
        """Say everything that comes, until cancelled."""
        async with self.send, self.words:
            async for speech in self.words:
                if speech.epoch >= self.epoch:
                    self.waiting -= len(speech.text) + 1
                    await self.say_one(speech)

    async def say_one(self, speech: do.Speak) -> None:
        """Say one text, unless the wearer wants silence before its end."""
        with anyio.CancelScope() as self.silence:
            await self.speak(speech)
            if not speech.more:
                await self.close(speech.epoch)
        if not self.silence.cancelled_caught and not speech.more:
            self.post(on.Finished(speech.epoch))

    async def speak(self, speech: do.Speak) -> None:
        """Say one text; a voice that fails is told once and the rest is left unsaid."""
        epoch, language = speech.epoch, speech.language
        if epoch != self.talk.epoch:
            self.talk = Talk(epoch)
        for sentence in sentences(speech.text):
            if self.talk.sent:
                await self.pause()
            begun = on.Sounding(epoch, sentence, self.talk.sent + length(sentence), self.talk.sent)
            self.ear.begin(begun, language, speech.side)
            if self.voice is None:
                continue
            self.post(begun)
            try:
                for words, spoken in runs(sentence, language):
                    await self.utter(words, spoken)
            except Exception as error:  # noqa: BLE001 - a stranger's voice may raise anything
                report(log, "the voice failed", error)
                self.ear.failed(epoch, f"{type(error).__name__}: {error}")
                return
            self.post(on.Sounding(epoch, sentence, self.talk.sent, begun.start))

    async def pause(self) -> None:
        """Take a breath between two sentences."""
        for _ in range(round(BREATH * SAMPLE_RATE / PIECE)):
            await self.piece(bytes(2 * PIECE))

    async def utter(self, text: str, language: Language) -> None:
        """Send the sound of words of one language, never further ahead than `LEAD`."""
        assert self.voice is not None  # noqa: S101 - `speak` has asked
        async with aclosing(self.voice.speak(text, language)) as sounds:
            while sound := await self.next_sound(sounds):
                for start in range(0, len(sound), 2 * PIECE):
                    await self.piece(sound[start : start + 2 * PIECE])

    async def next_sound(self, sounds: AsyncGenerator[Sound]) -> Sound:
        """The next sound of a voice, empty after the last; TimeoutError when the voice hangs."""
        with self.gauge.busy(), anyio.fail_after(PATIENCE):
            async for sound in sounds:
                if sound:
                    return sound
        return b""

    async def piece(self, piece: Sound) -> None:
        """Send one piece as soon as it is not too early."""
        early = self.talk.ahead(anyio.current_time()) - LEAD
        if early > 0:
            await anyio.sleep(early)
        if not self.talk.sent:
            self.talk.started = anyio.current_time()
        self.ear.sound(self.talk.epoch, self.talk.sent, piece)
        self.talk.sent += samples_in(piece)

    async def close(self, epoch: Epoch) -> None:
        """Say that no more comes, and wait until it has been heard."""
        self.ear.end(epoch, self.talk.sent)
        left = self.talk.ahead(anyio.current_time())
        if left > 0:
            await anyio.sleep(left)


def length(sentence: str) -> int:
    """A guess at how many samples a sentence takes to say, before it is said."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in sentence)
    return round((LETTER * (len(sentence) - wide) + IDEOGRAPH * wide) * SAMPLE_RATE)
