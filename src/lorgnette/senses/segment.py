"""Where somebody speaks: probabilities of speech become starts, pauses and returns.

A network's probability comes each 32 ms, survives noise, and lags: it rises one or two blocks
after a voice and falls three or four after it. A level comes each 8 ms and lags by nothing, but
cannot tell a voice from a door. So the probability decides *whether*, and the level *when*.
"""

from collections import deque
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from lorgnette.core.types import SAMPLE_RATE
from lorgnette.engines.voiceactivity import SpeechMeter
from lorgnette.senses.blocks import BLOCK, Block
from lorgnette.senses.events import Paused, Resumed, SpeechStarted
from lorgnette.senses.level import FRAMES, levels

FRAME: Final = BLOCK // FRAMES
LOOK_BACK: Final = 10
"""Blocks before the first sign of speech in which its first sound is looked for."""

JOIN: Final = 6
"""Quiet frames inside a word, as before a plosive, that do not part it when looking back."""

Change = SpeechStarted | Paused | Resumed


class SegmentRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a probability or a level counts; decibels and seconds."""

    likely: float = 0.5
    lag: float = 0.112
    """How long the probability stays high after a voice: that of Silero, in noise too."""
    pause: float = 0.05
    """Silence after which a pause is told. It is also the silence before some plosives, which costs
    a transcript now and then; but each millisecond more is one more until the answer."""
    above_floor: float = 6.0
    near_peak: float = 12.0
    """So close to the voice nothing is silence, whatever the floor is."""
    below_peak: float = 28.0
    """So far below the voice nothing is voice: its echo in the room."""


class Segmenter:
    """Follows one utterance at a time."""

    def __init__(self, meter: SpeechMeter, rules: SegmentRules) -> None:
        self._meter = meter
        self._rules = rules
        self._lag = round(rules.lag * SAMPLE_RATE)
        self._pause = round(rules.pause * SAMPLE_RATE)
        self.reset()

    def reset(self) -> None:
        """Forget all sound, and wait for an utterance."""
        self._meter.reset()
        self._levels: deque[NDArray[np.float32]] = deque(maxlen=LOOK_BACK)
        self.rewind()

    def rewind(self) -> None:
        """Wait for the next utterance in the same sound."""
        self.first: int | None = None
        self.last = 0
        """The end of the last voiced frame."""
        self.paused = False
        self._peak = 0.0
        self._likely = 0

    @property
    def stirring(self) -> bool:
        """Whether speech has begun, or the last block makes it likely."""
        return self.first is not None or self._likely > 0

    @property
    def silent(self) -> bool:
        """Whether the voice has paused, and the last block does not look like its return."""
        return self.paused and self._likely != 1

    def hear(self, block: Block, floor: float) -> Change | None:
        """Take the next block, and the level of the surroundings."""
        likely = self._meter.hear(block.sound) >= self._rules.likely
        self._likely = self._likely + 1 if likely else 0
        frames = levels(block.sound)
        self._levels.append(frames)
        if likely:
            self._peak = max(self._peak, float(frames.mean()))
        bar = self._bar(floor)
        if self.first is None:
            return self._begin(block, bar)
        audible = np.flatnonzero(frames > bar)
        if self.paused:
            return self._resume(block, audible)
        return self._go_on(block, audible)

    def _bar(self, floor: float) -> float:
        """The level above which a frame counts: out of the floor, and not far below the voice."""
        rules = self._rules
        above = min(floor + rules.above_floor, self._peak - rules.near_peak)
        return max(above, self._peak - rules.below_peak)

    def _begin(self, block: Block, bar: float) -> Change | None:
        """Speech begins with the second likely block in a row, and began with its first sound."""
        if self._likely < 2:
            return None
        audible = np.concatenate(self._levels) > bar
        quiet = 0
        first = len(audible) - 2 * FRAMES
        for at in range(first - 1, -1, -1):
            quiet = 0 if audible[at] else quiet + 1
            if quiet > JOIN:
                break
            if audible[at]:
                first = at
        self.first = block.end - (len(audible) - first) * FRAME
        self.last = block.end
        return SpeechStarted(self.first)

    def _go_on(self, block: Block, audible: NDArray[np.intp]) -> Change | None:
        if self._likely and audible.size:
            self.last = block.first + FRAME * (int(audible[-1]) + 1)
        if not self._likely:
            # It was silence that made speech unlikely, and that began a while ago.
            self.last = max(min(self.last, block.end - self._lag), self.first or 0)
        if self._likely and block.end - self.last < self._pause:
            return None
        self.paused = True
        return Paused(self.last)

    def _resume(self, block: Block, audible: NDArray[np.intp]) -> Change | None:
        """A pause ends like a silence, or at once where the probability never fell."""
        if self._likely < 2 or not audible.size:
            return None
        self.paused = False
        self.last = block.first + FRAME * (int(audible[-1]) + 1)
        return Resumed(block.first + FRAME * int(audible[0]))
