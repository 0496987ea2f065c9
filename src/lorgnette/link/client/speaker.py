"""A loudspeaker that exists only in time: what was fed is played at the speed of sound samples."""

from collections import deque

from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Epoch, samples_in
from lorgnette.link.media import Speech
from lorgnette.link.messages import Played

ROUNDING = 1e-6
"""Of a sample: a time is a float, and a sample more or less must not depend on it."""


class VirtualSpeaker:
    """Plays speech in the order it came, and knows how far it is. Pure: time is given."""

    def __init__(self, *, keep: bool = False) -> None:
        """`keep`: whether `recording` grows with what is played."""
        self.recording = bytearray()
        """What left the speaker, without the silence between."""
        self._keep = keep
        self._queue: deque[Speech] = deque()
        self._until = 0.0
        self._epoch = Epoch(0)
        self._sample = 0
        self._totals: dict[Epoch, int] = {}
        self._reported = Played(self._epoch, 0)

    @property
    def buffered(self) -> int:
        """Samples that wait to be played."""
        return sum(samples_in(speech.sound) for speech in self._queue)

    def feed(self, speech: Speech, now: float) -> None:
        """Play this after everything else."""
        self.advance(now)
        self._queue.append(speech)

    def ends(self, epoch: Epoch, samples: int) -> None:
        """The epoch's speech is this long, all in all."""
        self._totals[epoch] = samples
        self._settle()

    def flush(self, epoch: Epoch, now: float) -> None:
        """Stop, and forget all speech up to and including this epoch."""
        self.advance(now)
        self._queue = deque(speech for speech in self._queue if speech.epoch > epoch)
        self._totals = {one: samples for one, samples in self._totals.items() if one > epoch}

    def advance(self, now: float) -> None:
        """Play until now."""
        left = whole = int((now - self._until) * SAMPLE_RATE + ROUNDING)
        while self._queue and left > 0:
            left -= self._play(left)
        self._until = self._until + whole / SAMPLE_RATE if self._queue else now
        self._settle()

    def report(self) -> Played | None:
        """How far the speaker is, if that is news. An epoch's report says earlier ones are over."""
        total = self._totals.get(self._epoch)
        done = total is not None and total <= self._sample
        played = Played(self._epoch, self._sample, done)
        if played == self._reported:
            return None
        self._reported = played
        return played

    def _settle(self) -> None:
        """When nothing waits, the last epoch that ended is the one the wearer is at."""
        latest = max(self._totals, default=self._epoch)
        if not self._queue and latest > self._epoch:
            self._epoch, self._sample = latest, 0
        self._totals = {epoch: n for epoch, n in self._totals.items() if epoch >= self._epoch}

    def _play(self, most: int) -> int:
        """Play up to `most` samples of the first piece; how many it were."""
        first = self._queue.popleft()
        count = min(most, samples_in(first.sound))
        sound, rest = first.sound[: count * SAMPLE_BYTES], first.sound[count * SAMPLE_BYTES :]
        if rest:
            self._queue.appendleft(Speech(first.epoch, first.sample + count, rest))
        if self._keep:
            self.recording += sound
        self._epoch, self._sample = first.epoch, first.sample + count
        return count
