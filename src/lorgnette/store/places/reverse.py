"""At which street, and at which house, a spot lies."""

import sqlite3
from collections.abc import Iterator
from itertools import pairwise
from math import cos, hypot, radians
from typing import Final

import msgspec

from lorgnette.core.geo import metres
from lorgnette.core.places import Place
from lorgnette.core.types import Spot
from lorgnette.store.places.names import street_key
from lorgnette.store.places.nearby import DEGREE, bands, boxes
from lorgnette.store.places.streets import unpacked
from lorgnette.store.places.tables import (
    CELLS,
    FINE,
    ROW,
    THERE,
    UNPACK,
    UNPACK_HOUSE,
    cell_of,
    fine,
)

HOUSE: Final = 40.0
"""Metres within which one is at a house."""

STREET: Final = 150.0
"""Metres within which one is at a street."""

NEARER: Final = 10.0
"""Metres by which the street under one's feet is nearer than the house in another."""

_STREETS: Final = frozenset({"street", "motorway", "square"})


def address_at(db: sqlite3.Connection, spot: Spot) -> tuple[float, Place] | None:
    """How far away the street is at which a spot lies, and the street or its house."""
    house, street = _house(db, spot), _street(db, spot)
    if house and not (street and street[0] + NEARER < house[0] and not _is_in(house[1], street[1])):
        return house
    if street is None:
        return None
    far, place = street
    address = msgspec.structs.replace(place.address, street=place.name(THERE))
    return far, msgspec.structs.replace(place, address=address)


def _is_in(house: Place, street: Place) -> bool:
    key = street_key(house.address.street)
    return any(street_key(name) == key for name in street.names.values())


def _house(db: sqlite3.Connection, spot: Spot) -> tuple[float, Place] | None:
    best: tuple[float, Place] | None = None
    rows = ", ".join(map(str, bands(spot, HOUSE)))
    for low, high in boxes(spot, HOUSE):
        for (data,) in db.execute(
            f"SELECT data FROM houses WHERE band IN ({rows})"  # noqa: S608 - numbers
            " AND longitude BETWEEN ? AND ?",
            (low, high),
        ):
            place = UNPACK_HOUSE.decode(data)
            far = metres(spot, place.spot)
            if far <= HOUSE and (best is None or far < best[0]):
                best = far, place
    return best


def _street(db: sqlite3.Connection, spot: Spot) -> tuple[float, Place] | None:
    nearest: dict[int, float] = {}
    for cell in _cells(spot):
        for number, line in db.execute("SELECT place, line FROM pieces WHERE cell = ?", [cell]):
            far = away(spot, line)
            if far <= min(STREET, nearest.get(number, STREET)):
                nearest[number] = far
    for number, far in sorted(nearest.items(), key=lambda each: each[1]):
        [data] = db.execute("SELECT data FROM places WHERE id = ?", [number]).fetchone()
        place = UNPACK.decode(data).place
        if place.kind in _STREETS:
            return far, place
    return None


def _cells(spot: Spot) -> Iterator[int]:
    middle = cell_of(fine(spot.longitude), fine(spot.latitude))
    wide = STREET / DEGREE / max(0.01, cos(radians(spot.latitude)))
    reach = min(20, int(wide * CELLS) + 1)
    for north in (-1, 0, 1):
        for east in range(-reach, reach + 1):
            yield middle + north * ROW + east


def away(spot: Spot, line: bytes) -> float:
    """How many metres a spot is from a line."""
    narrow = cos(radians(spot.latitude)) * DEGREE / FINE
    tall = DEGREE / FINE
    east, north = fine(spot.longitude), fine(spot.latitude)
    points = [((x - east) * narrow, (y - north) * tall) for x, y in unpacked(line)]
    if len(points) == 1:
        return hypot(*points[0])
    return min(_from_stretch(*one, *other) for one, other in pairwise(points))


def _from_stretch(x: float, y: float, right: float, top: float) -> float:
    across, up = right - x, top - y
    length = across * across + up * up
    share = 0.0 if length == 0 else max(0.0, min(1.0, -(x * across + y * up) / length))
    return hypot(x + share * across, y + share * up)
