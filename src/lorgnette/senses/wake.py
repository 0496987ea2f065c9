"""The wake word: scores of a small network, judged by three rules.

1. Several scores in a row must be high: one is a coincidence.
2. Somebody must have been speaking: a kitchen makes no voice, whatever the scores say.
3. After a word the ears rest for a while, so that one call is answered once.
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from lorgnette.core.types import SAMPLE_RATE
from lorgnette.engines.voiceactivity import VoiceActivity
from lorgnette.engines.wakeword import WakeMeter
from lorgnette.senses.blocks import BLOCK, Block
from lorgnette.senses.events import Woke
from lorgnette.senses.ring import Ring

LOOK_BACK: Final = SAMPLE_RATE // 2
"""Samples from before the gate opened that the network hears too."""

BATCH: Final = 3 * BLOCK
"""Samples the network hears at once: it costs a fifth less than block by block."""

WARM_UP: Final = SAMPLE_RATE
"""Samples the voice activity hears when it is asked to confirm a word."""

WORD: Final = round(0.5 * SAMPLE_RATE)
"""The last samples of those, of which most must be voice."""


class WakeRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How strict to be; see `bench/wake.py` for what these values find and let through."""

    threshold: float = 0.65
    in_a_row: int = 3
    voice: float = 0.6
    """The mean probability of speech over the word."""
    rest: float = 2.0
    """Seconds after a word in which no other is heard."""


class Waking:
    """Listens for wake words while the gate is open."""

    def __init__(
        self, meter: WakeMeter, activity: VoiceActivity, ring: Ring, rules: WakeRules
    ) -> None:
        """`ring` must already hold the block that is heard."""
        self._meter = meter
        self._activity = activity
        self._ring = ring
        self._rules = rules
        self._heard = 0
        self._rested = 0
        self._high: dict[str, list[int]] = {}

    def hear(self, block: Block, *, loud: bool) -> Woke | None:
        """Take the next block; a wake word that ended in it or shortly before."""
        if block.torn:
            self._meter.reset()
            self._heard = block.first
        if not loud:
            self._high.clear()
            return None
        if block.end - self._heard < BATCH:
            return None
        first, sound = self._ring.since(max(self._heard, block.first - LOOK_BACK))
        self._heard = block.end
        word = self._judge(self._meter.hear(sound), first, block.end)
        if word is None or block.end < self._rested or not self._confirmed(block.end):
            return None
        self._rested = block.end + round(self._rules.rest * SAMPLE_RATE)
        return Woke(word, self._high[word][0])

    def _judge(self, scores: Sequence[tuple[str, float]], first: int, end: int) -> str | None:
        """A word whose last scores were all high, each time its row is full again.

        A row is kept as the samples its scores came at: evenly between `first` and `end`.
        """
        found = None
        for number, (word, score) in enumerate(scores, 1):
            row = self._high.setdefault(word, [])
            if score < self._rules.threshold:
                row.clear()
                continue
            row.append(first + (end - first) * number // len(scores))
            if len(row) % self._rules.in_a_row == 0:
                found = word
        return found if found and self._high[found] else None

    def _confirmed(self, end: int) -> bool:
        """Whether somebody was speaking just before sample `end`."""
        meter = self._activity.open()
        blocks = self._ring.blocks(end - WARM_UP)
        voices = [(block.end, meter.hear(block.sound)) for block in blocks]
        word = [voice for at, voice in voices if at > end - WORD]
        return sum(word) >= self._rules.voice * len(word)
