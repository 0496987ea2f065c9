"""Reads files of OpenStreetMap: places, houses and lines, one after the other."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from lorgnette.core.errors import StoreFailed
from lorgnette.core.places import Place
from lorgnette.core.places.kinds import LINES
from lorgnette.core.types import Spot
from lorgnette.store.places.objects import KEYS, house_of, row_of
from lorgnette.store.places.tables import FINE, Row

Line = Sequence[tuple[int, int]]
"""Longitudes and latitudes in ten millionths of a degree."""

SMALL: Final = 200_000_000
"""Bytes of a file whose nodes are kept in memory; those of larger ones go to a file."""

WKB_HEADER: Final = 18
"""Hexadecimal digits before the numbers of a line in well-known binary."""

OUTER: Final = 8
"""Outlines of an area of several that are looked at."""


class Thing(msgspec.Struct, frozen=True):
    """What an object of the file is: a place, a house, or both; with its line if it is one."""

    row: Row | None
    house: Place | None
    line: Line = ()


class Outline(msgspec.Struct):
    """An area that is drawn by several ways, the first of which are known."""

    identity: str
    tags: Mapping[str, str]
    ways: Sequence[int]


def things(file: Path, scratch: Path) -> Iterator[Thing]:
    """Everything in a file that is a place. What is broken in it is skipped.

    `scratch` is a folder for what does not fit into memory. Raises StoreFailed when the file cannot
    be read to its end.
    """
    import osmium

    try:
        large = file.stat().st_size > SMALL
        nodes = f"sparse_file_array,{scratch / 'nodes'}" if large else "flex_mem"
        both = osmium.osm.NODE | osmium.osm.WAY
        reader: Any = osmium.FileProcessor(file, both).with_locations(nodes)
        reader.with_filter(osmium.filter.KeyFilter(*KEYS))
        # nodes come with all that they are at once, which is quicker than tag by tag
        whole = osmium.filter.GeoInterfaceFilter()
        whole.enable_for(osmium.osm.NODE)
        reader.with_filter(whole)
        lines = osmium.geom.WKBFactory()
        for item in reader:
            if item.is_way():
                found = _made(_tags(item), _line(item, lines), f"way/{item.id}")
            else:
                drawn = item.__geo_interface__
                east, north = drawn["geometry"]["coordinates"]
                spots = [(round(east * FINE), round(north * FINE))]
                found = _made(drawn["properties"], spots, f"node/{item.id}")
            if found:
                yield found
        yield from _areas(file, reader.node_location_storage)
    except (RuntimeError, OSError, ValueError, osmium.InvalidLocationError) as error:
        raise StoreFailed(f"{file.name} cannot be read to its end: {error}") from error


def _line(way: Any, lines: Any) -> Line:
    """The spots of a way; those that are not in the file are left out."""
    import osmium

    try:
        drawn = array("d", bytes.fromhex(lines.create_linestring(way)[WKB_HEADER:]))
    except (RuntimeError, osmium.InvalidLocationError):
        return [(node.x, node.y) for node in way.nodes if node.location.valid()]
    numbers = [round(number * FINE) for number in drawn]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _made(tags: Mapping[str, str], spots: Line, identity: str) -> Thing | None:
    if not spots:
        return None
    spot = middle(spots)
    row = row_of(tags, spot, identity)
    house = house_of(tags, spot, identity) if "addr:housenumber" in tags else None
    if row is None and house is None:
        return None
    return Thing(row, house, spots if row and row.place.kind in LINES else ())


def _areas(file: Path, nodes: Any) -> Iterator[Thing]:
    """What is drawn by several ways: lakes, parks, campuses."""
    import osmium

    outlines = list(_outlines(file))
    wanted = {way for outline in outlines for way in outline.ways}
    if not wanted:
        return
    only = osmium.filter.IdFilter(wanted)
    drawn: dict[int, Line] = {}
    ways: Any = osmium.FileProcessor(file, osmium.osm.WAY).with_filter(only)
    for way in ways:
        drawn[way.id] = list(_placed(way.nodes, nodes))
    for outline in outlines:
        spots = [spot for way in outline.ways for spot in drawn.get(way, ())]
        if found := _made(outline.tags, spots, outline.identity):
            yield found


def _outlines(file: Path) -> Iterator[Outline]:
    import osmium

    keyed = osmium.filter.KeyFilter(*KEYS)
    relations: Any = osmium.FileProcessor(file, osmium.osm.RELATION).with_filter(keyed)
    for relation in relations:
        tags = _tags(relation)
        if tags.get("type") not in ("multipolygon", "site"):
            continue
        members = [m.ref for m in relation.members if m.type == "w" and m.role in ("outer", "")]
        if members and row_of(tags, Spot(0, 0), "") is not None:
            yield Outline(f"relation/{relation.id}", tags, members[:OUTER])


def _placed(refs: Any, nodes: Any) -> Iterator[tuple[int, int]]:
    for node in refs:
        try:
            at = nodes.get(node.ref)
        except KeyError:
            continue
        if at.valid():
            yield at.x, at.y


def _tags(item: Any) -> dict[str, str]:
    return {tag.k: tag.v for tag in item.tags}


def middle(spots: Line) -> Spot:
    """The middle of the box around spots; of a line that is not closed, its own middle."""
    if len(spots) == 1 or spots[0] != spots[-1]:
        east, north = spots[len(spots) // 2]
        return Spot(north / FINE, east / FINE)
    easts, norths = zip(*spots, strict=True)
    return Spot((min(norths) + max(norths)) / 2 / FINE, (min(easts) + max(easts)) / 2 / FINE)
