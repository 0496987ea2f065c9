"""What has come from the glasses: every sample and every numbered message is taken once."""

import msgspec

from lorgnette.core.types import SAMPLE_BYTES, samples_in
from lorgnette.link.media import Microphone
from lorgnette.link.messages import Numbered


class Gap(msgspec.Struct, frozen=True):
    """Samples that never came; `lost` when they were recorded, else the microphone was off.

    The number is the glasses' word and may be huge: treat it as time, never allocate it.
    """

    sample: int
    samples: int
    lost: bool


class Inbox:
    """Knows which samples and numbers have arrived, over all connections of a session."""

    def __init__(self) -> None:
        """Nothing has arrived."""
        self.sample = 0
        """The first sample that has not arrived."""
        self.number = 0
        """The last numbered message that has."""
        self._began = False
        self.ended = False
        """The microphone stopped after the last sample."""

    def hear(self, heard: Microphone) -> list[Gap | Microphone]:
        """What is new in a piece of sound: nothing, its rest, or all of it after a gap."""
        end = heard.sample + samples_in(heard.sound)
        news: list[Gap | Microphone] = []
        if not self._began:
            self._began, self.sample = True, heard.sample
        elif heard.sample > self.sample:
            news.append(Gap(self.sample, heard.sample - self.sample, heard.lost))
            self.sample = heard.sample
        if end > self.sample or (heard.end and end == self.sample and not self.ended):
            rest = heard.sound[(self.sample - heard.sample) * SAMPLE_BYTES :]
            news.append(Microphone(self.sample, rest, heard.end))
            self.sample, self.ended = end, heard.end
        return news

    def takes(self, message: Numbered) -> bool:
        """Whether a message is new; if so, it has now arrived. Without a number it always is."""
        if 0 < message.number <= self.number:
            return False
        self.number = max(self.number, message.number)
        return True
