"""Finds places by where they are."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from math import cos, radians
from typing import Final

from lorgnette.core.geo import metres
from lorgnette.core.places.kinds import SETTLEMENTS
from lorgnette.core.types import Language, Spot
from lorgnette.store.places.tables import BANDS, UNPACK, Row, band_of, fine

DEGREE: Final = 111_195
"""Metres of a degree of latitude."""

RINGS: Final = (400.0, 1_500.0, 6_000.0, 25_000.0, 50_000.0, 100_000.0)
"""Metres within which a kind is looked for, until there are enough."""

REACH: Final = {
    "city": 15_000, "town": 5_000, "village": 2_500, "suburb": 1_500, "hamlet": 1_200,
    "neighbourhood": 500,
}  # fmt: skip
"""Metres around its middle in which a settlement is the locality of an address."""

Near = tuple[float, int, Row]
"""Metres, the number of a place, and the place."""


def within(db: sqlite3.Connection, kinds: Collection[str], spot: Spot, reach: float) -> list[Near]:
    """Places of some kinds within so many metres, the nearest first."""
    found = []
    for number, data in _boxed(db, kinds, spot, reach):
        row = UNPACK.decode(data)
        far = metres(spot, row.place.spot)
        if far <= reach:
            found.append((far, number, row))
    return sorted(found, key=lambda each: each[:2])


def nearest(
    db: sqlite3.Connection, kinds: Collection[str], spot: Spot, limit: int
) -> Sequence[Near]:
    """The nearest places of some kinds, but none that is a hundred kilometres away."""
    found: list[Near] = []
    for reach in RINGS:
        found = within(db, kinds, spot, reach)
        if len(found) >= limit:
            break
    return found[:limit]


def important(db: sqlite3.Connection, kinds: Collection[str], limit: int) -> list[tuple[int, Row]]:
    """The most important places of some kinds, wherever they are."""
    marks = ", ".join("?" * len(kinds))
    rows = db.execute(
        f"SELECT id, data FROM places WHERE kind IN ({marks}) ORDER BY id LIMIT ?",  # noqa: S608
        (*kinds, limit),
    )
    return [(number, UNPACK.decode(data)) for number, data in rows]


def locality(db: sqlite3.Connection, spot: Spot, language: Language) -> str:
    """The name of the village, town or city in which a spot lies; "" in the wild."""
    best, name = 1.0, ""
    for kind in SETTLEMENTS:
        for far, _, row in within(db, (kind,), spot, REACH[kind])[:1]:
            if far / REACH[kind] < best:
                best, name = far / REACH[kind], row.place.name(language)
    return name


def boxes(spot: Spot, reach: float) -> Iterator[tuple[int, int]]:
    """The ranges of longitudes, in ten millionths, that lie within so many metres.

    There are two where the date line is near.
    """
    wide = reach / DEGREE / max(0.01, cos(radians(spot.latitude)))
    low, high = spot.longitude - wide, spot.longitude + wide
    yield fine(max(low, -180.0)), fine(min(high, 180.0))
    if low < -180:
        yield fine(max(low + 360, -180.0)), fine(180.0)
    if high > 180:
        yield fine(-180.0), fine(min(high - 360, 180.0))


def bands(spot: Spot, reach: float) -> range:
    """The bands that lie within so many metres."""
    tall = reach / DEGREE + 1 / BANDS
    return range(band_of(spot.latitude - tall), band_of(spot.latitude + tall) + 1)


def _boxed(
    db: sqlite3.Connection, kinds: Collection[str], spot: Spot, reach: float
) -> Iterator[tuple[int, bytes]]:
    marks = ", ".join("?" * len(kinds))
    rows = ", ".join(map(str, bands(spot, reach)))
    for low, high in boxes(spot, reach):
        yield from db.execute(
            f"SELECT id, data FROM places WHERE kind IN ({marks})"  # noqa: S608 - marks, numbers
            f" AND band IN ({rows}) AND longitude BETWEEN ? AND ?",
            (*kinds, low, high),
        )
