"""One utterance on its way from the ears to the recogniser."""

import anyio

from lorgnette.core.types import SAMPLE_RATE, Sound, samples_in

PARTIAL = SAMPLE_RATE // 2
"""Samples of new sound after which a partial transcript is worth its price."""


class Utterance:
    """Sound that still comes. The ears write into it, the recogniser's task reads from it.

    `heard` and `upto` are the samples up to which sound was written, and was read.
    """

    def __init__(self) -> None:
        self.pieces: list[Sound] = []
        self.unread = 0
        self.heard = 0
        self.upto = 0
        self.looked = False
        self.ended = False
        self.dropped = False
        self.change = anyio.Event()

    def feed(self, first: int, sound: Sound) -> None:
        """More sound, whose first sample has that number."""
        self.pieces.append(sound)
        self.heard = first + samples_in(sound)
        self.unread += samples_in(sound)
        if self.unread >= PARTIAL:
            self.change.set()

    def look(self) -> None:
        """A pause: now is the time to know what was said so far."""
        self.looked = True
        self.change.set()

    def end(self) -> None:
        """No more sound will come."""
        self.ended = True
        self.change.set()

    def drop(self) -> None:
        """It was no speech after all."""
        self.dropped = True
        self.change.set()

    async def news(self) -> Sound:
        """Wait until it is worth transcribing again; the sound that came since the last time."""
        await self.change.wait()
        self.change = anyio.Event()
        if self.ended or self.dropped:
            self.change.set()
        sound, self.pieces = b"".join(self.pieces), []
        self.upto = self.heard
        self.unread, self.looked = 0, False
        return sound
