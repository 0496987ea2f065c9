"""What can be set about hearing."""

import msgspec

from lorgnette.senses.endpoint import Budget
from lorgnette.senses.segment import SegmentRules
from lorgnette.senses.wake import WakeRules


class EarRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds, unless a field says otherwise."""

    window: float = 6.0
    """How long the ears stay open for speech once they were opened."""
    longest: float = 30.0
    """Where an utterance ends even if the wearer goes on."""
    shortest: float = 0.12
    """Less voice than this is a cough."""
    before: float = 0.25
    """How much sound from before its beginning belongs to an utterance."""
    ring: float = 3.0
    """How much sound is kept."""
    budget: Budget = Budget()
    wake: WakeRules = WakeRules()
    segment: SegmentRules = SegmentRules()
