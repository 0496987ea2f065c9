"""Has the wake word been said? A signal function: it keeps its state and never waits."""

from collections.abc import Sequence
from typing import Protocol

from lorgnette.core.types import Sound
from lorgnette.engines.key import Key


class WakeMeter(Protocol):
    """The scores of the active wake words along one stream of sound."""

    def hear(self, sound: Sound, /) -> Sequence[tuple[str, float]]:
        """Take the next samples, of any length; every new score as (word, 0 to 1), in order."""

    def reset(self) -> None:
        """Forget what was heard, as if newly opened."""


class WakeWord(Protocol):
    """Makes one meter for each stream."""

    @property
    def words(self) -> Sequence[str]:
        """The wake words that can be had, as they are said: `hey jarvis`."""

    def open(self, words: Sequence[str]) -> WakeMeter:
        """A meter for one stream. Raises MissingPart for a word it has no model of."""


WAKE_WORD: Key[WakeWord] = Key("wake-word")
