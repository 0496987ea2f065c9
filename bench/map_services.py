"""How long does the hub think about what services of maps answer?

Answers are generated in the shape that the services document: a walk of 5 km and a drive of 500 km,
with a bend every 20 and 50 metres and a step every 150 and 1,000; 50 places. What is measured is
the time between the last byte and the ways or places, which nobody else can use.
"""

import json
import statistics
import time
from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise
from random import Random
from typing import Any

from lorgnette.core import polyline
from lorgnette.core.gcj02 import from_wgs84, to_wgs84
from lorgnette.core.geo import metres, moved
from lorgnette.core.places import Place
from lorgnette.core.routes import Mode, Route
from lorgnette.core.types import Spot
from lorgnette.engines.router import Trip
from lorgnette.providers.amap.ways import ways
from lorgnette.providers.nominatim.result import places as nominatim
from lorgnette.providers.osrm.result import result
from lorgnette.providers.photon.result import places as photon
from report import save

TIMES = 15
BEIJING = Spot(39.9, 116.4)
Line = list[Spot]


def line(length: float, every: float) -> Line:
    """A way that winds northwards and back."""
    random = Random(7)
    spots = [BEIJING]
    for number in range(int(length / every)):
        course = (0 if number * every % 100_000 < 50_000 else 180) + random.uniform(-40, 40)
        spots.append(moved(spots[-1], course, every))
    return spots


def pieces(spots: Line, each: int) -> list[Line]:
    """The way in steps of so many spots, which share their ends."""
    return [spots[at : at + each + 1] for at in range(0, len(spots) - 1, each)]


def osrm(steps: list[Line]) -> bytes:
    """What OSRM would answer, with a crossing every other spot."""

    def step(spots: Line, kind: str) -> dict[str, Any]:
        return {
            "geometry": polyline.encode(spots, 6),
            "maneuver": {"type": kind, "modifier": "left", "bearing_after": 5},
            "distance": sum(metres(a, b) for a, b in pairwise(spots)),
            "duration": 60.0,
            "name": "Long Street",
            "mode": "driving",
            "intersections": [
                {"location": [spot.longitude, spot.latitude], "bearings": [1, 90, 180], "out": 0}
                for spot in spots[::2]
            ],
        }

    turns = [step(spots, "turn" if number else "depart") for number, spots in enumerate(steps)]
    legs = [{"steps": [*turns, step([steps[-1][-1]] * 2, "arrive")]}]
    return json.dumps({"code": "Ok", "routes": [{"legs": legs}]}).encode()


def amap(steps: list[Line]) -> bytes:
    """What Amap would answer."""

    def drawn(spot: Spot) -> str:
        there = from_wgs84(spot)
        return f"{there.longitude:.6f},{there.latitude:.6f}"

    said = [
        {
            "instruction": "沿长街行驶左转",
            "road_name": "长街",
            "step_distance": "1000",
            "cost": {"duration": "60"},
            "navi": {"action": "左转", "assistant_action": "", "walk_type": "0"},
            "polyline": ";".join(map(drawn, spots)),
        }
        for spots in steps
    ]
    route = {"paths": [{"distance": "1", "cost": {}, "steps": said}]}
    return json.dumps({"status": "1", "infocode": "10000", "route": route}).encode()


def places() -> tuple[bytes, bytes]:
    """50 cafés, as Nominatim and as Photon would tell them."""
    rows = [
        {
            "osm_type": "node",
            "osm_id": number,
            "lat": "39.9",
            "lon": "116.4",
            "category": "amenity",
            "type": "cafe",
            "importance": 0.1,
            "address": {"road": "Long Street", "house_number": str(number), "country_code": "cn"},
            "namedetails": {"name": f"Café {number}", "name:zh": f"咖啡馆{number}"},
            "extratags": {"opening_hours": "Mo-Su 08:00-20:00"},
        }
        for number in range(50)
    ]
    features = [
        {
            "geometry": {"type": "Point", "coordinates": [116.4, 39.9]},
            "properties": {"name": f"Café {number}", "osm_key": "amenity", "osm_value": "cafe"},
        }
        for number in range(50)
    ]
    return json.dumps(rows).encode(), json.dumps({"features": features}).encode()


def listed(understood: Callable[[bytes], Iterable[Place]], body: bytes) -> list[Place]:
    """All places of an answer."""
    return list(understood(body))


def milliseconds(work: Callable[[], object]) -> float:
    """The median of some runs."""
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        took.append(time.perf_counter() - begun)
    return round(statistics.median(took) * 1000, 1)


def main() -> None:
    """Measure, print and keep."""
    figures: dict[str, Any] = {}
    for name, mode, spots, each in (
        ("5 km on foot", Mode.FOOT, line(5_000, 20), 8),
        ("500 km by car", Mode.CAR, line(500_000, 50), 20),
    ):
        trip = Trip((spots[0], spots[-1]), mode)
        steps = pieces(spots, each)
        answers: tuple[tuple[str, bytes, Callable[[bytes], list[Route]]], ...] = (
            ("OSRM", osrm(steps), partial(result, trip=trip)),
            ("Amap", amap(steps), partial(ways, mode=mode, most=1)),
        )
        for service, body, read in answers:
            [route] = read(body)
            figures[f"{service}, {name}: kB"] = round(len(body) / 1000)
            figures[f"{service}, {name}: steps, spots"] = (
                f"{len(route.steps):,}, {len(route.line):,}"
            )
            figures[f"{service}, {name}: ms"] = milliseconds(partial(read, body))
    readers: tuple[Callable[[bytes], Iterable[Place]], ...] = (nominatim, photon)
    for service, body, understood in zip(("Nominatim", "Photon"), places(), readers, strict=True):
        figures[f"{service}, 50 places: ms"] = milliseconds(partial(listed, understood, body))
    spots = [from_wgs84(spot) for spot in line(50_000, 50)]
    took = milliseconds(lambda: [to_wgs84(spot) for spot in spots])
    figures["GCJ-02 to WGS 84: spots a second"] = round(len(spots) / took * 1000)
    save("map_services", figures)


if __name__ == "__main__":
    main()
