"""How quickly a map is made, and how quickly ways are found on it.

By default the map is of a city that is made here by chance, with as many nodes as an extract of 1.3
MB: crooked streets that end at parks, names, houses. With `--extract FILE` it is another one.
"""

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import anyio

import report
from lorgnette.app.clocks import SystemClock
from lorgnette.app.config import read
from lorgnette.app.driving import drive
from lorgnette.app.maps.keeping import Atlas
from lorgnette.core.errors import NoMap, NoRoute
from lorgnette.core.geo import metres, moved
from lorgnette.core.guidance import Rerouted
from lorgnette.core.routes import Mode
from lorgnette.core.types import Spot
from lorgnette.engines import Trip
from lorgnette.providers.valhalla.programs import programs
from lorgnette.providers.valhalla.router import ValhallaMaps
from lorgnette.testing.tracks import OPEN, track, wrong_turn

LINE = range(110)
"""Streets each way."""

BENDS = 6
"""Of a street from one corner to the next."""

HOUSES = 4_000
BLOCK = 90.0
MIDDLE = Spot(48.2, 16.4)
TIMES = 100
WAY = 5_000.0
"""Metres of a way, as one walks."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--extract", type=Path, metavar="FILE")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        data = Path(place)
        extract = given.extract or city(data / "city.osm.pbf")
        atlas = Atlas(data / "maps", SystemClock())
        found = programs(read(None).folder / "models")
        began = time.perf_counter()
        atlas.add("city", extract, found, lambda _: None)
        figures: dict[str, object] = {
            "extract, MB": round(extract.stat().st_size / 1e6, 2),
            "map is ready after, s": round(time.perf_counter() - began, 2),
        }
        figures |= anyio.run(ways, atlas)
        report.save("routes" if given.extract is None else "routes-extract", figures)


def city(file: Path) -> Path:
    """A city as OpenStreetMap's data: crooked blocks, some of them parks."""
    import osmium

    chance = random.Random(6)
    with osmium.SimpleWriter(str(file)) as writer:
        spots = list[Spot]()

        def put(spot: Spot, **tags: str) -> int:
            spots.append(spot)
            where = (spot.longitude, spot.latitude)
            node = osmium.osm.mutable.Node(id=len(spots), location=where, tags=tags, version=1)
            writer.add_node(node)
            return len(spots)

        rows = [[put(corner(chance, row, each)) for each in LINE] for row in LINE]
        streets = [*rows, *map(list, zip(*rows, strict=True))]
        ways = [piece for street in streets for piece in pieces(street, chance)]
        for number in range(HOUSES):
            street = f"Street {chance.choice(ways)[1]}"
            tags = {"addr:housenumber": str(number % 99 + 1), "addr:street": street}
            put(corner(chance, chance.choice(LINE), chance.choice(LINE)), **tags)
        for nodes, _ in ways:
            for a, b in reversed([*enumerate(pairwise(nodes), start=1)]):
                nodes[a:a] = [put(between(spots, b, part)) for part in range(1, BENDS + 1)]
        for number, (nodes, name) in enumerate(ways, start=1):
            kind = "secondary" if name % 9 == 0 else "residential"
            tags = {"highway": kind, "name": f"Street {name}"}
            writer.add_way(osmium.osm.mutable.Way(id=number, nodes=nodes, tags=tags, version=1))
    return file


def corner(chance: random.Random, north: int, east: int) -> Spot:
    """About where two streets cross."""
    here = moved(moved(MIDDLE, 0, north * BLOCK), 90, east * BLOCK)
    return moved(here, chance.random() * 360, chance.random() * 20)


def between(spots: Sequence[Spot], ends: tuple[int, int], part: int) -> Spot:
    """A bend of the street from one corner to the next."""
    a, b = (spots[end - 1] for end in ends)
    share = part / (BENDS + 1)
    latitude = a.latitude + (b.latitude - a.latitude) * share
    return Spot(latitude, a.longitude + (b.longitude - a.longitude) * share + part % 2 * 2e-5)


def pieces(street: Sequence[int], chance: random.Random) -> list[tuple[list[int], int]]:
    """A street, cut where it ends at a park."""
    name, found, piece = street[0], list[tuple[list[int], int]](), [street[0]]
    for corner in street[1:]:
        if chance.random() < 0.12:
            found.append((piece, name))
            piece = []
        piece.append(corner)
    return [(nodes, name) for nodes, name in [*found, (piece, name)] if len(nodes) > 1]


async def ways(atlas: Atlas) -> dict[str, object]:
    """What ways take: the first one, and then many."""
    began = time.perf_counter()
    router = ValhallaMaps({"hub": {"data": str(atlas.folder.parent)}})
    ready = time.perf_counter() - began
    trips = await walks(router, atlas)
    await router.aclose()
    began = time.perf_counter()
    await router.routes(trips[0])
    first = time.perf_counter() - began
    figures: dict[str, object] = {
        "a hub waits for maps at its start, ms": round(ready * 1e3, 3),
        "first way, with its program started, ms": round(first * 1e3, 1),
    }
    for mode in Mode:
        took, length = [], 0.0
        for trip in trips:
            began = time.perf_counter()
            [way] = await router.routes(Trip(trip.stops, mode))
            took.append((time.perf_counter() - began) * 1e3)
            length += way.length / len(trips)
        figures |= {
            f"{mode.value}: median of {TIMES} ways, ms": round(statistics.median(took), 1),
            f"{mode.value}: 95 of 100, ms": round(report.percentile(took, 0.95), 1),
            f"{mode.value}: mean length, km": round(length / 1e3, 2),
        }
    figures |= await strayed(router, trips)
    await router.aclose()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {**figures, "largest program, MB": round(peak)}


async def strayed(router: ValhallaMaps, trips: Sequence[Trip]) -> dict[str, object]:
    """From the fix that shows that somebody left their way to when they are led along a new one."""
    took = list[float]()
    for trip in trips:
        [way] = await router.routes(trip)
        path = wrong_turn(way, len(way.steps) // 2, 150)
        fixes = [each.fix for each in track(path, Mode.FOOT, 1, OPEN, lights=False)]
        began = time.perf_counter()
        async for moment in drive(way, fixes, router):
            if isinstance(moment.event, Rerouted):
                took.append((time.perf_counter() - began) * 1e3)
                break
            began = began if moment.state.wants else time.perf_counter()
    return {
        "wrong turns after which there was a new way": len(took),
        "deciding fix to new way, median ms": round(statistics.median(took), 1),
        "deciding fix to new way, 95 of 100, ms": round(report.percentile(took, 0.95), 1),
    }


async def walks(router: ValhallaMaps, atlas: Atlas) -> list[Trip]:
    """Trips that take about 5 km on foot, anywhere on the map."""
    chance = random.Random(5)
    [here] = atlas.maps()
    bounds, found = here.card.bounds, list[Trip]()
    while len(found) < TIMES:
        north = bounds.south + chance.random() * (bounds.north - bounds.south)
        start = Spot(north, bounds.west + chance.random() * (bounds.east - bounds.west))
        goal = moved(start, chance.random() * 360, WAY * (0.6 + 0.3 * chance.random()))
        if not (bounds.holds(start) and bounds.holds(goal)) or metres(start, goal) < 1_000:
            continue
        try:
            [way] = await router.routes(Trip((start, goal)))
            await router.routes(Trip((start, goal), Mode.CAR))
            await router.routes(Trip((start, goal), Mode.BICYCLE))
        except (NoMap, NoRoute):
            continue
        if 0.8 * WAY <= way.length <= 1.2 * WAY:
            found.append(Trip((start, goal)))
    return found


if __name__ == "__main__":
    main()
