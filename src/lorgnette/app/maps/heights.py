"""Heights for a map: files of the Shuttle Radar Topography Mission, as anybody publishes them.

Each is a degree of the earth in steps of one arc second, named by its south-west corner:
N48E016.hgt, or packed, N48E016.hgt.gz. https://lpdaac.usgs.gov/documents/179/SRTM_User_Guide_V3.pdf
"""

import re
from collections.abc import Iterator
from math import floor
from pathlib import Path
from typing import Final

from lorgnette.core.errors import ConfigurationError
from lorgnette.providers.valhalla.maps import Bounds

NAME: Final = re.compile(r"[NS]\d\d[EW]\d{3}\.hgt(\.gz)?\Z", re.IGNORECASE)

SIZE: Final = 2 * 3601 * 3601
"""Bytes of a file that is not packed."""

MOST: Final = 10_000
"""Degrees of a map: a continent."""


def put_heights(source: Path, folder: Path, bounds: Bounds) -> int:
    """Name those of a folder that lie under a map in the way that its programs look for them.

    How many there are; nothing is copied. Raises ConfigurationError when there is none.
    """
    if not source.is_dir():
        raise ConfigurationError(f"there is no folder {source}")
    wanted = set(degrees(bounds))
    found = [path for path in sorted(source.rglob("*")) if named(path) in wanted]
    for path in found:
        packed = path.suffix.lower() == ".gz"
        if not packed and path.stat().st_size != SIZE:
            raise ConfigurationError(f"{path.name} is cut off, or not of one arc second")
        name = f"{named(path)}.hgt{'.gz' if packed else ''}"
        place = folder / name[:3] / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        place.symlink_to(path.resolve())
    if not found:
        raise ConfigurationError(f"{source} has no heights of this map, such as {min(wanted)}.hgt")
    return len(found)


def degrees(bounds: Bounds) -> Iterator[str]:
    """The names of all degrees that a map lies in."""
    count = 0
    for north in range(floor(bounds.south), floor(bounds.north) + 1):
        for east in range(floor(bounds.west), floor(bounds.east) + 1):
            if (count := count + 1) > MOST:
                raise ConfigurationError("the map is too large for heights")
            yield f"{'SN'[north >= 0]}{abs(north):02}{'WE'[east >= 0]}{abs(east):03}"


def named(path: Path) -> str | None:
    """Which degree a file is of; None when it is of none."""
    return path.name.partition(".")[0].upper() if NAME.match(path.name) else None
