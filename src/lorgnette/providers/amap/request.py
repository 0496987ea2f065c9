"""The requests to Amap: its «路径规划 2.0», «搜索 POI 2.0» and «逆地理编码». No I/O."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import urlencode

from lorgnette.core.gcj02 import from_wgs84
from lorgnette.core.routes import Hindrance, Mode
from lorgnette.core.types import Spot
from lorgnette.engines.router import Trip
from lorgnette.providers.amap.settings import AmapSettings
from lorgnette.providers.http import Request

LONGEST: Final = 80
"""Characters of a question."""

MOST, WIDEST, ALTERNATIVES = 25, 50_000, 3
"""Places of one answer, metres around a spot, and ways of one answer."""

PATHS: Final = {Mode.FOOT: "walking", Mode.BICYCLE: "bicycling", Mode.CAR: "driving"}

STRATEGIES: Final = {
    frozenset({Hindrance.MOTORWAYS}): "35",
    frozenset({Hindrance.TOLLS}): "36",
    frozenset({Hindrance.MOTORWAYS, Hindrance.TOLLS}): "42",
}
"""Of cars; 32 is the one that Amap recommends."""

_WORDS: Final = re.compile(r"[^\W_]+")


def way(settings: AmapSettings, trip: Trip, start: Spot, goal: Spot) -> Request:
    """Ways from one stop to the next."""
    asked = {
        "origin": drawn(start),
        "destination": drawn(goal),
        "show_fields": "cost,navi,polyline",
    }
    if trip.mode is Mode.CAR:
        costly = trip.avoid & {Hindrance.MOTORWAYS, Hindrance.TOLLS}
        asked["strategy"] = STRATEGIES.get(frozenset(costly), "32")
        asked["ferry"] = "1" if Hindrance.FERRIES in trip.avoid else "0"
    elif trip.others and len(trip.stops) == 2:
        asked["alternative_route"] = str(min(ALTERNATIVES, 1 + trip.others))
    return _request(settings, f"v5/direction/{PATHS[trip.mode]}", asked)


def search(settings: AmapSettings, words: str, near: Spot | None, limit: int) -> Request | None:
    """Places by name; None when there is nothing to look for.

    Only words are sent, for a bar would mean «or». Where the wearer is it learns to a hundredth of
    a degree only: that is about a kilometre.
    """
    said = " ".join(_WORDS.findall(words[:LONGEST]))
    if not said:
        return None
    asked = {"keywords": said, "page_size": str(min(limit, MOST)), "show_fields": "business"}
    if near is None:
        return _request(settings, "v5/place/text", asked)
    roughly = Spot(round(near.latitude, 2), round(near.longitude, 2))
    asked |= {"location": drawn(roughly), "radius": str(WIDEST), "sortrule": "weight"}
    return _request(settings, "v5/place/around", asked)


def around(
    settings: AmapSettings, spot: Spot, codes: Sequence[str], within: float, limit: int
) -> Request:
    """Places of some of Amap's kinds around a spot, the nearest first."""
    asked = {
        "location": drawn(spot),
        "types": "|".join(codes),
        "radius": str(min(WIDEST, max(1, round(within)))),
        "sortrule": "distance",
        "page_size": str(min(limit, MOST)),
        "show_fields": "business",
    }
    return _request(settings, "v5/place/around", asked)


def address(settings: AmapSettings, spot: Spot) -> Request:
    """The address of a spot."""
    asked = {"location": drawn(spot), "radius": "200", "extensions": "base"}
    return _request(settings, "v3/geocode/regeo", asked)


def drawn(spot: Spot) -> str:
    """A spot as Amap draws it: longitude first, six digits."""
    shifted = from_wgs84(spot)
    return f"{shifted.longitude:.6f},{shifted.latitude:.6f}"


def signed(asked: Mapping[str, str], secret: str) -> str:
    """The signature of a question: MD5 of it in the order of its names, and the private key."""
    said = "&".join(f"{name}={asked[name]}" for name in sorted(asked))
    return hashlib.md5(f"{said}{secret}".encode(), usedforsecurity=False).hexdigest()


def _request(settings: AmapSettings, path: str, asked: Mapping[str, str]) -> Request:
    key, secret = settings.secrets
    full = {**asked, "key": key}
    if secret:
        full["sig"] = signed(full, secret)
    url = f"{settings.url.rstrip('/')}/{path}?{urlencode(full, safe=',')}"
    return Request(url, settings.headers, secrets=(key, secret), method="GET")
