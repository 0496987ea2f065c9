"""What a file of OpenStreetMap is of, and that file in the form that maps are made from."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from lorgnette.core.errors import ConfigurationError, MissingPart
from lorgnette.providers.valhalla.maps import Bounds

if TYPE_CHECKING:
    import osmium

PBF: Final = ".pbf"
WHEN: Final = ("osmosis_replication_timestamp", "timestamp")


class Extract(msgspec.Struct, frozen=True):
    """A file in the form that is built from. `made`: it is a copy of ours; `date`: of its data."""

    file: Path
    bounds: Bounds
    date: str = ""
    made: bool = False


def as_pbf(source: Path, folder: Path) -> Extract:
    """The extract in a file; one in another form is written anew into a folder.

    Raises ConfigurationError when it is no map, or is damaged or cut off.
    """
    try:
        import osmium
    except ImportError as error:
        raise MissingPart("files of maps cannot be read: pip install osmium") from error
    try:
        with osmium.io.Reader(str(source)) as reader:
            header = reader.header()
            date = next(filter(None, map(header.get, WHEN)), "")
            bounds = _bounds(header.box())
        made = source.suffix != PBF
        file = folder / f"extract.osm{PBF}" if made else source.resolve()
        if made or bounds is None:
            bounds = _read(source, file if made else None, bounds)
    except (RuntimeError, ValueError, OSError) as error:
        raise ConfigurationError(
            f"{source.name} is no map of OpenStreetMap, or is damaged or cut off: get it again"
        ) from error
    return Extract(file, bounds, date, made)


def _bounds(box: "osmium.osm.Box") -> Bounds | None:
    if not box.valid():
        return None
    low, high = box.bottom_left, box.top_right
    return Bounds(low.lat, low.lon, high.lat, high.lon)


def _read(source: Path, copy: Path | None, bounds: Bounds | None) -> Bounds:
    """Read everything: write it to a copy, and find out what is in it."""
    import osmium

    writer = osmium.SimpleWriter(str(copy), overwrite=True) if copy else None
    south, west, north, east = 90.0, 180.0, -90.0, -180.0
    try:
        for each in osmium.FileProcessor(str(source)):
            if isinstance(each, osmium.osm.Node) and each.location.valid():
                latitude, longitude = each.location.lat, each.location.lon
                south, north = min(south, latitude), max(north, latitude)
                west, east = min(west, longitude), max(east, longitude)
            if writer is not None:
                writer.add(each)
    finally:
        if writer is not None:
            writer.close()
    if bounds is None and south > north:
        raise ValueError("nothing is in it")
    return bounds or Bounds(south, west, north, east)
