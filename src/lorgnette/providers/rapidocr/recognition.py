"""What a line of text says."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from lorgnette.core.pictures import Pixels
from lorgnette.providers.rapidocr.spaces import spaced

HEIGHT: Final = 48
"""Pixels of a line as the network takes it."""

SHORTEST, LONGEST = 16, 3200
"""Pixels in the direction of reading; what is longer is squeezed."""


BLANK: Final = 0


@dataclass(frozen=True)
class Reading:
    """A text, and the mean of how likely its letters are."""

    text: str
    confidence: float


class Recognition:
    """The network with its letters (CTC: Graves et al. 2006)."""

    def __init__(self, network: Any) -> None:
        self._network = network
        letters = network.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._letters = ["", *letters, " "]  # the first is for «nothing new»

    def read(self, line: Pixels) -> Reading:
        """`line`: (48, length, 3), upright."""
        values = line[..., ::-1].transpose(2, 0, 1)[None].astype(np.float32) / 127.5 - 1
        likely = self._network.run(None, {"x": values})[0][0]
        best = likely.argmax(1)
        kept = np.flatnonzero((best != BLANK) & (np.diff(best, prepend=BLANK) != 0))
        if not len(kept):
            return Reading("", 0.0)
        letters = [self._letters[index] for index in best[kept]]
        where = (kept + 0.5) * line.shape[1] / len(best)
        return Reading(spaced(letters, where, line), float(likely[kept, best[kept]].mean()))


def cut(pixels: Pixels, corners: NDArray[np.float64]) -> Pixels:
    """The line between four corners, clockwise from the text's top left, upright and 48 high."""
    import cv2

    length, height = (float(np.linalg.norm(corners[at] - corners[0])) for at in (1, 3))
    wide = int(np.clip(round(length * HEIGHT / max(height, 1)), SHORTEST, LONGEST))
    size = (max(wide, round(length)), max(HEIGHT, round(height)))
    target = np.array([(0, 0), (size[0], 0), size, (0, size[1])], np.float32)
    line = cv2.warpPerspective(
        pixels,
        cv2.getPerspectiveTransform(corners.astype(np.float32), target),
        size,
        flags=cv2.INTER_LINEAR,  # cubic makes the grain of a camera sharper, and letters worse
        borderMode=cv2.BORDER_REPLICATE,
    )
    return cv2.resize(line, (wide, HEIGHT), interpolation=cv2.INTER_AREA).astype(np.uint8)
