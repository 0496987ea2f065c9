"""One utterance that a network hears as a whole, in worker threads."""

import functools

import anyio
import anyio.to_thread

from lorgnette.core.types import SAMPLE_BYTES, Language, Sound
from lorgnette.engines import Transcript, Vocabulary
from lorgnette.providers.whole.utterance import Considered, Network, consider


class WholeHearing:
    """One utterance being heard."""

    def __init__(
        self,
        network: Network,
        language: Language,
        vocabulary: Vocabulary | None,
        threads: anyio.CapacityLimiter,
    ) -> None:
        """`threads` bounds how many utterances are thought about at once."""
        self._network = network
        self._vocabulary = vocabulary
        self._threads = threads
        self._sound = bytearray()
        self._considered = 0
        self._last = Considered(Transcript("", language))

    async def hear(self, sound: Sound, /) -> None:
        """Take the next piece of sound."""
        self._sound += sound

    async def partial(self) -> Transcript:
        """The best guess that says much the same as the last one. Raises EngineFailed."""
        return await self._consider(hasty=True)

    async def transcript(self) -> Transcript:
        """The best guess about everything heard so far. Raises EngineFailed.

        When cancelled, the thread ends its work unheeded: nothing of it reaches a later guess.
        """
        return await self._consider(hasty=False)

    async def _consider(self, *, hasty: bool) -> Transcript:
        sound = bytes(self._sound)
        if len(sound) > self._considered or self._last.partial > hasty:
            now = await anyio.to_thread.run_sync(
                functools.partial(consider, partial=hasty),
                sound,
                self._last,
                self._network,
                self._vocabulary,
                abandon_on_cancel=True,
                limiter=self._threads,
            )
            settled = (now.samples - self._last.samples) * SAMPLE_BYTES
            del self._sound[:settled]
            self._considered = len(sound) - settled
            self._last = now
        return self._last.transcript
