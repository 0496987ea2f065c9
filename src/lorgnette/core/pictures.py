"""Pictures as whoever looks at them takes them, and places in them."""

import math
from typing import Final

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

    def overlaps(self, other: "Box") -> bool:
        """Whether they share some of their place, also when they lie askew."""
        return not (_apart(self.corners, other.corners) or _apart(other.corners, self.corners))


EDGE: Final = 0.02
"""How much of a box's side may lie in another one by chance."""


def _apart(corners: tuple[Point, ...], others: tuple[Point, ...]) -> bool:
    """Whether all others lie beyond one of the sides of a convex shape."""
    for number, (x, y) in enumerate(corners):
        nx, ny = corners[(number + 1) % len(corners)]
        right, down = ny - y, x - nx  # across the side
        inside = [right * (px - x) + down * (py - y) for px, py in corners]
        outside = [right * (px - x) + down * (py - y) for px, py in others]
        if sum(inside) > 0:
            inside, outside = [-each for each in inside], [-each for each in outside]
        if min(outside) > EDGE * min(inside):
            return True
    return False
