"""The first and cheapest stage: whether there is any sound worth hearing."""

from typing import Final

from lorgnette.core.types import SAMPLE_RATE, Sound
from lorgnette.senses.blocks import BLOCK
from lorgnette.senses.level import Floor, level

RISE: Final = 8.0
"""Decibels above the surroundings that open the gate."""

SILENCE: Final = 12.0
"""Decibels that never open it: the last two bits of a microphone."""

HANG: Final = round(1.0 * SAMPLE_RATE / BLOCK)
"""Blocks the gate stays open after the last loud one."""


class Gate:
    """Opens for sound that stands out of the surroundings, and closes a second after it."""

    def __init__(self) -> None:
        self.floor = Floor()
        self._open_for = 3 * HANG  # until the surroundings are known a word may come first

    def hear(self, sound: Sound) -> bool:
        """Take the next block; whether it may pass."""
        loudness = level(sound)
        self.floor.hear(loudness)
        if loudness > max(self.floor.level + RISE, SILENCE):
            self._open_for = max(HANG, self._open_for - 1)
        else:
            self._open_for = max(0, self._open_for - 1)
        return self._open_for > 0
