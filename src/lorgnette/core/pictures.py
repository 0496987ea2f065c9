"""Pictures as whoever looks at them takes them, and places in them."""

import math

import msgspec
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""(height, width, 3): red, green and blue from 0 to 255, rows from the top, contiguous."""

Point = tuple[float, float]
"""Right and down from the top left corner, in pixels."""


class Box(msgspec.Struct, frozen=True):
    """Four corners of what was found, clockwise from its own top left: it may lie askew."""

    corners: tuple[Point, Point, Point, Point]

    @property
    def centre(self) -> Point:
        """The middle of the corners."""
        return (sum(x for x, _ in self.corners) / 4, sum(y for _, y in self.corners) / 4)

    @property
    def length(self) -> float:
        """From its own top left to its own top right, in pixels."""
        return math.dist(self.corners[0], self.corners[1])

    @property
    def height(self) -> float:
        """From its own top left to its own bottom left, in pixels."""
        return math.dist(self.corners[0], self.corners[3])

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the upright rectangle around it."""
        across, down = zip(*self.corners, strict=True)
        return min(across), min(down), max(across), max(down)

    def holds(self, point: Point) -> bool:
        """Whether a point lies in the upright rectangle around it."""
        left, top, right, bottom = self.bounds
        return left <= point[0] <= right and top <= point[1] <= bottom

    def meets(self, other: "Box") -> bool:
        """Whether the middle of one lies in the other: they are about the same thing."""
        return self.holds(other.centre) or other.holds(self.centre)
