"""The few layers that the networks are made of, for many pictures at once. By numpy.

Pictures are (count, height, width, channels), of 32-bit floats.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def filtered(pictures: Floats, kernel: Floats, bias: Floats) -> Floats:
    """What filters see, wherever they fit into a picture."""
    side = kernel.shape[0]
    windows = sliding_window_view(pictures, (side, side), axis=(1, 2))
    count, height, width = windows.shape[:3]
    columns = windows.transpose(0, 1, 2, 4, 5, 3).reshape(count * height * width, -1)
    seen: Floats = columns @ kernel.reshape(-1, kernel.shape[-1]) + bias
    return seen.reshape(count, height, width, -1)


def leaky(values: Floats, slope: Floats) -> Floats:
    """What is below zero counts only `slope` of it."""
    return np.maximum(values, 0) + slope * np.minimum(values, 0)


def largest(pictures: Floats, side: int) -> Floats:
    """The largest of every second square of this side; those at the far edges may be cut."""
    down, across = (-(size - side) % 2 for size in pictures.shape[1:3])
    padded = np.pad(pictures, ((0, 0), (0, down), (0, across), (0, 0)), constant_values=-np.inf)
    windows = sliding_window_view(padded, (side, side), axis=(1, 2))
    best: Floats = windows[:, ::2, ::2].max(axis=(-2, -1))
    return best


def certainty(scores: Floats) -> Floats:
    """How much the second of two scores outweighs the first, from 0 to 1."""
    sure: Floats = 1 / (1 + np.exp(scores[..., 0] - scores[..., 1]))
    return sure
