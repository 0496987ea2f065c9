"""One utterance that a network hears while it is said.

A streaming network is a little behind: it wants the sound that follows before it says what was.
Where the sound ends in silence it is given more silence, which changes nothing but the length of a
pause. Where it ends within a word, the last phrase is heard once more by itself and ended with
silence, so that the utterance itself goes on as if nobody had asked.
"""

import threading
from typing import Final

import anyio
import anyio.to_thread
import numpy as np

from lorgnette.core.errors import EngineFailed
from lorgnette.core.types import SAMPLE_RATE, Language, Sound
from lorgnette.engines import Transcript
from lorgnette.providers.sherpa.networks import Streaming
from lorgnette.providers.whole.sound import Floats, floats, loudness
from lorgnette.providers.whole.utterance import SPACELESS

TAIL: Final = np.zeros(SAMPLE_RATE * 13 // 10, np.float32)
"""Silence after which every network has said what it heard: a paraformer takes 0.61 s twice."""

REST: Final = SAMPLE_RATE // 5
"""Samples of quiet at the end that count as a pause."""

HUSH: Final = 0.1
"""How loud a pause is at most, of the loudest in its phrase."""

SILENT: Final = 0.002
"""Loudness (root mean square, full scale is 1) that is always a pause."""


class Phrase:
    """What a network hears between two pauses; for one thread at a time."""

    def __init__(self, network: Streaming) -> None:
        """Nothing was heard yet."""
        self._network = network
        self._stream = network.listen()
        self._samples: list[Floats] = []
        self._loudest = 0.0
        self.text = ""

    def hear(self, samples: Floats) -> None:
        """Take more sound."""
        self._samples.append(samples)
        self._loudest = max(self._loudest, float(loudness(samples).max(initial=0.0)))
        self.text = self._network.hear(self._stream, samples)

    @property
    def pauses(self) -> bool:
        """Whether the sound ends in a pause."""
        end = np.concatenate(self._samples)[-REST:]
        if len(end) < REST:
            return False
        return float(loudness(end).max(initial=0.0)) <= max(SILENT, HUSH * self._loudest)

    def ended(self) -> str:
        """What was said, up to the last word; nothing more can be heard after that."""
        return self._network.hear(self._stream, TAIL)

    def as_if_ended(self) -> str:
        """What was said, up to the last word, found out without ending it."""
        whole = np.concatenate([*self._samples, TAIL])
        return self._network.hear(self._network.listen(), whole)


class StreamingHearing:
    """One utterance being heard. Made by `SherpaOnnx.open`."""

    def __init__(
        self, network: Streaming, language: Language, threads: anyio.CapacityLimiter
    ) -> None:
        """`threads` bounds how many utterances are thought about at once."""
        self._network = network
        self._language = language
        self._threads = threads
        self._new = bytearray()
        self._said: list[str] = []
        self._phrase: Phrase | None = None
        self._whole: str | None = ""
        self._thinking = threading.Lock()

    async def hear(self, sound: Sound, /) -> None:
        """Take the next piece of sound."""
        self._new += sound

    async def partial(self) -> Transcript:
        """What the network has said by now; it is about half a second behind."""
        return await self._think(whole=False)

    async def transcript(self) -> Transcript:
        """What was said up to the last word. Raises EngineFailed."""
        return await self._think(whole=True)

    async def _think(self, *, whole: bool) -> Transcript:
        """Think in a thread. One that is left by a cancellation is waited for by the next."""
        text = await anyio.to_thread.run_sync(
            self._text, whole, abandon_on_cancel=True, limiter=self._threads
        )
        return Transcript(text, self._language)

    def _text(self, whole: bool) -> str:
        with self._thinking:
            try:
                self._take()
                return self._ended() if whole else self._by_now()
            except Exception as error:
                raise EngineFailed(f"the recogniser failed: {type(error).__name__}") from error

    def _take(self) -> None:
        """Let the network hear what came."""
        usable = len(self._new) // 2 * 2
        if not usable:
            return
        samples = floats(bytes(self._new[:usable]))
        del self._new[:usable]
        self._whole = None
        self._phrase = self._phrase or Phrase(self._network)
        self._phrase.hear(samples)

    def _ended(self) -> str:
        """Everything, up to the last word. A phrase that a pause has ended is settled."""
        if self._whole is None and self._phrase is not None:
            if self._phrase.pauses:
                self._said.append(self._phrase.ended())
                self._phrase = None
                self._whole = self._joined()
            else:
                self._whole = self._joined(self._phrase.as_if_ended())
        return self._whole or ""

    def _by_now(self) -> str:
        return self._joined("" if self._phrase is None else self._phrase.text)

    def _joined(self, last: str = "") -> str:
        between = "" if self._language in SPACELESS else " "
        return between.join(filter(None, (*self._said, last)))
