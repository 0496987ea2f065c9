"""Photos as rows of the store, and back."""

import datetime as dt
import sqlite3
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from lorgnette.core.errors import NotFound
from lorgnette.core.search.wanted import words_of
from lorgnette.core.types import Spot, Wearer
from lorgnette.core.writing import showable
from lorgnette.engines.photos import Photo

COLUMNS: Final = (
    "id, taken, zone, width, height, size, seconds, title, text, latitude, longitude, place"
)

HALF, WHOLE, GONE = 0, 1, 2
"""The states of a photo: its files may be half there, or are to go."""

TITLE: Final = 200
"""Characters of a title."""


class Coming(NamedTuple):
    """What is known of a photo before its files are there."""

    width: int
    height: int
    size: int
    taken: dt.datetime
    title: str = ""
    spot: Spot | None = None


def put(db: sqlite3.Connection, wearer: Wearer, coming: Coming) -> int:
    """Make the row of a photo whose files are coming; its number."""
    title = showable(coming.title, TITLE)
    zone = coming.taken.utcoffset() or dt.timedelta()
    spot = (coming.spot.latitude, coming.spot.longitude) if coming.spot else (None, None)
    (number,) = db.execute(
        "INSERT INTO photos (wearer, taken, zone, width, height, size, title, words, latitude,"
        " longitude) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            *(wearer, coming.taken.timestamp(), round(zone.total_seconds())),
            *(coming.width, coming.height, coming.size, title, indexed(title), *spot),
        ),
    ).fetchone()
    return int(number)


def photo(row: Sequence[Any]) -> Photo:
    """A row of `COLUMNS` as a photo."""
    number, taken, zone, width, height, size, seconds, title, text, *where = row
    latitude, longitude, place = where
    when = dt.datetime.fromtimestamp(taken, dt.timezone(dt.timedelta(seconds=zone)))
    spot = None if latitude is None else Spot(latitude, longitude)
    return Photo(number, when, width, height, size, seconds, title, text, spot, place)


def one(db: sqlite3.Connection, wearer: Wearer, number: int) -> Photo:
    """A photo of a wearer. Raises NotFound."""
    row = db.execute(
        f"SELECT {COLUMNS} FROM photos WHERE id = ? AND wearer = ? AND state = {WHOLE}",  # noqa: S608 - ours
        (number, wearer),
    ).fetchone()
    if row is None:
        raise NotFound(f"there is no photo {number}")
    return photo(row)


def room_taken(db: sqlite3.Connection, wearer: Wearer) -> int:
    """Bytes of all photos of a wearer, with those that are coming."""
    statement = f"SELECT coalesce(sum(size), 0) FROM photos WHERE wearer = ? AND state != {GONE}"  # noqa: S608 - ours
    (size,) = db.execute(statement, [wearer]).fetchone()
    return int(size)


def indexed(text: str) -> str:
    """The words of a text as they are looked for, a space before each."""
    return "".join(f" {word}" for word in words_of(text))
