"""One utterance after another: where each begins, when it is over, and its sound in between."""

from typing import Final

from lorgnette.core.completeness import Completeness
from lorgnette.core.types import SAMPLE_RATE
from lorgnette.engines.voiceactivity import VoiceActivity
from lorgnette.senses.blocks import BLOCK, Block
from lorgnette.senses.endpoint import CutOff, Pace, Survived
from lorgnette.senses.events import (
    Coughed,
    EarEvent,
    Paused,
    Resumed,
    Sounded,
    SpeechEnded,
    SpeechStarted,
)
from lorgnette.senses.ring import Ring
from lorgnette.senses.rules import EarRules
from lorgnette.senses.segment import Change, Segmenter

STALE: Final = 2 * BLOCK
"""How much voice may follow a transcript before what it was judged to be counts no more."""

CUT_OFF: Final = round(0.3 * SAMPLE_RATE)
"""Whoever speaks again so soon after we took them to have finished had not finished."""

AT_ONCE: Final = round(1.0 * SAMPLE_RATE)
"""Whoever speaks again so soon may not have: what they say tells."""


class Listener:
    """Runs while the ears are open for speech."""

    def __init__(self, activity: VoiceActivity, ring: Ring, rules: EarRules, pace: Pace) -> None:
        """`ring` must already hold the block that is heard."""
        self.pace = pace
        self._ring = ring
        self._rules = rules
        self._segmenter = Segmenter(activity.open(), rules.segment)
        self._earliest = 0
        self._verdict = Completeness.OPEN
        self._judged = 0
        self._cut = (0, 0)  # the last voice of the utterance before, and the wait that ended it

    @property
    def hearing(self) -> bool:
        """Whether an utterance has begun and not ended."""
        return self._segmenter.first is not None

    @property
    def stirring(self) -> bool:
        """The same, or one is just beginning."""
        return self._segmenter.stirring

    def open(self, sample: int) -> list[EarEvent]:
        """Listen anew: nothing before `sample` belongs to what comes."""
        first, last = self._segmenter.first, self._segmenter.last
        self._segmenter.reset()
        self._earliest = sample
        self._judged = 0
        return [] if first is None else [Coughed(first, last)]

    def hear(self, block: Block, floor: float) -> list[EarEvent]:
        """Take the next block, and the level of the surroundings."""
        was_hearing, last = self.hearing, self._segmenter.last
        change = self._segmenter.hear(block, floor)
        events: list[EarEvent] = []
        if was_hearing:
            events.append(Sounded(block.first, block.sound))
        if change:
            events += self._note(change, block, last)
        return events + self.ended(block.end)

    def judge(self, completeness: Completeness, upto: int) -> None:
        """How complete the transcript of all sound up to sample `upto` is."""
        self._verdict = completeness
        self._judged = upto

    def ended(self, now: int) -> list[EarEvent]:
        """The end of the utterance, once silence has lasted long enough at sample `now`."""
        first, last = self._segmenter.first, self._segmenter.last
        if first is None:
            return []
        if now - first >= self._rules.longest * SAMPLE_RATE:
            return self.end()
        short = last - first < self._rules.shortest * SAMPLE_RATE
        wait = self._rules.budget.wait(
            Completeness.COMPLETE if short else self._completeness(), self.pace
        )
        # Time comes in blocks: the nearest is as often early as late.
        if not self._segmenter.silent or now + BLOCK // 2 < last + wait:
            return []
        self._cut = (last, now - last)
        return self.end()

    def end(self) -> list[EarEvent]:
        """End the utterance here and now, if there is one."""
        first, last = self._segmenter.first, self._segmenter.last
        if first is None:
            return []
        self._segmenter.rewind()
        self._earliest = last
        if last - first < self._rules.shortest * SAMPLE_RATE:
            return [Coughed(first, last)]
        return [SpeechEnded(first, last)]

    def _completeness(self) -> Completeness:
        fresh = self._judged >= self._segmenter.last - STALE
        return self._verdict if fresh else Completeness.OPEN

    def _note(self, change: Change, block: Block, last: int) -> list[EarEvent]:
        """What a change in `block` means; `last` is where the voice was last heard before it."""
        match change:
            case SpeechStarted(sample):
                first = self._segmenter.first = max(sample, self._earliest)
                before = round(self._rules.before * SAMPLE_RATE)
                at_once = self._learn_from_start(first)
                piece = self._ring.since(max(first - before, self._earliest), block.end)
                return [SpeechStarted(first, at_once), Sounded(*piece)]
            case Resumed(sample):
                self._learn_from_return(sample - last)
            case Paused():
                pass
        return [change]

    def _learn_from_start(self, first: int) -> bool:
        """Whether whoever begins to speak may not have finished before."""
        last, waited = self._cut
        self._cut = (0, 0)
        if last and first - last <= waited + CUT_OFF:
            self.pace = self.pace.learn(CutOff(first - last, waited))
        return last > 0 and first - last <= waited + AT_ONCE

    def _learn_from_return(self, pause: int) -> None:
        budget = self._rules.budget
        # Shorter silences are those inside words; they say nothing about the wearer.
        if pause >= budget.wait(Completeness.COMPLETE, Pace()):
            wait = budget.wait(self._completeness(), Pace())
            self.pace = self.pace.learn(Survived(pause, wait))
