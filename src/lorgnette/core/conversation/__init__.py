"""The rules of turn taking, as one pure function: `step(event, state)`.

Whoever speaks has the floor. Every turn has an epoch; taking the floor raises it, and whatever
arrives from an older epoch is dropped here as at every other hop, so that nothing depends on a
cancellation arriving in time.
"""

from lorgnette.core.conversation.floor import NO, YES
from lorgnette.core.conversation.rules import step
from lorgnette.core.conversation.state import (
    HISTORY,
    NOTICES,
    REMARKS,
    Exchange,
    Speech,
    State,
    Step,
    change,
)

__all__ = [
    "HISTORY",
    "NO",
    "NOTICES",
    "REMARKS",
    "YES",
    "Exchange",
    "Speech",
    "State",
    "Step",
    "change",
    "step",
]
