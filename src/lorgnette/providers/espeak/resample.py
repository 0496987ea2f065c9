"""From the rate of espeak-ng, 22,050 Hz, to that of the hub, 16,000 Hz."""

from functools import lru_cache
from math import gcd
from typing import TYPE_CHECKING, Final

from lorgnette.core.types import SAMPLE_RATE, Sound

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_REACH: Final = 32
"""Input samples on each side that an output sample depends on."""

_CUTOFF: Final = 0.93
"""The middle of the transition, as a share of the new bandwidth."""

_TOGETHER: Final = 20
"""Output samples that are made by one matrix product."""

_ROWS: Final = 100
"""Rows of such a product: few enough that no BLAS library starts threads for it, which on a busy
machine costs a hundred times more than the product."""


def resample(samples: bytes, rate: int) -> Sound:
    """A whole piece of sound at `rate`, s16le mono, as one at `SAMPLE_RATE`.

    For rates above the hub's of which 20 output samples divide a period, as with 22,050 and
    44,100. It takes a few ten-thousandths of the time that the sound lasts.
    """
    import numpy as np

    shared = gcd(rate, SAMPLE_RATE)
    up, down = SAMPLE_RATE // shared, rate // shared
    weights = _weights(up, down)
    taken = np.frombuffer(samples, "<i2").astype(np.float32)
    wanted = len(taken) * up // down
    periods = -(-wanted // up)
    padded = np.zeros(periods * down + weights.shape[1], np.float32)
    padded[_REACH : _REACH + len(taken)] = taken
    windows = np.lib.stride_tricks.sliding_window_view(padded, weights.shape[1])
    firsts = np.arange(0, up, _TOGETHER) * down // up
    mixed = np.empty((periods, up), np.float32)
    for start in range(0, periods, _ROWS):
        rows = np.arange(start, min(start + _ROWS, periods)) * down
        groups = windows[firsts[:, np.newaxis] + rows] @ weights
        mixed[start : start + _ROWS] = groups.swapaxes(0, 1).reshape(len(rows), up)
    return np.rint(mixed.ravel()[:wanted]).clip(-32768, 32767).astype("<i2").tobytes()


@lru_cache(maxsize=1)
def _weights(up: int, down: int) -> "NDArray[np.float32]":
    """The weight of each input in each output: groups of outputs × inputs × outputs of a group.

    A sinc under a Kaiser window (beta 7: what would fold is 70 dB down).
    """
    import numpy as np

    outputs = np.arange(up).reshape(-1, 1, _TOGETHER) * down / up
    firsts = np.floor(outputs[:, :, :1])
    reach = int((outputs[:, :, -1:] - firsts).max()) + 2 * _REACH + 1
    inputs = firsts + np.arange(reach).reshape(1, -1, 1) - _REACH
    distance = outputs - inputs
    inside = np.sqrt(np.maximum(0.0, 1.0 - (distance / _REACH) ** 2))
    window = np.where(np.abs(distance) < _REACH, np.i0(7.0 * inside), 0.0)
    weights = np.sinc(_CUTOFF * up / down * distance) * window
    return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)
