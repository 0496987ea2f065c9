"""Speech arrives at the ear once, whatever is sent again."""

from lorgnette.core.types import SAMPLE_BYTES, Epoch, samples_in
from lorgnette.link.media import Speech

REMEMBERED = 16
"""Epochs whose length is remembered; more are never under way at once."""


class SpeechOnce:
    """Knows which speech the glasses have, and which was flushed."""

    def __init__(self) -> None:
        """Nothing was said."""
        self._next: dict[int, int] = {}
        self._flushed = -1

    def news(self, speech: Speech) -> Speech | None:
        """The part of a piece of speech that is new, if any."""
        if speech.epoch <= self._flushed:
            return None
        have = self._next.get(speech.epoch, 0)
        end = speech.sample + samples_in(speech.sound)
        if end <= have or not speech.sound:
            return None
        self._next[speech.epoch] = end
        if len(self._next) > REMEMBERED:
            del self._next[min(self._next)]
        if speech.sample >= have:
            return speech
        rest = speech.sound[(have - speech.sample) * SAMPLE_BYTES :]
        return Speech(speech.epoch, have, rest)

    def flush(self, epoch: Epoch) -> None:
        """Speech up to and including this epoch is over."""
        self._flushed = max(self._flushed, epoch)
        self._next = {one: end for one, end in self._next.items() if one > epoch}
