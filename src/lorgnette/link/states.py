"""What may be said when: one table, used by both sides and printed in the reference.

The state belongs to one connection. A session outlives it: see `resume`.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class State(StrEnum):
    """How far a connection is."""

    NEW = "new"
    """Connected, nothing said."""

    GREETED = "greeted"
    """The hello is there and waits for its answer."""

    OPEN = "open"
    """Welcome: everything else is said here."""

    CLOSING = "closing"
    """This side said bye; what still comes is ignored."""

    CLOSED = "closed"
    """Nothing more is said; close the socket once all is sent."""


class Side(StrEnum):
    """Who speaks."""

    GLASSES = "glasses"
    HUB = "hub"


GLASSES_SAY: Final = (
    *("microphone", "camera", "blind", "touched", "talk", "typed", "played", "status"),
    *("located", "lost", "ack", "ping"),
)
HUB_SAYS: Final = (
    *("speech", "drawing", "show", "update", "clear", "partial", "heard", "speech_begins"),
    *("speech_ends", "flush", "duck", "adjust", "light", "look", "locate", "earcon"),
    *("chunk", "degraded", "ack", "pong"),
)

TABLE: Final[Mapping[tuple[State, Side], Mapping[str, State]]] = {
    (State.NEW, Side.GLASSES): {"hello": State.GREETED},
    (State.NEW, Side.HUB): {"refused": State.CLOSED},
    (State.GREETED, Side.HUB): {"welcome": State.OPEN, "refused": State.CLOSED},
    (State.OPEN, Side.GLASSES): dict.fromkeys(GLASSES_SAY, State.OPEN),
    (State.OPEN, Side.HUB): dict.fromkeys(HUB_SAYS, State.OPEN),
}
"""The state after `side` said something of this type in a state. What is missing is a breach.

One rule more, in every state but closed: a bye that is sent leads to closing, one that is
received to closed.
"""


def after(state: State, side: Side, said: str) -> State | None:
    """The next state, or None for a breach. `bye` is not in here."""
    return TABLE.get((state, side), {}).get(said)
