"""What the glasses have to say, kept until the hub has it."""

from collections.abc import Callable

from msgspec.structs import replace

from lorgnette.core.errors import TooMuch
from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Sound, samples_in
from lorgnette.link.backlog import Backlog
from lorgnette.link.limits import LIMITS, Limits
from lorgnette.link.media import Microphone
from lorgnette.link.messages import Numbered, Talk, Touched, Typed

Kept = Microphone | Touched | Talk | Typed


class AudioRing:
    """The last seconds of the microphone, and the numbered messages between its sounds.

    When the hub stays away for longer than the ring is, the oldest sound goes first, and the
    frame after it says so.
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        """`limits`: how much is kept. The welcome brings the hub's own."""
        self.limits = limits
        self.chunk = limits.listening_chunk
        """Samples a frame."""
        self.recorded = 0
        """Samples the microphone has given."""
        self.number = 0
        """The last number given to a message."""
        self._backlog: Backlog[Kept] = Backlog()
        self._rest = b""
        self._samples = 0
        self._lost_before = -1

    @property
    def waiting(self) -> bool:
        """There may be something to send."""
        return self._backlog.waiting

    @property
    def room(self) -> int:
        """Samples that can be recorded before the oldest are lost."""
        kept = self._samples + samples_in(self._rest)
        return max(0, int(self.limits.ring_seconds * SAMPLE_RATE) - kept)

    @property
    def empty(self) -> bool:
        """The hub has everything."""
        return not len(self._backlog) and not self._rest

    def record(self, sound: Sound, *, end: bool = False) -> None:
        """Add sound from the microphone, cut into frames of `chunk` samples.

        What does not fill a frame waits for more; `end` sends it, and says that the microphone
        stops here.
        """
        self.recorded += samples_in(sound)
        self._rest += sound
        size = self.chunk * SAMPLE_BYTES
        while len(self._rest) >= size + end:
            self._keep(self._rest[:size], end=False)
            self._rest = self._rest[size:]
        if end:
            self._keep(self._rest, end=True)
            self._rest = b""

    def say(self, message: Touched | Talk | Typed) -> None:
        """Number and keep a message. Raises TooMuch when too many wait for the hub."""
        waiting = sum(isinstance(kept, Numbered) for kept in self._backlog)
        if waiting >= self.limits.ring_messages:
            raise TooMuch("the hub has not taken the last messages")
        self.number += 1
        self._backlog.add(replace(message, number=self.number))

    def acknowledge(self, sample: int, number: int) -> None:
        """The hub has all samples before `sample` and all messages up to `number`."""
        self._forget(lambda kept: _has(kept, sample, number))

    def rewind(self) -> None:
        """A new connection: send again what is kept."""
        self._backlog.rewind()

    def unsent(self) -> list[Kept]:
        """What was not sent on this connection yet."""
        return [self._told(kept) for kept in self._backlog.unsent()]

    def _keep(self, sound: Sound, *, end: bool) -> None:
        first = self.recorded - samples_in(self._rest)
        self._backlog.add(Microphone(first, sound, end))
        self._samples += samples_in(sound)
        while self._samples > self.limits.ring_seconds * SAMPLE_RATE:
            self._lose_oldest()

    def _lose_oldest(self) -> None:
        oldest = next(kept for kept in self._backlog if isinstance(kept, Microphone))
        self._lost_before = _end(oldest)
        self._forget(lambda kept: kept is oldest)

    def _told(self, kept: Kept) -> Kept:
        """Mark the sound that follows lost sound."""
        if isinstance(kept, Microphone) and kept.sample == self._lost_before:
            return replace(kept, lost=True)
        return kept

    def _forget(self, done: Callable[[Kept], bool]) -> None:
        gone = self._backlog.forget(done)
        self._samples -= sum(
            samples_in(kept.sound) for kept in gone if isinstance(kept, Microphone)
        )


def _end(heard: Microphone) -> int:
    return heard.sample + samples_in(heard.sound)


def _has(kept: Kept, sample: int, number: int) -> bool:
    return _end(kept) <= sample if isinstance(kept, Microphone) else kept.number <= number
