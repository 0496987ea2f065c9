"""The network of Silero: spectra, four convolutions, one memory cell, one decision.

Written after https://github.com/snakers4/silero-vad (MIT), version 6.2, 16 kHz.
"""

from typing import Final

import numpy as np
from numpy.lib.stride_tricks import as_strided

from lorgnette.core.types import SAMPLE_BYTES, Sound
from lorgnette.providers.silero.weights import Floats, Weights

WINDOW: Final = 512
CONTEXT: Final = 64
"""Samples of the last window before, and reflected after, each window."""

HOP: Final = 128
"""Samples from one spectrum to the next."""

STRIDES: Final = (1, 2, 2, 1)
"""Of the convolutions: four steps become one."""


def sigmoid(x: Floats) -> Floats:
    """The logistic function, in the form that cannot overflow."""
    y: Floats = 0.5 + 0.5 * np.tanh(0.5 * x)
    return y


class SileroMeter:
    """One stream: 512 samples make one probability."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._rest = b""
        self.reset()

    def hear(self, sound: Sound, /) -> float:
        """Take the next samples; the latest probability of speech, 0 to 1."""
        self._rest += sound
        size = WINDOW * SAMPLE_BYTES
        while len(self._rest) >= size:
            window, self._rest = self._rest[:size], self._rest[size:]
            features = self._encode(np.frombuffer(window, "<i2"))
            self._probability = self._remember(features)
        return self._probability

    def reset(self) -> None:
        """Forget what was heard."""
        size = len(self._weights.decision[0])
        self._rest = b""
        self._probability = 0.0
        self._samples = np.zeros(CONTEXT + WINDOW + CONTEXT, np.float32)
        self._output: Floats = np.zeros(size, np.float32)
        self._memory: Floats = np.zeros(size, np.float32)

    def _encode(self, window: Floats) -> Floats:
        """512 samples, s16, as 128 features."""
        samples = self._samples
        samples[:CONTEXT] = samples[WINDOW:-CONTEXT]
        samples[CONTEXT:-CONTEXT] = window
        samples[CONTEXT:-CONTEXT] /= 32768
        samples[-CONTEXT:] = samples[-CONTEXT - 2 : -2 * CONTEXT - 2 : -1]
        spectra = _windows(samples, HOP, 2 * HOP, 4) @ self._weights.basis
        bins = spectra.shape[1] // 2
        steps = np.hypot(spectra[:, :bins], spectra[:, bins:])
        for (matrix, bias), stride in zip(self._weights.layers, STRIDES, strict=True):
            count, width = steps.shape
            padded = np.zeros((count + 2, width), np.float32)
            padded[1:-1] = steps
            taps = _windows(padded, stride * width, 3 * width, -(-count // stride))
            steps = np.maximum(taps @ matrix + bias, 0)
        features: Floats = steps[0]
        return features

    def _remember(self, features: Floats) -> float:
        """One step of the long short-term memory, and what it makes of it."""
        matrix, bias = self._weights.recurrent
        gates = np.concatenate([features, self._output]) @ matrix + bias
        enter, keep, new, leave = gates.reshape(4, -1)
        self._memory = sigmoid(keep) * self._memory + sigmoid(enter) * np.tanh(new)
        self._output = sigmoid(leave) * np.tanh(self._memory)
        weights, offset = self._weights.decision
        return float(sigmoid(np.maximum(self._output, 0) @ weights + offset))


def _windows(data: Floats, step: int, length: int, count: int) -> Floats:
    """`count` overlapping pieces of `length` numbers, `step` apart, without copying."""
    size = data.itemsize
    return as_strided(data, (count, length), (step * size, size), writeable=False)
