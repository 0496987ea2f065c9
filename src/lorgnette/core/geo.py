"""Distances and directions on the earth, taken as a sphere.

Degrees are those of WGS 84; bearings are clockwise from north, 0 to 360. The sphere is wrong by at
most half a percent, which is less than any fix.
"""

import math
from typing import Final

from lorgnette.core.types import Spot

RADIUS: Final = 6_371_008.8
"""Metres: the mean radius of the earth (IUGG)."""

DEGREE: Final = RADIUS * math.radians(1)
"""Metres of a degree of latitude."""


def metres(one: Spot, other: Spot) -> float:
    """The way of a crow, by the haversine formula, which is exact for near spots too."""
    here, there = math.radians(one.latitude), math.radians(other.latitude)
    north = math.sin((there - here) / 2)
    east = math.sin(math.radians(other.longitude - one.longitude) / 2)
    chord = north**2 + math.cos(here) * math.cos(there) * east**2
    return 2 * RADIUS * math.asin(math.sqrt(min(1.0, chord)))


def bearing(one: Spot, other: Spot) -> float:
    """In which direction `other` lies from `one`; 0 when they are the same."""
    here, there = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude)
    across = math.sin(east) * math.cos(there)
    up = math.cos(here) * math.sin(there) - math.sin(here) * math.cos(there) * math.cos(east)
    return math.degrees(math.atan2(across, up)) % 360


def moved(spot: Spot, towards: float, by: float) -> Spot:
    """Where one is after `by` metres along the great circle that begins with a bearing."""
    latitude, angle = math.radians(spot.latitude), by / RADIUS
    course = math.radians(towards)
    there = math.asin(
        math.sin(latitude) * math.cos(angle)
        + math.cos(latitude) * math.sin(angle) * math.cos(course)
    )
    east = math.atan2(
        math.sin(course) * math.sin(angle) * math.cos(latitude),
        math.cos(angle) - math.sin(latitude) * math.sin(there),
    )
    longitude = spot.longitude + math.degrees(east)
    return Spot(math.degrees(there), (longitude + 180) % 360 - 180)


def turn_between(before: float, after: float) -> float:
    """How far one turns from one bearing to another: right is positive, −180 to 180."""
    return (after - before + 180) % 360 - 180


def between(one: Spot, other: Spot, share: float) -> Spot:
    """A spot on the straight line of a map from one to another, as those who drew it meant it.

    Maps draw evenly in degrees; over a kilometre that is the great circle to a few centimetres.
    """
    east = turn_between(one.longitude, other.longitude)
    return Spot(
        one.latitude + share * (other.latitude - one.latitude),
        (one.longitude + share * east + 180) % 360 - 180,
    )
