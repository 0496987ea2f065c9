"""The tables of an index of places.

A place is one row, packed, since it is only ever read whole. Its id begins with how unimportant it
is, so that what is found first counts most. The index of names has no copy of them (`content=''`)
and no places of words (`detail=none`); beside its words every place has one for the square in which
it lies, so that names are looked for nearby and everywhere alike. `words` are all words that names
have, by how they sound. Lines of streets and rivers are cut where they leave a cell, so that what
is near a spot is found in a few cells.
"""

import sqlite3
from math import floor
from pathlib import Path
from typing import Final

import msgspec

from lorgnette.core.places import Place
from lorgnette.core.types import Language, Spot

FILE: Final = "places.sqlite"
"""The name of the index, in the folder of its map."""

VERSION: Final = 1

THERE: Final = Language("zxx")
"""No language: a name as it stands there."""

BANDS: Final = 100
"""Bands of a degree of latitude; longitudes are kept in ten millionths of a degree."""

FINE: Final = 10_000_000

CELLS: Final = 200
"""Cells of a degree: some 500 metres."""

ROW: Final = 1_000_000
"""Cells from south to north differ by this."""

SQUARES: Final = 16
"""Squares of a degree, in which names are looked for nearby: some 7 kilometres."""

WIDE: Final = 2
"""The same for large squares: some 55 kilometres."""

TABLES: Final = f"""
    CREATE TABLE places (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        band INTEGER NOT NULL,
        longitude INTEGER NOT NULL,
        data BLOB NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE names USING fts5 (
        said, content='', columnsize=0, detail=none, tokenize=ascii
    );
    CREATE TABLE words (
        word TEXT PRIMARY KEY,
        sound TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE houses (
        street TEXT NOT NULL,            -- as `street_key` has it
        number TEXT NOT NULL,
        band INTEGER NOT NULL,
        longitude INTEGER NOT NULL,
        data BLOB NOT NULL
    ) STRICT;
    CREATE TABLE pieces (
        cell INTEGER NOT NULL,
        place INTEGER NOT NULL,
        line BLOB NOT NULL               -- pairs of longitude and latitude, four bytes each
    ) STRICT;
    PRAGMA user_version = {VERSION};
"""

INDEXES: Final = """
    CREATE INDEX places_by_kind ON places (kind, band, longitude);
    CREATE INDEX words_by_sound ON words (sound);
    CREATE INDEX houses_by_street ON houses (street, number);
    CREATE INDEX houses_by_spot ON houses (band, longitude);
    CREATE INDEX pieces_by_cell ON pieces (cell);
    CREATE INDEX pieces_by_place ON pieces (place);
"""
"""They are made when everything is there, which is quicker."""


class Row(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """A place, and what else it is called."""

    place: Place
    also: tuple[str, ...] = ()


PACK: Final = msgspec.msgpack.Encoder()
UNPACK: Final = msgspec.msgpack.Decoder(Row)
UNPACK_HOUSE: Final = msgspec.msgpack.Decoder(Place)


def open_index(path: Path) -> sqlite3.Connection:
    """An index, to be read. Raises sqlite3.Error when it is none."""
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        _prepare(db)
    except BaseException:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection) -> None:
    [version] = db.execute("PRAGMA user_version").fetchone()
    if version != VERSION:
        raise sqlite3.DatabaseError("it was made by another version")
    db.execute("PRAGMA cache_size = -32768")
    db.execute("PRAGMA mmap_size = 1073741824")


def band_of(latitude: float) -> int:
    """The band in which a latitude lies."""
    return floor(latitude * BANDS)


def fine(degrees: float) -> int:
    """Degrees in ten millionths, as OpenStreetMap has them."""
    return round(degrees * FINE)


def cell_of(longitude: int, latitude: int) -> int:
    """The cell of a spot in ten millionths."""
    return (latitude * CELLS // FINE) * ROW + longitude * CELLS // FINE


def squares_of(spot: Spot) -> tuple[str, str]:
    """The words of the two squares in which a spot lies."""
    return _square(spot, SQUARES), _square(spot, WIDE)


def squares_around(spot: Spot) -> tuple[list[str], list[str], list[str]]:
    """The square of a spot, those around it, and large ones around it."""
    beside = [(north, east) for north in (-1, 0, 1) for east in (-1, 0, 1)]
    return (
        [_square(spot, SQUARES)],
        [_square(spot, SQUARES, *each) for each in beside],
        [_square(spot, WIDE, *each) for each in beside],
    )


def _square(spot: Spot, size: int, north: int = 0, east: int = 0) -> str:
    row = max(0, floor((spot.latitude + 90) * size) + north)
    column = (floor((spot.longitude + 180) * size) + east) % (360 * size)
    return f"sq{size}r{row}c{column}"
