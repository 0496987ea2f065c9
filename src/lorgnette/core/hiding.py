"""Places in a picture made so coarse that nobody is known by them."""

from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lorgnette.core.pictures import Box, Pixels

CELLS: Final = 5
"""Across a hidden place and down: of a face that leaves light and dark, and no features."""

MARGIN: Final = 0.3
"""Of its size that is hidden around a place too: hair, ears, and what was found a little beside."""


def hidden(pixels: Pixels, places: Iterable[Box]) -> Pixels:
    """A picture in which these places cannot be made out: few cells, and no edges between them.

    The picture that is given is left as it is.
    """
    shown = pixels.copy()
    height, width = shown.shape[:2]
    for place in places:
        left, top, right, bottom = place.bounds
        more = MARGIN * max(right - left, bottom - top)
        across = slice(max(0, int(left - more)), max(0, min(width, int(right + more) + 1)))
        down = slice(max(0, int(top - more)), max(0, min(height, int(bottom + more) + 1)))
        if shown[down, across].size:
            shown[down, across] = coarse(shown[down, across])
    return shown


def coarse(pixels: Pixels) -> Pixels:
    """A picture of which only the means of a few cells are left, flowing into each other."""
    height, width = pixels.shape[:2]
    means = averaged(averaged(pixels.astype(np.float64), 0), 1)
    flowing = spread(spread(means, height, 0), width, 1)
    return np.rint(flowing).astype(np.uint8)


def averaged(values: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    """The means of cells along one axis."""
    cells = np.array_split(values, min(CELLS, values.shape[axis]), axis)
    return np.concatenate([cell.mean(axis, keepdims=True) for cell in cells], axis)


def spread(values: NDArray[np.float64], size: int, axis: int) -> NDArray[np.float64]:
    """So many values along one axis, each between those of the two nearest cells."""
    cells = values.shape[axis]
    place = np.clip((np.arange(size) + 0.5) * cells / size - 0.5, 0, cells - 1)
    before = place.astype(int)
    share = np.expand_dims(place - before, 1 - axis)[..., np.newaxis]
    after = np.minimum(before + 1, cells - 1)
    between: NDArray[np.float64] = values.take(before, axis) * (1 - share)
    between += values.take(after, axis) * share
    return between
