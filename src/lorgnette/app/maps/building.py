"""Makes a map of a file of OpenStreetMap: ways, with Valhalla's programs, and places."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import msgspec

from lorgnette.app.maps.extract import Extract, as_pbf
from lorgnette.app.maps.heights import put_heights
from lorgnette.app.maps.land import land, needs_land
from lorgnette.core.errors import ConfigurationError, EngineFailed, StoreFailed
from lorgnette.providers.valhalla.maps import CARD, CONFIG, TILES, Card
from lorgnette.providers.valhalla.programs import Programs
from lorgnette.store.places import index

Tell = Callable[[int], None]
"""Hears how many percent are done."""

ADMINS: Final = "./admins.sqlite"
"""The boundaries of countries: they are needed while the tiles are made."""

HEIGHTS: Final = "heights"
"""Where they lie while the tiles are made, which then have them."""

LAND: Final = "land.osm"

STAGES: Final = (
    *("Parsing ways", "Parsing relations", "Parsing nodes", "Creating graph edges"),
    *("Building", "Enhancing", "HierarchyBuilder", "Creating shortcuts", "Validating"),
)
"""What the program says at the beginning of each of its stages."""

ROAD: Final = "Finished with 0 routable ways"


def build(
    source: Path,
    folder: Path,
    programs: Programs,
    now: datetime,
    tell: Tell,
    heights: Path | None = None,
) -> None:
    """Make a map in a new folder; with a folder of `heights` it knows how steep its ways are.

    Raises ConfigurationError when the file is no map, is damaged or cut off, or has no roads;
    StoreFailed when there is no room; EngineFailed when a program fails otherwise.
    """
    if not source.is_file():
        raise ConfigurationError(f"there is no {source}")
    tell(0)
    extract = as_pbf(source, folder)
    tell(15)
    write_config(programs, folder)
    find_countries(programs, folder, extract, source)
    tell(30)
    if heights is not None:
        put_heights(heights, folder / HEIGHTS, extract.bounds)
    said = run([programs.build_tiles], folder, extract, source, Stages(tell, 30, 80).hear)
    if ROAD in said:
        raise ConfigurationError(f"{source.name} has no roads: it cannot be used to find ways")
    (folder / ADMINS).unlink(missing_ok=True)
    shutil.rmtree(folder / HEIGHTS, ignore_errors=True)
    index(extract.file, folder)
    tell(95)
    if extract.made:
        extract.file.unlink()
    card = Card(
        extract.bounds,
        str(source.resolve()),
        now.isoformat("T", "seconds"),
        extract.date,
        heights is not None,
    )
    (folder / CARD).write_bytes(msgspec.json.format(msgspec.json.encode(card)))
    tell(100)


def find_countries(programs: Programs, folder: Path, extract: Extract, source: Path) -> None:
    """Find the boundaries of countries: they say on which side of the road one drives."""
    run([programs.build_admins], folder, extract, source)
    if needs_land(extract.bounds, folder / ADMINS):
        around = folder / LAND
        around.write_text(land(extract.bounds), encoding="utf-8")
        run([programs.build_admins], folder, Extract(around, extract.bounds), source)
        around.unlink()


def write_config(programs: Programs, folder: Path) -> None:
    """Write the configuration of a map: places within its folder, and little to wait for."""
    command = [sys.executable, str(programs.write_config)]
    whole = subprocess.run(command, capture_output=True, check=False).stdout
    try:
        config = msgspec.json.decode(whole, type=dict[str, Any])
        tiles = config["mjolnir"]
        for unwanted in ("tile_extract", "traffic_extract", "landmarks", "transit_dir", "timezone"):
            tiles.pop(unwanted, None)
        tiles |= {"tile_dir": TILES, "admin": ADMINS, "transit_feeds_dir": ""}
        config["additional_data"]["elevation"] = HEIGHTS
        config["httpd"]["service"] |= {"drain_seconds": 0, "shutdown_seconds": 0}
        config["service_limits"]["allow_hard_exclusions"] = True
        config["logging"] = {"type": "std_out", "color": False}
    except (ValueError, KeyError, TypeError) as error:
        raise EngineFailed("Valhalla's programs do not work: get them again") from error
    (folder / CONFIG).write_bytes(msgspec.json.encode(config))


class Stages:
    """Turns what a program says into percent."""

    def __init__(self, tell: Tell, begin: int, end: int) -> None:
        self._tell = tell
        self._begin, self._end = begin, end
        self._passed = 0

    def hear(self, line: str) -> None:
        """A line of the program."""
        for number, stage in enumerate(STAGES, start=1):
            if number > self._passed and stage in line:
                self._passed = number
                self._tell(self._begin + (self._end - self._begin) * number // len(STAGES))


def run(
    command: list[Path],
    folder: Path,
    extract: Extract,
    source: Path,
    hear: Callable[[str], None] = lambda _: None,
) -> str:
    """Run a program on an extract; the last of what it said."""
    whole = [*map(str, command), "-c", CONFIG, str(extract.file)]
    with subprocess.Popen(
        whole, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        errors="replace", start_new_session=True,
    ) as process:  # fmt: skip
        try:
            lines = []
            for line in process.stdout or ():
                hear(line)
                lines.append(line)
        except BaseException:
            process.kill()
            raise
    said = "".join(lines)
    if process.returncode:
        raise _failure(process.returncode, said, source)
    return said


def _failure(code: int, said: str, source: Path) -> Exception:
    """Why a program ended early, as far as it says."""
    if "No space left" in said:
        return StoreFailed("the disk is full: make room, and add the map again")
    if "osmium::" in said:
        return ConfigurationError(
            f"{source.name} is damaged or cut off: get it again; what was there is still there"
        )
    return EngineFailed(f"the map of {source.name} could not be made (code {code})")
