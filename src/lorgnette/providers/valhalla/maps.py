"""The maps in the hub's folder: `maps/NAME/`, each with a card that says what it is of."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

from lorgnette.core.types import Spot

FOLDER: Final = "maps"
CARD: Final = "map.json"
CONFIG: Final = "valhalla.json"
TILES: Final = "tiles"


class Bounds(msgspec.Struct, frozen=True):
    """A part of the earth, in degrees."""

    south: float
    west: float
    north: float
    east: float

    def holds(self, spot: Spot) -> bool:
        """Whether a spot lies within it."""
        across = self.west <= spot.longitude <= self.east
        return across and self.south <= spot.latitude <= self.north

    @property
    def size(self) -> float:
        """Which of two is smaller: square degrees."""
        return (self.north - self.south) * (self.east - self.west)


class Card(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is written in a map's folder.

    `source` is the file it was made from, `added` when that was, and `date` of when the data are,
    where the file says it. `heights`: whether the climb of its ways is known.
    """

    bounds: Bounds
    source: str = ""
    added: str = ""
    date: str = ""
    heights: bool = False


class Map(msgspec.Struct, frozen=True):
    """A map; `mark` changes when it is put in anew under its name."""

    name: str
    folder: Path
    card: Card
    mark: tuple[int, int]


def maps_folder(tables: Mapping[str, Any]) -> Path:
    """Where the maps are, in the configuration's tables."""
    return Path(tables["hub"]["data"]) / FOLDER


def maps_in(folder: Path) -> list[Map]:
    """The maps that are whole, by name. Folders whose name begins with a dot are unfinished."""
    if not folder.is_dir():
        return []
    places = (each for each in sorted(folder.iterdir()) if not each.name.startswith("."))
    return [found for place in places if (found := _read(place)) is not None]


def _read(place: Path) -> Map | None:
    path = place / CARD
    try:
        about = path.stat()
        card = msgspec.json.decode(path.read_bytes(), type=Card)
    except (OSError, ValueError, RecursionError):
        return None
    return Map(place.name, place, card, (about.st_ino, about.st_mtime_ns))
