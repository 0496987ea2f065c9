"""Where text is: rectangles around its lines, however they lie.

The network says of every pixel how likely it is in the middle of a line of text (DB: Liao et al.
2020, arXiv:1911.08947); what is likely and hangs together is a line.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from lorgnette.core.pictures import Pixels
from lorgnette.providers.rapidocr.networks import giving_back

Floats = NDArray[np.float32]

LIKELY: Final = 0.3
"""From here on a pixel is in the middle of a line."""

SURE: Final = 0.5
"""Mean of a line's pixels from which on it is one."""

GROWTH: Final = 1.6
"""The middle of a line grows on each side by this share of its area over its outline."""

THINNEST: Final = 3
"""Pixels of the network's picture; what is thinner is no text."""

MOST: Final = 600
"""Lines that are looked at, the largest first."""

GRID: Final = 32
"""The network takes sides that are a multiple of this."""

BORDER: Final = 16
"""Pixels put around a picture: text that touches its edge is found as well."""


@dataclass(frozen=True)
class Place:
    """A line of text: its centre, how long and how high it is, and its turn.

    `turn`: radians clockwise, within an eighth of a turn: `length` is what lies more or less
    level, even if the text should run down.
    """

    across: float
    down: float
    length: float
    height: float
    turn: float

    @property
    def corners(self) -> NDArray[np.float64]:
        """(4, 2): clockwise from the top left as it lies in the picture."""
        ends = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * (self.length / 2, self.height / 2)
        cos, sin = np.cos(self.turn), np.sin(self.turn)
        turned = ends @ np.array([(cos, sin), (-sin, cos)])
        placed: NDArray[np.float64] = turned + np.array((self.across, self.down))
        return placed


def places(network: Any, pixels: Pixels, side: int) -> list[Place]:
    """The lines of text in a picture, which is looked at with at most `side` pixels a side."""
    import cv2

    scale = min(1.0, side / max(pixels.shape[:2]))
    likely = likeliness(network, reduced(pixels, scale))
    mask = cv2.dilate((likely > LIKELY).astype(np.uint8), np.ones((2, 2), np.uint8))
    outlines, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    outlines = sorted(outlines, key=cv2.contourArea, reverse=True)[:MOST]
    found = (place_of(outline, likely) for outline in outlines)
    return [_scaled(place, scale) for place in found if place is not None]


def reduced(pixels: Pixels, scale: float) -> Pixels:
    """The picture made smaller."""
    import cv2

    if scale == 1:
        return pixels
    height, width = (max(1, round(side * scale)) for side in pixels.shape[:2])
    return cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA).astype(np.uint8)


def likeliness(network: Any, pixels: Pixels) -> Floats:
    """(height, width): how likely each pixel is in the middle of a line of text."""
    height, width = pixels.shape[:2]
    more = [(BORDER, BORDER + -(side + 2 * BORDER) % GRID) for side in (height, width)]
    framed = np.pad(pixels, (*more, (0, 0)), mode="edge")
    values = framed[..., ::-1].transpose(2, 0, 1)[None].astype(np.float32) / 127.5 - 1
    likely: Floats = network.run(None, {"x": values}, giving_back())[0][0, 0]
    return likely[BORDER : BORDER + height, BORDER : BORDER + width]


def place_of(outline: Any, likely: Floats) -> Place | None:
    """The line of text around the middle of it; None when it is too thin or too unlikely."""
    import cv2

    (across, down), (length, height), degrees = cv2.minAreaRect(outline)
    if min(length, height) < THINNEST:
        return None
    left, top, width, tall = cv2.boundingRect(outline)
    inside = np.zeros((tall, width), np.uint8)
    cv2.drawContours(inside, [outline], -1, 1, cv2.FILLED, offset=(-left, -top))
    if cv2.mean(likely[top : top + tall, left : left + width], inside)[0] < SURE:
        return None
    quarters = round(degrees / 90)
    if quarters % 2:
        length, height = height, length
    grown = GROWTH * length * height / (length + height)
    turn = float(np.radians(degrees - 90 * quarters))
    return Place(across, down, length + grown, height + grown, turn)


def _scaled(place: Place, scale: float) -> Place:
    sizes = (place.across, place.down, place.length, place.height)
    across, down, length, height = (size / scale for size in sizes)
    return Place(across, down, length, height, place.turn)
