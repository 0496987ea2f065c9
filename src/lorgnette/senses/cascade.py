"""The stages of hearing in the order of their cost, and the processor each belongs to.

On glasses with two processors this table is the power plan: what is `always-on` runs all day,
what is `main` sleeps until an earlier stage wakes it.
"""

from enum import StrEnum
from typing import Final

import msgspec


class Processor(StrEnum):
    """Which of the two processors of a pair of glasses."""

    ALWAYS_ON = "always-on"
    MAIN = "main"


class Stage(msgspec.Struct, frozen=True):
    """One stage; `runs` says when, in a few words."""

    name: str
    processor: Processor
    runs: str


CASCADE: Final = (
    Stage("gate", Processor.ALWAYS_ON, "on every block"),
    Stage("wake word", Processor.ALWAYS_ON, "while the gate is open"),
    Stage("voice activity", Processor.MAIN, "to confirm a wake word, and while awake"),
    Stage("recogniser", Processor.MAIN, "during an utterance"),
)
