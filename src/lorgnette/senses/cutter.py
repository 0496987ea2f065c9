"""Speech cut at its pauses into pieces that a recogniser hears well, while it is being said.

The longer a piece already is, the shorter is the silence that ends it; one without any silence
is cut where it is quietest. What the network for voice activity does not believe to be speech is
marked, so that nobody writes down what music or a kettle seems to say.
"""

from collections import deque
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
from msgspec.structs import replace

from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Sound, samples_in
from lorgnette.engines.voiceactivity import SpeechMeter, VoiceActivity
from lorgnette.senses.blocks import Block
from lorgnette.senses.events import Paused, SpeechStarted
from lorgnette.senses.level import Floor, level, levels
from lorgnette.senses.segment import FRAME, Segmenter, SegmentRules


class PieceRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds, unless a field says otherwise."""

    longest: float = 15.0
    """What recognisers hear at once; more is worse."""
    earliest_cut: float = 8.0
    """Where speech without a pause is cut at the earliest."""
    patience: float = 0.7
    """Silence that ends a piece which has only begun."""
    impatience: float = 0.12
    """Silence that ends a piece which is as long as may be."""
    margin: float = 0.4
    """Sound before and after the voice that is given too: in noise a first sound is missed."""
    shortest: float = 0.15
    """Less voice than this is no word."""
    believed: float = 0.4
    """The probability of speech that the voice of a piece has at least, on average."""
    segment: SegmentRules = SegmentRules(likely=0.35, pause=0.1)

    def wait(self, samples: int) -> int:
        """The samples of silence that end a piece of this length."""
        full = min(1.0, samples / (self.longest * SAMPLE_RATE))
        return round((self.patience + (self.impatience - self.patience) * full) * SAMPLE_RATE)


class Piece(msgspec.Struct, frozen=True):
    """The sound of some speech, and the samples between which the voice was heard.

    `start` is the first sample of the sound. `speech`: whether there is a word in it, as far as
    its length and the voice activity tell. `cut`: the voice goes on where the piece ends.
    """

    first: int
    last: int
    start: int
    sound: Sound
    speech: bool = True
    cut: bool = False

    @property
    def voice(self) -> Sound:
        """The sound from the first voice to the last."""
        first, last = ((at - self.start) * SAMPLE_BYTES for at in (self.first, self.last))
        return self.sound[first:last]

    def without(self, first: int, last: int) -> "Iterator[Piece]":
        """What is left, before and after, when a part is taken out."""
        if self.first < first:
            yield replace(self._between(self.start, first), cut=True)
        if last < self.last:
            yield self._between(last, self.start + samples_in(self.sound))

    def parts(self, cuts: Sequence[int]) -> "Iterator[Piece]":
        """The same sound as several pieces, cut at some samples within."""
        start = self.start
        for cut in cuts:
            yield replace(self._between(start, cut), cut=True)
            start = cut
        yield self._between(start, self.start + samples_in(self.sound))

    def _between(self, start: int, end: int) -> "Piece":
        start = max(start, self.start)
        sound = self.sound[(start - self.start) * SAMPLE_BYTES : (end - self.start) * SAMPLE_BYTES]
        return replace(
            self, first=max(start, self.first), last=min(end, self.last), start=start, sound=sound
        )


class Cutter:
    """Takes one stream block by block, and gives its pieces as they end."""

    def __init__(self, activity: VoiceActivity, rules: PieceRules | None = None) -> None:
        self._rules = rules or PieceRules()
        self._margin = round(self._rules.margin * SAMPLE_RATE)
        self._longest = round(self._rules.longest * SAMPLE_RATE)
        self._meter = _Watched(activity.open())
        self._segmenter = Segmenter(self._meter, self._rules.segment)
        self._floor = Floor()
        self._kept: deque[Block] = deque()
        self._beliefs: list[float] = []
        self._earliest = 0
        """Nothing before this sample belongs to the next piece."""

    @property
    def growing(self) -> Piece | None:
        """What is being said now, up to the newest block."""
        first, last = self._segmenter.first, self._segmenter.last
        return None if first is None else self._piece(first, last, self._kept[-1].end)

    @property
    def paused(self) -> bool:
        """Whether the voice is silent at the moment."""
        return self._segmenter.paused

    def hear(self, block: Block) -> Iterator[Piece]:
        """Take the next block; a torn one ends what was being said before."""
        if block.torn:
            yield from self.end()
            self._kept.clear()
            self._segmenter.reset()
            self._earliest = block.first
        self._kept.append(block)
        self._floor.hear(level(block.sound))
        change = self._segmenter.hear(block, self._floor.level)
        first, last = self._segmenter.first, self._segmenter.last
        if first is None:
            self._forget(block.end - self._longest // 4)
            return
        if isinstance(change, SpeechStarted):
            first = self._segmenter.first = max(first, self._earliest)
            self._beliefs = []
        if not self._segmenter.paused or isinstance(change, Paused):
            self._beliefs.append(self._meter.latest)
        if self._segmenter.paused and block.end - last >= self._rules.wait(last - first):
            yield from self.end()
        elif block.end - first + 2 * self._margin >= self._longest:
            yield from self.part(self._quietest(first))

    def end(self) -> Iterator[Piece]:
        """Nothing follows; what was still being said is a piece too."""
        first, last = self._segmenter.first, self._segmenter.last
        if first is not None:
            yield self._piece(first, last, last + self._margin)
            self._segmenter.rewind()
            self._earliest = last

    def part(self, cut: int) -> Iterator[Piece]:
        """End the growing piece at a sample; the next begins there."""
        first, last = self._segmenter.first, self._segmenter.last
        if first is not None:
            yield replace(self._piece(first, min(cut, last), cut), cut=True)
            self._begin(cut)

    def leave_out(self, first: int, last: int) -> Iterator[Piece]:
        """Forget what was heard between two samples; what grew before the first is a piece."""
        began, voice = self._segmenter.first, self._segmenter.last
        self._earliest = max(self._earliest, last)
        if began is None or began >= last or voice <= first:
            return
        if began < first:
            yield replace(self._piece(began, first, first), cut=True)
        if voice > last:
            self._begin(last)
        else:
            self._segmenter.rewind()

    def _begin(self, first: int) -> None:
        self._earliest = first
        self._segmenter.first = first
        self._segmenter.last = max(self._segmenter.last, first)
        self._forget(first)

    def _quietest(self, first: int) -> int:
        """Where a piece that began at `first` and never pauses is best cut."""
        earliest = first + round(self._rules.earliest_cut * SAMPLE_RATE)
        blocks = [block for block in self._kept if block.first >= earliest]
        loud = np.concatenate([levels(block.sound) for block in blocks])
        width = round(0.1 * SAMPLE_RATE) // FRAME
        quiet = np.convolve(loud, np.ones(width), "valid")
        return blocks[0].first + (int(quiet.argmin()) + width // 2) * FRAME

    def _piece(self, first: int, last: int, end: int) -> Piece:
        believed = float(np.mean(self._beliefs)) if self._beliefs else 1.0
        long = last - first >= self._rules.shortest * SAMPLE_RATE
        speech = long and believed >= self._rules.believed
        zero = self._kept[0].first
        start = min(max(first - self._margin, self._earliest, zero), first)
        sound = b"".join(block.sound for block in self._kept)
        sound = sound[(start - zero) * SAMPLE_BYTES : (end - zero) * SAMPLE_BYTES]
        return Piece(first, last, start, sound, speech)

    def _forget(self, before: int) -> None:
        while self._kept and self._kept[0].end <= before:
            self._kept.popleft()


class _Watched:
    """A meter whose latest probability can be read again."""

    def __init__(self, meter: SpeechMeter) -> None:
        self._meter = meter
        self.latest = 0.0

    def hear(self, sound: Sound, /) -> float:
        self.latest = self._meter.hear(sound)
        return self.latest

    def reset(self) -> None:
        self._meter.reset()
