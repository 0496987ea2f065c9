"""Chinese coordinates: GCJ-02, which maps made in China use, from and to WGS 84.

By law maps in China are drawn a few hundred metres off, by a shift that differs from place to
place. The authority that made it never published it; the formula is the one that was published in
2013 («Algorithms → Converters → EvilTransform», on4wp7.codeplex.com) and which
https://github.com/googollee/eviltransform and many others have since tested against maps. Where
China is: rectangles, as libraries for this purpose use them; they are rough near its borders.
"""

import math
from math import sin
from typing import Final

from lorgnette.core.types import Spot

AXIS: Final = 6_378_245.0
"""Metres: the longer half axis of Krasovsky's ellipsoid of 1940."""

ECCENTRICITY: Final = 0.006_693_421_622_965_943
"""Of that ellipsoid, squared."""

CLOSE: Final = 1e-8
"""Degrees within which the way back is searched: a millimetre."""

Box = tuple[float, float, float, float]
"""South, west, north, east."""

AROUND: Final[Box] = (17.0, 72.0, 55.0, 137.0)
"""All of it, and more; further off the formula means nothing."""

WITHIN: Final[tuple[Box, ...]] = (
    (42.8899, 79.4462, 49.2204, 96.33),
    (39.3742, 109.6872, 54.1415, 135.0002),
    (29.5297, 73.1246, 42.8899, 124.143255),
    (26.7186, 82.9684, 29.5297, 97.0352),
    (20.414096, 97.0253, 29.5297, 124.367395),
    (17.871542, 107.975793, 20.414096, 111.744104),
)
WITHOUT: Final[tuple[Box, ...]] = (
    (21.785006, 119.921265, 25.398623, 122.497559),
    (20.0988, 101.8652, 22.284, 106.665),
    (20.4878, 106.4525, 21.5422, 108.051),
    (50.3257, 109.0323, 55.8175, 119.127),
    (49.5574, 127.4568, 55.8175, 137.0227),
    (42.5692, 131.2662, 44.8922, 137.0227),
)


def in_china(spot: Spot) -> bool:
    """Whether maps of there are shifted."""
    return any(_holds(box, spot) for box in WITHIN) and not any(
        _holds(box, spot) for box in WITHOUT
    )


def from_wgs84(spot: Spot) -> Spot:
    """Where a Chinese map draws a spot; elsewhere it stays where it is."""
    return _shifted(spot) if in_china(spot) else spot


def to_wgs84(spot: Spot) -> Spot:
    """Where on the earth a spot of a Chinese map is, to a few millimetres.

    The shift hardly changes over its own length, so guessing anew by what a guess is off comes
    nearer some hundred times with every step.
    """
    if not _holds(AROUND, spot):
        return spot
    guess = spot
    for _ in range(10):
        drawn = _shifted(guess)
        north, east = spot.latitude - drawn.latitude, spot.longitude - drawn.longitude
        guess = Spot(guess.latitude + north, guess.longitude + east)
        if max(abs(north), abs(east)) < CLOSE:
            break
    return guess if in_china(guess) else spot


def _holds(box: Box, spot: Spot) -> bool:
    south, west, north, east = box
    return south <= spot.latitude <= north and west <= spot.longitude <= east


def _shifted(spot: Spot) -> Spot:
    """The published formula: metres off by waves around 35° north, 105° east, made degrees."""
    x, y = spot.longitude - 105.0, spot.latitude - 35.0
    u, v = math.pi * x, math.pi * y
    ripples = 20 * sin(6 * u) + 20 * sin(2 * u)
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x))
    north += (ripples + 20 * sin(v) + 40 * sin(v / 3)) * 2 / 3
    north += (160 * sin(v / 12) + 320 * sin(v / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x))
    east += (ripples + 20 * sin(u) + 40 * sin(u / 3)) * 2 / 3
    east += (150 * sin(u / 12) + 300 * sin(u / 30)) * 2 / 3
    latitude = math.radians(spot.latitude)
    flat = 1 - ECCENTRICITY * sin(latitude) ** 2
    along = AXIS * (1 - ECCENTRICITY) / (flat * math.sqrt(flat))
    across = AXIS / math.sqrt(flat) * math.cos(latitude)
    return Spot(
        spot.latitude + math.degrees(north / along), spot.longitude + math.degrees(east / across)
    )
