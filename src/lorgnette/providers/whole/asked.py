"""One utterance about which a server is asked."""

from collections.abc import Awaitable, Callable
from typing import Final

from lorgnette.core.errors import EngineFailed
from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Language, Sound
from lorgnette.engines import Transcript

MOST: Final = 600 * SAMPLE_RATE * SAMPLE_BYTES
"""Bytes of one utterance: ten minutes."""


class AskedHearing:
    """One utterance being heard. The server hears it as a whole, and not what is silent."""

    def __init__(self, ask: Callable[[Sound], Awaitable[str]], language: Language) -> None:
        """`ask` gives the text of a sound, or raises EngineFailed."""
        self._ask = ask
        self._considered = 0
        self._last = Transcript("", language)
        self.sound = bytearray()

    async def hear(self, sound: Sound, /) -> None:
        """Take the next piece of sound."""
        self.sound += sound[: MOST + 1 - len(self.sound)]

    async def partial(self) -> Transcript:
        """The last transcript: the server is not asked while one speaks."""
        return self._last

    async def transcript(self) -> Transcript:
        """What the server hears in everything so far. Raises EngineFailed."""
        from lorgnette.providers.whole.sound import floats, speech_in

        sound = bytes(self.sound)
        if len(sound) > MOST:
            raise EngineFailed("the utterance is longer than ten minutes")
        if len(sound) > self._considered:
            start, end = speech_in(floats(sound))
            text = await self._ask(sound) if start < end else ""
            self._last = Transcript(text, self._last.language)
            self._considered = len(sound)
        return self._last
