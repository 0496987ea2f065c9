"""What a sentence of the wearer was taken to mean."""

from collections.abc import Mapping
from typing import Any

import msgspec


class Intent(msgspec.Struct, frozen=True, tag="intent"):
    """One action, with the values of its slots.

    `action` is `skill.action`. `mended` is the sentence as it was meant, when misheard words
    were replaced; empty when the words were right. `cost` grows with what had to be mended.
    """

    action: str
    slots: Mapping[str, Any] = {}
    mended: str = ""
    cost: float = 0.0


class Missing(msgspec.Struct, frozen=True, tag="missing"):
    """The action is known, but one slot has no value yet, or one that makes no sense."""

    intent: Intent
    slot: str
    heard: str = ""


class Unsure(msgspec.Struct, frozen=True, tag="unsure"):
    """Two readings, or more, are too close to choose between: ask, best first."""

    choices: tuple[Intent, ...]


class Answer(msgspec.Struct, frozen=True, tag="answer"):
    """An answer to the open question: the index of the choice, or a value for its slot.

    With `look` the choice is not taken yet: the wearer wants to see it.
    """

    choice: int | None = None
    value: Any = None
    look: bool = False


class Stop(msgspec.Struct, frozen=True, tag="stop"):
    """The wearer wants quiet: stop, cancel, never mind."""


class Unknown(msgspec.Struct, frozen=True, tag="unknown"):
    """No skill knows this sentence."""


Reading = Intent | Missing | Unsure | Answer | Stop | Unknown
