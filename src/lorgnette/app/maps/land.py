"""On which side of the road one drives on a map: of that only the boundaries of countries tell.

Extracts of cities and islands seldom have one that is whole. Valhalla then takes it that one drives
on the left, and counts the exits of roundabouts the wrong way round.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from lorgnette.core.driving import keeps_left
from lorgnette.core.types import Spot
from lorgnette.providers.valhalla.maps import Bounds

MARGIN: Final = 0.1
"""Degrees that a boundary lies outside of the map."""

COUNTRY: Final = 2
"""The level of countries among all that have a boundary."""


def needs_land(bounds: Bounds, admins: Path) -> bool:
    """Whether a map has no country, and lies where one drives on the right."""
    middle = Spot((bounds.south + bounds.north) / 2, (bounds.west + bounds.east) / 2)
    return not keeps_left(middle) and not _countries(admins)


def _countries(admins: Path) -> int:
    """How many countries are in a file that Valhalla made; none when it cannot be read."""
    asked = "SELECT count(*) FROM admins WHERE admin_level = ?"
    try:
        with closing(sqlite3.connect(admins)) as found:
            [count] = found.execute(asked, (COUNTRY,)).fetchone()
    except sqlite3.Error:
        return 0
    return int(count)


def land(bounds: Bounds) -> str:
    """A nameless country around a map, as OpenStreetMap's XML: one drives on the right there."""
    south, north = max(bounds.south - MARGIN, -90), min(bounds.north + MARGIN, 90)
    west, east = max(bounds.west - MARGIN, -180), min(bounds.east + MARGIN, 180)
    corners = ((south, west), (south, east), (north, east), (north, west))
    nodes = "".join(
        f'<node id="{number}" version="1" lat="{latitude:.7f}" lon="{longitude:.7f}"/>'
        for number, (latitude, longitude) in enumerate(corners, start=1)
    )
    round_it = "".join(f'<nd ref="{number}"/>' for number in (1, 2, 3, 4, 1))
    kind = {"type": "boundary", "boundary": "administrative", "admin_level": COUNTRY, "name": "-"}
    tags = "".join(f'<tag k="{key}" v="{value}"/>' for key, value in kind.items())
    border = '<member type="way" ref="1" role="outer"/>'
    return (
        f'<osm version="0.6">{nodes}<way id="1" version="1">{round_it}</way>'
        f'<relation id="1" version="1">{border}{tags}</relation></osm>'
    )
