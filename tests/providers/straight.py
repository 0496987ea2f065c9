"""Services of ways that lead nearly straight from stop to stop, each in the shape of one service.

A stop north of 50° is off their maps, and to one south of 39.5° no way leads.
"""

import json
import re
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

from lorgnette.core import polyline
from lorgnette.core.gcj02 import from_wgs84, to_wgs84
from lorgnette.core.geo import bearing, metres, moved
from lorgnette.core.types import Spot
from providers.crooked import answer

NORTH, SOUTH = 50.0, 39.5


def line(start, goal, other=0):
    """From one to the other by a corner in the middle, farther out for each alternative."""
    course = bearing(start, goal)
    middle = moved(start, course, metres(start, goal) / 2)
    return [start, moved(middle, course + 90, 40.0 * (1 + other)), goal]


def length(spots):
    return sum(metres(one, other) for one, other in pairwise(spots))


def osrm(path, _body):
    """What OSRM says."""
    parts = urlsplit(path)
    pairs = parts.path.rpartition("/")[2].split(";")
    stops = [Spot(float(lat), float(lon)) for lon, lat in (pair.split(",") for pair in pairs)]
    if max(stop.latitude for stop in stops) > NORTH:
        return _told({"code": "NoSegment"}, "400 Bad Request")
    if min(stop.latitude for stop in stops) < SOUTH:
        return _told({"code": "NoRoute"}, "400 Bad Request")

    def step(kind, spots):
        way = length(spots)
        turn = {"type": kind, "modifier": "right"}
        shape = polyline.encode(spots, 6)
        return {"geometry": shape, "maneuver": turn, "distance": way, "duration": way}

    def leg(start, goal, other):
        by = line(start, goal, other)
        steps = [step("depart", by[:2]), step("turn", by[1:]), step("arrive", [goal, goal])]
        return {"steps": steps}

    others = parse_qs(parts.query)["alternatives"][0]
    ways = [
        {"legs": [leg(*pair, other) for pair in pairwise(stops)]}
        for other in range(1 + (int(others) if others.isdigit() else 0))
    ]
    places = [{"location": [stop.longitude, stop.latitude]} for stop in stops]
    return _told({"code": "Ok", "routes": ways, "waypoints": places})


def amap(path, _body):
    """What Amap says, in its coordinates."""
    said = parse_qs(urlsplit(path).query)
    start, goal = (_found(said[name][0]) for name in ("origin", "destination"))
    if min(start.latitude, goal.latitude) < SOUTH:
        return _told({"status": "0", "infocode": "20802", "info": "ROUTE_FAIL"})

    def step(spots, action):
        return {
            "road_name": action,
            "step_distance": str(round(length(spots))),
            "cost": {"duration": str(round(length(spots)))},
            "navi": {"action": action, "assistant_action": ""},
            "polyline": ";".join(map(_drawn, spots)),
        }

    most = int(said.get("alternative_route", ["1"])[0])
    ways = [line(start, goal, other) for other in range(most)]
    paths = [{"steps": [step(by[:2], "左转"), step(by[1:], "")]} for by in ways]
    return _told({"status": "1", "infocode": "10000", "route": {"paths": paths}})


def valhalla(_path, body):
    """What Valhalla says."""
    said = json.loads(body)
    stops = [Spot(each["lat"], each["lon"]) for each in said["locations"]]
    if max(stop.latitude for stop in stops) > NORTH:
        return _told({"error_code": 171, "error": "No suitable edges"}, "400 Bad Request")
    if min(stop.latitude for stop in stops) < SOUTH:
        return _told({"error_code": 442, "error": "No path"}, "400 Bad Request")

    def step(kind, by, begin, end):
        way = length(by[begin : end + 1])
        indices = {"begin_shape_index": begin, "end_shape_index": end}
        return {"type": kind, "length": way / 1000, "time": way, **indices}

    def leg(start, goal, other):
        by = line(start, goal, other)
        steps = [step(1, by, 0, 1), step(15, by, 1, 2), step(4, by, 2, 2)]
        return {"maneuvers": steps, "shape": polyline.encode(by, 6)}

    best, *others = [
        {"legs": [leg(*pair, other) for pair in pairwise(stops)]}
        for other in range(1 + said.get("alternates", 0))
    ]
    return _told({"trip": best, "alternates": [{"trip": each} for each in others]})


def _told(said, status="200 OK"):
    return answer(json.dumps(said).encode(), status)


def _found(text):
    longitude, latitude = map(float, re.split(",", text))
    return to_wgs84(Spot(latitude, longitude))


def _drawn(spot):
    there = from_wgs84(spot)
    return f"{there.longitude:.6f},{there.latitude:.6f}"
