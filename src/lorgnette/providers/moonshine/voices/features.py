"""The logarithms of 80 mel bands each 10 ms, as Kaldi computes them and WeSpeaker learnt them."""

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from lorgnette.core.types import SAMPLE_RATE

Floats = npt.NDArray[np.float32]

FRAME: Final = SAMPLE_RATE * 25 // 1000
STEP: Final = SAMPLE_RATE // 100
POINTS: Final = 512
BANDS: Final = 80
LOWEST: Final = 20.0
"""Hertz."""

EMPHASIS: Final = 0.97
FULL_SCALE: Final = 32768.0
SMALLEST: Final = 1.1921e-07
"""Kaldi's floor under a logarithm."""


def features(samples: Floats) -> Floats:
    """One row for each frame of at least `FRAME` samples, -1 to 1, their mean taken away.

    So neither the loudness nor the microphone matters much.
    """
    frames = sliding_window_view(samples * np.float32(FULL_SCALE), FRAME)[::STEP]
    frames = frames - frames.mean(axis=1, keepdims=True)
    before = np.concatenate([frames[:, :1], frames[:, :-1]], axis=1)
    window = np.hamming(FRAME).astype(np.float32)
    spectrum = np.abs(np.fft.rfft((frames - EMPHASIS * before) * window, POINTS)) ** 2
    bands = np.log(np.maximum(spectrum @ triangles().T, SMALLEST))
    levelled: Floats = (bands - bands.mean(axis=0)).astype(np.float32)
    return levelled


@cache
def triangles() -> Floats:
    """How much each point of the spectrum counts for each band."""
    edges = np.linspace(mel(LOWEST), mel(SAMPLE_RATE / 2), BANDS + 2)
    points = mel(np.arange(POINTS // 2) * SAMPLE_RATE / POINTS)
    left, middle, right = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    rising, falling = (points - left) / (middle - left), (right - points) / (right - middle)
    whole = np.pad(np.maximum(0, np.minimum(rising, falling)), ((0, 0), (0, 1)))
    return whole.astype(np.float32)


def mel(hertz: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """The mel scale of Kaldi and HTK."""
    scale: npt.NDArray[np.float64] = 1127.0 * np.log1p(np.asarray(hertz) / 700.0)
    return scale
