"""The variants of a picture that are read: what one hides, another may show."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from lorgnette.core.pictures import Box, Point

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


Variant = Callable[["Image"], "Image"]

VARIANTS: Final[tuple[Variant, ...]] = (
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

SIDE: Final = 1_600
"""Pixels that a picture is long when it is held otherwise."""


@dataclass(frozen=True)
class Pose:
    """How a picture is held: turned by degrees, against the clock, or as its own negative."""

    turned: int = 0
    negative: bool = False

    def of(self, picture: "Image") -> "Image":
        """The picture held so; as it is, it keeps its size."""
        from PIL.Image import Resampling
        from PIL.ImageOps import invert

        if self == AS_IT_IS:
            return picture
        image = shrunk(picture, SIDE)
        image = invert(image) if self.negative else image
        if not self.turned:
            return image
        return image.rotate(self.turned, Resampling.BILINEAR, expand=True, fillcolor=255)

    def back(self, box: Box, held: tuple[int, int], picture: tuple[int, int]) -> Box:
        """Where a box in the picture held so is in the picture; by the sizes of both."""
        scale = max(1.0, max(picture) / SIDE) if self != AS_IT_IS else 1.0
        cos, sin = math.cos(math.radians(self.turned)), math.sin(math.radians(self.turned))

        def moved(corner: Point) -> Point:
            across, down = corner[0] - held[0] / 2, corner[1] - held[1] / 2
            return (
                picture[0] / 2 + scale * (across * cos - down * sin),
                picture[1] / 2 + scale * (across * sin + down * cos),
            )

        first, second, third, fourth = map(moved, box.corners)
        return Box((first, second, third, fourth))


AS_IT_IS: Final = Pose()

OTHERWISE: Final = (*map(Pose, (30, 60, 15, 75, 45)), Pose(negative=True))
"""The library finds bars that are dark, and level or upright, give or take 15 degrees; stacks 8."""
