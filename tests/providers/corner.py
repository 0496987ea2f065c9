"""Services of places that know a corner with one café, each in the shape of one service.

They find whatever is within the radius or the box they are asked for, and names that are begun.
"""

import json
import re
from urllib.parse import parse_qs, urlsplit

from lorgnette.core.gcj02 import from_wgs84, to_wgs84
from lorgnette.core.geo import metres
from lorgnette.core.places import Place
from lorgnette.core.types import Spot
from providers.crooked import answer

CORNER = Spot(39.9005, 116.4002)
NAMES = {"": "街角咖啡", "en": "Corner Coffee House"}
HOUSE, STREET = "12", "磨坊街"


def cafe(identity, source, names=None):
    """The café as one of them tells it."""
    return Place(CORNER, names or NAMES, "cafe", identity=identity, source=source)


def nominatim(path, _body):
    """What Nominatim says."""
    verb, said = _asked(path)
    row = {
        "osm_type": "node",
        "osm_id": 5,
        "category": "amenity",
        "type": "cafe",
        "lat": str(CORNER.latitude),
        "lon": str(CORNER.longitude),
        "namedetails": {"name": NAMES[""], "name:en": NAMES["en"]},
        "address": {"road": STREET, "house_number": HOUSE, "country_code": "cn"},
    }
    if verb == "reverse":
        near = metres(Spot(float(said["lat"]), float(said["lon"])), CORNER) < 1_000
        return _told(row if near else {"error": "Unable to geocode"})
    if said["q"].startswith("["):
        west, south, east, north = map(float, said["viewbox"].split(","))
        inside = south <= CORNER.latitude <= north and west <= CORNER.longitude <= east
        return _told([row] if said["q"] == "[amenity=cafe]" and inside else [])
    return _told([row] if _is_begun(said["q"]) else [])


def photon(path, _body):
    """What Photon says."""
    verb, said = _asked(path)
    feature = {
        "geometry": {"coordinates": [CORNER.longitude, CORNER.latitude]},
        "properties": {
            "osm_type": "N",
            "osm_id": 5,
            "osm_key": "amenity",
            "osm_value": "cafe",
            "name": NAMES["en"] if said.get("lang") == "en" else NAMES[""],
            "street": STREET,
            "housenumber": HOUSE,
            "countrycode": "CN",
        },
    }
    if verb == "reverse":
        away = metres(Spot(float(said["lat"]), float(said["lon"])), CORNER)
        near = away <= 1_000 * float(said["radius"])
        return _told({"features": [feature] if near and "shop:bakery" not in path else []})
    return _told({"features": [feature] if _is_begun(said["q"]) else []})


def amap(path, _body):
    """What Amap says, in its coordinates."""
    verb, said = _asked(path)
    drawn = from_wgs84(CORNER)
    location = f"{drawn.longitude:.6f},{drawn.latitude:.6f}"
    fine = {"status": "1", "infocode": "10000"}
    if verb == "regeo":
        door = {"street": STREET, "number": HOUSE, "location": location}
        near = door if _away(said) < 1_000 else {}
        return _told({**fine, "regeocode": {"addressComponent": {"streetNumber": near}}})
    poi = {"id": "B0", "name": NAMES[""], "typecode": "050500", "location": location}
    wanted = _is_begun(said["keywords"]) if "keywords" in said else "0505" in said["types"]
    near = "location" not in said or _away(said) <= float(said["radius"])
    return _told({**fine, "pois": [poi] if wanted and near else []})


def _away(said):
    longitude, latitude = map(float, re.split(",", said["location"]))
    return metres(to_wgs84(Spot(latitude, longitude)), CORNER)


def _is_begun(words):
    return any(name.casefold().startswith(words.casefold()) for name in NAMES.values())


def _asked(path):
    parts = urlsplit(path)
    said = {key: value[0] for key, value in parse_qs(parts.query).items()}
    return parts.path.rpartition("/")[2], said


def _told(said):
    return answer(json.dumps(said).encode())
