"""When is a sentence over? A budget of silence, spent by how complete the sentence sounds."""

from typing import Final

import msgspec

from lorgnette.core.completeness import Completeness
from lorgnette.core.types import SAMPLE_RATE

SLOWEST: Final = 2.0
QUICKEST: Final = 0.8
MEMORY: Final = 0.9
"""How much of the old pace each new experience leaves."""

MARGIN: Final = 1.25
"""How much longer than a pause the wait should have been."""


class Survived(msgspec.Struct, frozen=True, tag=True):
    """The wearer paused inside an utterance and went on: `pause` samples of a wait of `wait`."""

    pause: int
    wait: int


class CutOff(msgspec.Struct, frozen=True, tag=True):
    """We answered after `wait`, and the wearer went on at once, `pause` after their last word."""

    pause: int
    wait: int


class Pace(msgspec.Struct, frozen=True):
    """How slowly this wearer speaks, as a factor on every wait; kept with their things.

    A moving average over two kinds of evidence, as in LiveKit Agents (`endpointing.py`), but
    relative to the wait, so that one number serves complete and dangling sentences alike.
    """

    factor: float = 1.0

    def learn(self, evidence: Survived | CutOff) -> "Pace":
        """The pace after one more experience. Waits are those of the budget, unscaled."""
        wanted = MARGIN * evidence.pause / max(1, evidence.wait)
        if isinstance(evidence, CutOff):
            wanted = max(wanted, self.factor)
        factor = MEMORY * self.factor + (1 - MEMORY) * min(SLOWEST, max(QUICKEST, wanted))
        return Pace(min(SLOWEST, max(QUICKEST, factor)))


class Budget(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds of silence that end an utterance, counted from its last voiced sample."""

    complete: float = 0.2
    continuable: float = 0.3
    suspended: float = 0.45
    open: float = 0.6
    dangling: float = 1.2

    def wait(self, completeness: Completeness, pace: Pace) -> int:
        """The samples of silence that end an utterance, for a wearer of this pace."""
        seconds: float = getattr(self, completeness.value)
        return round(seconds * pace.factor * SAMPLE_RATE)
