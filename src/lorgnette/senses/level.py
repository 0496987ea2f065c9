"""How loud it is, and how loud it is when nobody speaks. Decibels above one quantum, rms."""

import math
from collections import deque
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lorgnette.core.types import Sound

FRAMES: Final = 4
"""Frames in a block: 8 ms each."""


def level(sound: Sound) -> float:
    """The level of one block."""
    samples = np.frombuffer(sound, "<i2").astype(np.float32)
    return float(10 * np.log10(np.dot(samples, samples) / len(samples) + 1))


def levels(sound: Sound) -> NDArray[np.float32]:
    """The level of each of the `FRAMES` frames of one block."""
    frames = np.frombuffer(sound, "<i2").astype(np.float32).reshape(FRAMES, -1)
    power: NDArray[np.float32] = np.einsum("ij,ij->i", frames, frames) / frames.shape[1]
    return 10 * np.log10(power + 1)


class Floor:
    """The level of the surroundings: the lowest of the last seconds (minimum statistics).

    R. Martin, «Noise power spectral density estimation based on optimal smoothing and minimum
    statistics», 2001, in its simplest form: the minimum over a few buckets of blocks.
    """

    BUCKETS: Final = 8
    BLOCKS: Final = 10
    """Blocks in a bucket; the whole memory is 2.6 s."""

    def __init__(self) -> None:
        self._buckets: deque[float] = deque(maxlen=self.BUCKETS)
        self._lowest = math.inf
        self._count = 0
        self.level = math.inf

    def hear(self, loudness: float) -> None:
        """Take the level of the next block."""
        self.level = min(self.level, loudness)
        self._lowest = min(self._lowest, loudness)
        self._count += 1
        if self._count == self.BLOCKS:
            self._buckets.append(self._lowest)
            self._lowest, self._count = math.inf, 0
            self.level = min(self._buckets)
