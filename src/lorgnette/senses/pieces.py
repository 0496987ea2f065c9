"""A long recording cut at its pauses into pieces that a recogniser hears well.

The longer a piece already is, the shorter is the silence that ends it; one without any silence
is cut where it is quietest. What the network for voice activity does not believe to be speech is
no piece at all, so that nobody writes down what music or a kettle seems to say.
"""

from collections import deque
from collections.abc import Iterator

import msgspec
import numpy as np

from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Sound
from lorgnette.engines.voiceactivity import SpeechMeter, VoiceActivity
from lorgnette.senses.blocks import BLOCK, Block, Grid
from lorgnette.senses.events import Paused, SpeechStarted
from lorgnette.senses.gain import Gain
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
    """The sound of some speech, and the samples between which the voice was heard."""

    first: int
    last: int
    sound: Sound


class Pieces:
    """Takes the sound of one recording and gives its pieces as they end."""

    def __init__(self, activity: VoiceActivity, rules: PieceRules | None = None) -> None:
        self._rules = rules or PieceRules()
        self._margin = round(self._rules.margin * SAMPLE_RATE)
        self._longest = round(self._rules.longest * SAMPLE_RATE)
        self._meter = _Watched(activity.open())
        self._segmenter = Segmenter(self._meter, self._rules.segment)
        self._floor = Floor()
        self._gain = Gain()
        self._grid = Grid()
        self._now = 0
        self._kept: deque[Block] = deque()
        self._beliefs: list[float] = []
        self._earliest = 0
        """Nothing before this sample belongs to the next piece."""

    def hear(self, sound: Sound) -> Iterator[Piece]:
        """Take the next sound, of any length; the pieces that are complete with it."""
        yield from self._cut_up(self._gain.hear(sound))

    def _cut_up(self, sound: Sound) -> Iterator[Piece]:
        for block in self._grid.cut(self._now, sound):
            yield from self._hear(block)
        self._now += len(sound) // SAMPLE_BYTES

    def end(self) -> Iterator[Piece]:
        """The recording is over; what was still being said is a piece too."""
        yield from self._cut_up(self._gain.end())
        yield from self._cut_up(bytes(-self._now % BLOCK * SAMPLE_BYTES))
        yield from self._finish(self._segmenter.last)

    def _hear(self, block: Block) -> Iterator[Piece]:
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
            yield from self._finish(last)
        elif block.end - first + 2 * self._margin >= self._longest:
            yield from self._cut(first)

    def _cut(self, first: int) -> Iterator[Piece]:
        """End the piece where it is quietest, and begin the next one there."""
        earliest = first + round(self._rules.earliest_cut * SAMPLE_RATE)
        blocks = [block for block in self._kept if block.first >= earliest]
        loud = np.concatenate([levels(block.sound) for block in blocks])
        width = round(0.1 * SAMPLE_RATE) // FRAME
        quiet = np.convolve(loud, np.ones(width), "valid")
        cut = blocks[0].first + (int(quiet.argmin()) + width // 2) * FRAME
        last = self._segmenter.last
        yield from self._piece(first, min(cut, last), cut)
        self._earliest = cut
        self._segmenter.first = cut
        self._segmenter.last = max(last, cut)
        self._forget(cut)

    def _finish(self, last: int) -> Iterator[Piece]:
        if self._segmenter.first is not None:
            yield from self._piece(self._segmenter.first, last, last + self._margin)
            self._segmenter.rewind()
            self._earliest = last

    def _piece(self, first: int, last: int, end: int) -> Iterator[Piece]:
        """The piece, unless it is too short for a word or hardly sounds like speech."""
        believed = float(np.mean(self._beliefs)) if self._beliefs else 1.0
        if last - first < self._rules.shortest * SAMPLE_RATE or believed < self._rules.believed:
            return
        start = max(first - self._margin, self._earliest, 0)
        yield Piece(first, last, self._sound(start, end))

    def _sound(self, start: int, end: int) -> Sound:
        sound = b"".join(block.sound for block in self._kept)
        zero = self._kept[0].first
        return sound[max(0, start - zero) * SAMPLE_BYTES : (end - zero) * SAMPLE_BYTES]

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
