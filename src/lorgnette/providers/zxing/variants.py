"""The variants of a picture that are read: what one hides, another may show."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST: Final = 2_600
"""Pixels that a picture may be long after it was made larger."""


def shrunk(image: "Image", side: int) -> "Image":
    """At most `side` pixels long."""
    return scaled(image, min(1.0, side / max(image.size)))


def scaled(image: "Image", scale: float) -> "Image":
    """Larger or smaller, within reason."""
    from PIL.Image import Resampling

    scale = min(scale, max(1.0, LARGEST / max(image.size)))
    if scale == 1.0:
        return image
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Resampling.BILINEAR)


def sharpened(image: "Image") -> "Image":
    """With its edges more upright."""
    from PIL.ImageFilter import UnsharpMask

    return image.filter(UnsharpMask(radius=3, percent=200, threshold=0))


def softened(image: "Image") -> "Image":
    """With its noise less loud."""
    from PIL.ImageFilter import BoxBlur

    return image.filter(BoxBlur(1))


def stretched(image: "Image") -> "Image":
    """From black to white."""
    from PIL.ImageOps import autocontrast

    return autocontrast(image, cutoff=2)


def sharpened_and_scaled(image: "Image") -> "Image":
    """With its edges more upright, and smaller."""
    return scaled(sharpened(image), 0.6)


VARIANTS: Final[tuple[Callable[["Image"], "Image"], ...]] = (
    partial(shrunk, side=1_600),
    partial(scaled, scale=0.75),
    partial(scaled, scale=0.5),
    sharpened,
    partial(scaled, scale=1.5),
    stretched,
    softened,
    partial(scaled, scale=2.0),
    sharpened_and_scaled,
)
"""The likeliest to help first."""

QUICK: Final = 5
"""How many are read of a frame that will be followed by others."""
