"""How good a picture is to look at: sharp, bright enough, and not out of the window."""

from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from lorgnette.core.pictures import Pixels

FINE: Final = 1_280
"""Pixels of a side within which sharpness is measured: the middle of a larger picture."""


class Quality(msgspec.Struct, frozen=True):
    """`sharpness` compares pictures of one thing: more is sharper. The others are 0 to 1.

    `brightness` is that of the middle grey, `glare` the share of pixels that are white, `contrast`
    how far apart dark and light are.
    """

    sharpness: float
    brightness: float
    contrast: float
    glare: float


def quality(pixels: Pixels) -> Quality:
    """What a picture is worth. It costs some milliseconds."""
    grey = pixels[..., 1]
    coarse = grey[::4, ::4]
    dark, middle, light = np.percentile(coarse, (5, 50, 95)) / 255
    return Quality(
        sharpness(grey), float(middle), float(light - dark), float(np.mean(coarse >= 250))
    )


def sharpness(grey: NDArray[np.uint8]) -> float:
    """The energy of the finest edges: the variance of the Laplacian (Pech-Pacheco et al. 2000).

    A blur takes it away, in whatever direction; more light would add to it, so it is set against
    the light there is.
    """
    height, width = grey.shape
    top, left = max(0, height - FINE) // 2, max(0, width - FINE) // 2
    part = grey[top : top + FINE, left : left + FINE].astype(np.int16)
    if min(part.shape) < 3:
        return 0.0
    middle = part[1:-1, 1:-1]
    edges = part[:-2, 1:-1] + part[2:, 1:-1] + part[1:-1, :-2] + part[1:-1, 2:] - 4 * middle
    return float(np.var(edges)) / (1.0 + float(middle.mean()) ** 2) * 255
