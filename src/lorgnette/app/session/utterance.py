"""One utterance on its way from the ears to the recogniser."""

import anyio

from lorgnette.core.types import SAMPLE_RATE, Sound, samples_in

SHORTEST_STEP = SAMPLE_RATE // 2
LONGEST_STEP = SAMPLE_RATE * 2
"""Samples of new sound after which a partial transcript is worth its price: at least, at most."""

SHARE = 4
"""In between, a partial comes with each further quarter: a transcript costs as its length does."""


class Utterance:
    """Sound that still comes. The ears write into it, the recogniser's task reads from it.

    `heard` and `upto` are the samples up to which sound was written, and was read; `last` is the
    last sample of voice, as far as the ears have told. `at_once`: it came so soon after the one
    before that it may be the rest of it.
    """

    def __init__(self, *, at_once: bool = False) -> None:
        self.at_once = at_once
        self.first = 0
        self.whole: list[Sound] = []
        self.pieces: list[Sound] = []
        self.unread = 0
        self.length = 0
        self.heard = 0
        self.upto = 0
        self.last = 0
        self.ended = False
        self.dropped = False
        self.change = anyio.Event()
        self.thinking = anyio.CancelScope()

    @property
    def over(self) -> bool:
        """It has ended, and the recogniser was given all the voice in it: nothing can be added."""
        return self.ended and (self.last <= self.upto or not self.pieces)

    @property
    def sound(self) -> Sound:
        """All its sound so far, from sample `first` on."""
        return b"".join(self.whole)

    def feed(self, first: int, sound: Sound) -> None:
        """More sound, whose first sample has that number."""
        if not self.whole:
            self.first = first
        self.whole.append(sound)
        self.pieces.append(sound)
        self.heard = first + samples_in(sound)
        self.length += samples_in(sound)
        self.unread += samples_in(sound)
        if self.unread >= min(LONGEST_STEP, max(SHORTEST_STEP, self.length // SHARE)):
            self.change.set()

    def look(self, last: int) -> None:
        """A pause after sample `last`: now is the time to know what was said so far.

        Whoever is still thinking about a part of it need not think on.
        """
        self.last = last
        if last > self.upto:
            self.thinking.cancel()
            self.change.set()

    def end(self, last: int) -> None:
        """No more voice will come after sample `last`."""
        self.look(last)
        self.ended = True
        self.change.set()

    def drop(self) -> None:
        """It was no speech after all."""
        self.dropped = True
        self.thinking.cancel()
        self.change.set()

    async def finished(self, patience: float) -> None:
        """Wait until nothing more comes, or for so many seconds: who speaks does not listen."""
        with anyio.move_on_after(patience):
            while not (self.ended or self.dropped):
                await self.change.wait()
                if not (self.ended or self.dropped):
                    self.change = anyio.Event()

    async def news(self) -> Sound:
        """Wait until it is worth transcribing again; the sound that came since the last time.

        Nothing when only silence came before the end: what is known is all there is to know.
        """
        await self.change.wait()
        self.change = anyio.Event()
        self.thinking = anyio.CancelScope()
        if self.over or self.dropped:
            return b""
        sound, self.pieces = b"".join(self.pieces), []
        self.upto, self.unread = self.heard, 0
        return sound
