"""Lensham, the tiny town that comes with Lorgnette, and some spots in it.

Positions are in metres east and north of the middle of the old bridge.
"""

import math
from typing import Final

from lorgnette.app.maps.town import TOWN
from lorgnette.core.geo import RADIUS
from lorgnette.core.types import Spot

__all__ = [
    "BRIDGE",
    "CASTLE_FOOT",
    "CASTLE_GATE",
    "GULL_ISLAND",
    "NORTH_PIER",
    "SEAL_ISLAND",
    "SOUTH_PIER",
    "STATION",
    "TOWN",
    "at",
]

BRIDGE: Final = Spot(48.0, -30.0)
"""The middle of the old bridge."""


def at(east: float, north: float) -> Spot:
    """The spot so many metres from the middle of the old bridge."""
    degree = math.radians(1) * RADIUS
    narrow = degree * math.cos(math.radians(BRIDGE.latitude))
    latitude, longitude = BRIDGE.latitude + north / degree, BRIDGE.longitude + east / narrow
    return Spot(round(latitude, 6), round(longitude, 6))


STATION: Final = at(-362, 330)
CASTLE_FOOT: Final = at(-180, 290)
"""At the foot of the stairs that lead up to the castle."""
CASTLE_GATE: Final = at(-180, 430)
"""Above them."""
NORTH_PIER: Final = at(600, 62)
SOUTH_PIER: Final = at(600, -62)
SEAL_ISLAND: Final = at(1710, 5)
"""Without any road."""
GULL_ISLAND: Final = at(1540, -270)
"""With a path, to which nothing leads."""
