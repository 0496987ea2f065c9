"""Put maps on this machine: for finding ways without a network.

`add FILE` makes a map of an extract of OpenStreetMap (.osm.pbf or .osm), under its name or the one
that you give; `--town` adds the tiny town that comes with Lorgnette. A map that is there goes on
being used until the new one is whole. `list` shows what is there, `remove NAME` deletes.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lorgnette.app.cli.verbs import verbs

if TYPE_CHECKING:
    from lorgnette.app.maps.keeping import Atlas
    from lorgnette.providers.valhalla.programs import Programs


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    each = verbs(
        parser,
        add="make a map of an extract of OpenStreetMap",
        list="show which maps are there",
        remove="delete maps",
    )
    add = each["add"]
    add.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a .osm.pbf or .osm file")
    add.add_argument("--name", metavar="NAME", help="under which it is kept; by default the file's")
    add.add_argument("--town", action="store_true", help="the tiny town that comes with Lorgnette")
    add.add_argument(
        "--heights",
        type=Path,
        metavar="FOLDER",
        help="with files such as N48E016.hgt: then the climb of ways is known",
    )
    each["list"].add_argument("--json", action="store_true", help="one JSON object a line")
    each["remove"].add_argument("names", nargs="+", metavar="NAME", help="as in the list")


def run(given: argparse.Namespace) -> int:
    """Do what the verb says."""
    from lorgnette.app.clocks import SystemClock
    from lorgnette.app.config import read
    from lorgnette.app.maps.keeping import Atlas
    from lorgnette.providers.installed import FOLDER as MODELS
    from lorgnette.providers.valhalla.maps import FOLDER
    from lorgnette.providers.valhalla.programs import programs

    config = read(given.config)
    atlas = Atlas(config.folder / FOLDER, SystemClock())
    if given.verb == "list":
        return show(atlas, json=given.json)
    if given.verb == "remove":
        for name in given.names:
            atlas.remove(name)
            print(f"{name} is removed")
        return 0
    files = wanted(given)
    found = programs(config.folder / MODELS)
    for path in files:
        add(atlas, path, given, found)
    return 0


def wanted(given: argparse.Namespace) -> list[Path]:
    """The files to add. Raises ConfigurationError when there is none, or one name for many."""
    from lorgnette.app.maps.town import TOWN
    from lorgnette.core.errors import ConfigurationError

    files = [*given.files, *([TOWN] if given.town else [])]
    if not files:
        raise ConfigurationError("name a file: lorgnette maps add FILE.osm.pbf, or say --town")
    if given.name and len(files) > 1:
        raise ConfigurationError("--name is for one map at a time")
    return files


def add(atlas: "Atlas", path: Path, given: argparse.Namespace, found: "Programs") -> None:
    """Add a map, and show how far it is."""
    from lorgnette.app.maps.keeping import name_of
    from lorgnette.app.models.meter import Meter

    name = given.name or name_of(path)
    meter = Meter(sys.stderr, name, lambda done, _: f"{done} %")
    try:
        atlas.add(name, path, found, lambda done: meter.tell(done, 100), given.heights)
    finally:
        meter.done()
    print(f"{name} is in {atlas.folder / name}")


def show(atlas: "Atlas", *, json: bool) -> int:
    """List the maps."""
    import msgspec

    from lorgnette.core.writing import showable

    maps = atlas.maps()
    for each in maps:
        if json:
            told = {"name": each.name, **msgspec.to_builtins(each.card)}
            print(msgspec.json.encode(told).decode())
            continue
        size = sum(path.stat().st_size for path in each.folder.rglob("*") if path.is_file()) / 1e6
        bounds = each.card.bounds
        where = f"{bounds.south:.2f} to {bounds.north:.2f}, {bounds.west:.2f} to {bounds.east:.2f}"
        source = showable(Path(each.card.source).name, 60)
        more = f"{each.card.date}  {'with heights' if each.card.heights else ''}"
        print(f"{each.name:<20} {size:>8.1f} MB  {where}  {source}  {more}".rstrip())
    if not maps and not json:
        print("There is no map yet: lorgnette maps add FILE.osm.pbf, or --town")
    return 0
