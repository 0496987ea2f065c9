"""The three networks of MTCNN in the mtcnn package, which is found and not imported.

Its own code wants TensorFlow; the networks are so small that numpy runs them as quickly.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import numpy as np

from lorgnette.core.errors import MissingPart
from lorgnette.core.pictures import Pixels
from lorgnette.providers.mtcnn.layers import Floats, certainty, filtered, largest, leaky

PACKAGE: Final = "mtcnn"
NAMES: Final = ("pnet", "rnet", "onet")

POOLS: Final = {"pnet": (2, 0, 0), "rnet": (3, 3, 0), "onet": (3, 3, 2, 0)}
"""The squares of which the largest counts, after each layer of filters; 0: none."""


@cache
def folder() -> Path:
    """Where the package keeps its networks. Raises MissingPart."""
    spec = find_spec(PACKAGE)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        weights = Path(place) / "assets" / "weights"
        if all((weights / f"{name}.lz4").exists() for name in NAMES):
            return weights
    raise MissingPart("the networks that find faces are missing: pip install mtcnn==1.0.0")


class Network:
    """One network: how sure it is of a face, and by how much the place is to be corrected."""

    def __init__(self, name: str) -> None:
        """Load it."""
        import joblib

        self._weights: list[Floats] = joblib.load(folder() / f"{name}.lz4")
        self._pools = POOLS[name]
        self._whole = name == "pnet"

    def look(self, pictures: Floats) -> tuple[Floats, Floats]:
        """Certainty (…) and corrections (…, 4) for each picture, or for each place of the first.

        `pictures`: values from -1 to 1. Corrections are left, top, right and bottom in sides.
        """
        weights = iter(self._weights)
        seen = pictures
        for pool in self._pools:
            seen = leaky(filtered(seen, next(weights), next(weights)), next(weights))
            seen = largest(seen, pool) if pool else seen
        if not self._whole:
            seen = seen.transpose(0, 2, 1, 3).reshape(len(seen), -1)
            seen = leaky(seen @ next(weights) + next(weights), next(weights))
        rest = list(weights)
        corrections = seen @ rest[0].reshape(seen.shape[-1], -1) + rest[1]
        scores = seen @ rest[-2].reshape(seen.shape[-1], -1) + rest[-1]
        return certainty(scores), corrections


def values(pixels: Pixels) -> Floats:
    """Pixels of one or several pictures as the networks want them."""
    return (pixels.astype(np.float32) - np.float32(127.5)) / np.float32(128)
