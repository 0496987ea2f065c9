"""Finds faces in three steps: everywhere roughly, there closely, and once more for sure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import anyio
import anyio.to_thread
import numpy as np

from lorgnette.core.errors import EngineFailed, EngineHung
from lorgnette.core.pictures import Box, Pixels
from lorgnette.providers.mtcnn import networks
from lorgnette.providers.mtcnn.layers import Floats
from lorgnette.providers.mtcnn.networks import Network, values
from lorgnette.providers.mtcnn.places import apart, corrected, squared

SMALLEST: Final = 20
"""Pixels of the smallest face that is found: nobody is known by fewer."""

CELL, STRIDE, STEP = 12, 2, 0.709
"""What the first network looks at, how far apart, and how much smaller each picture is."""

PATIENCE: Final = 20.0
"""Seconds for one picture."""

CERTAIN: Final = (0.6, 0.6, 0.6)
"""How sure each network must be: rather a face too many than one too few."""


class MTCNN:
    """Implements `FaceFinder`: faces that are about upright, and turned away by half at most."""

    def __init__(self, _tables: Mapping[str, Any], patience: float = PATIENCE) -> None:
        """`patience`: seconds for one picture. Raises MissingPart; loads nothing yet."""
        networks.folder()
        self._patience = patience
        self._turns = anyio.CapacityLimiter(1)
        self._cascade: Cascade | None = None

    async def find(self, pixels: Pixels, /) -> Sequence[Box]:
        """See `FaceFinder`."""
        try:
            with anyio.fail_after(self._patience):
                return await anyio.to_thread.run_sync(
                    self._find, pixels, abandon_on_cancel=True, limiter=self._turns
                )
        except TimeoutError as error:
            raise EngineHung(f"no faces were found in {self._patience:g} s") from error
        except Exception as error:  # joblib, numpy and OpenCV raise their own
            raise EngineFailed(f"faces cannot be looked for: {error}") from error

    def _find(self, pixels: Pixels) -> Sequence[Box]:
        """The faces, in a worker thread; the networks are loaded by the first picture."""
        if self._cascade is None:
            self._cascade = Cascade()
        return self._cascade.faces(pixels)


class Cascade:
    """The three networks, loaded."""

    def __init__(self) -> None:
        self._everywhere, *self._closely = (Network(name) for name in networks.NAMES)

    def faces(self, pixels: Pixels) -> Sequence[Box]:
        """A box around each face."""
        places = self._rough(pixels)
        for network, side, certain in zip(self._closely, (24, 48), CERTAIN[1:], strict=True):
            if not len(places):
                return ()
            crops = np.stack([cut(pixels, place, side) for place in squared(places)])
            sure, corrections = network.look(values(crops))
            found = sure > certain
            places = corrected(squared(places)[found], corrections[found])
            places = places[apart(places, sure[found], 0.7, inside=side == 48)]
        return [box(place) for place in places]

    def _rough(self, pixels: Pixels) -> Floats:
        """Where faces of any size may be."""
        found = [self._at(pixels, scale) for scale in scales(*pixels.shape[:2])]
        rough = np.concatenate([np.empty((0, 5), np.float32), *found])
        places: Floats = rough[apart(rough[:, :4], rough[:, 4], 0.7), :4]
        return places

    def _at(self, pixels: Pixels, scale: float) -> Floats:
        """Where faces may be that fill a cell at this scale, and how sure that is."""
        height, width = pixels.shape[:2]
        size = (max(CELL, round(width * scale)), max(CELL, round(height * scale)))
        small = values(resized(pixels, size))
        sure, corrections = self._everywhere.look(small[np.newaxis])
        down, across = np.nonzero(sure[0] > CERTAIN[0])
        corner = np.stack([across, down], axis=1) * STRIDE
        cells = np.concatenate([corner, corner + CELL], axis=1).astype(np.float32)
        certain = sure[0, down, across]
        shrunk = np.array([size[0] / width, size[1] / height] * 2, np.float32)
        places = corrected(cells, corrections[0, down, across]) / shrunk
        kept = apart(places, certain, 0.5)
        return np.column_stack([places[kept], certain[kept]])


def scales(height: int, width: int) -> Iterator[float]:
    """How much smaller the pictures are in which faces are looked for."""
    scale = CELL / SMALLEST
    while min(height, width) * scale >= CELL:
        yield scale
        scale *= STEP


def cut(pixels: Pixels, place: Floats, side: int) -> Pixels:
    """A square of a picture, made as small as a network wants it; grey beyond the edges."""
    left, top, right, bottom = (round(float(each)) for each in place)
    height, width = pixels.shape[:2]
    across = (max(left, 0), max(min(right, width), 0))
    down = (max(top, 0), max(min(bottom, height), 0))
    square = np.full((max(bottom - top, 1), max(right - left, 1), 3), 127, np.uint8)
    inside = pixels[down[0] : down[1], across[0] : across[1]]
    begin = (down[0] - top, across[0] - left)
    square[begin[0] : begin[0] + inside.shape[0], begin[1] : begin[1] + inside.shape[1]] = inside
    return resized(square, (side, side))


def resized(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """A picture of this width and height."""
    import cv2

    small: Any = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8)


def box(place: Floats) -> Box:
    """A place as others know it."""
    left, top, right, bottom = (float(each) for each in place)
    return Box(((left, top), (right, top), (right, bottom), (left, bottom)))
