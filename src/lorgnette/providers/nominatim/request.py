"""The requests to Nominatim: «Search queries» and «Reverse geocoding» of its manual. No I/O."""

import math
from typing import Final
from urllib.parse import urlencode

from lorgnette.core.types import Language, Spot
from lorgnette.providers.finds import question
from lorgnette.providers.http import Request
from lorgnette.providers.services import ServiceSettings

NEARBY: Final = 0.25
"""Degrees around the wearer in which places come first."""

METRES: Final = 111_320.0
"""Of a degree of latitude."""

DETAILS: Final = {"format": "jsonv2", "addressdetails": "1", "namedetails": "1", "extratags": "1"}

_NO_BRACKETS: Final = str.maketrans("[]", "  ")
"""They ask for kinds."""


def search(
    settings: ServiceSettings, words: str, language: Language, near: Spot | None, limit: int
) -> Request | None:
    """Places by name or address; None when there is nothing to look for.

    Where the wearer is it learns to a hundredth of a degree only: that is about a kilometre.
    """
    said = question(words.translate(_NO_BRACKETS))
    if not said:
        return None
    asked = {"q": said, **DETAILS, "limit": str(limit), "accept-language": f"{language},en"}
    if near is not None:
        roughly = Spot(round(near.latitude, 2), round(near.longitude, 2))
        asked["viewbox"] = _box(roughly, NEARBY)
    return _request(settings, "search", asked)


def around(
    settings: ServiceSettings, spot: Spot, tag: tuple[str, str], within: float, limit: int
) -> Request:
    """Places with a tag in the square around a spot."""
    asked = {
        "q": "[{}={}]".format(*tag),
        **DETAILS,
        "limit": str(limit),
        "viewbox": _box(spot, within / METRES),
        "bounded": "1",
    }
    return _request(settings, "search", asked)


def reverse(settings: ServiceSettings, spot: Spot, layer: str) -> Request:
    """What is nearest to a spot: of the layer `address`, or of `poi`."""
    asked = {
        "lat": f"{spot.latitude:.6f}",
        "lon": f"{spot.longitude:.6f}",
        **DETAILS,
        "zoom": "18",
        "layer": layer,
    }
    return _request(settings, "reverse", asked)


def _request(settings: ServiceSettings, verb: str, asked: dict[str, str]) -> Request:
    url = f"{settings.url.rstrip('/')}/{verb}?{urlencode(asked, safe=',')}"
    return Request(url, settings.headers, method="GET")


def _box(spot: Spot, half: float) -> str:
    """West, south, east, north of a square with sides of twice so many degrees of latitude."""
    wide = half / max(0.01, math.cos(math.radians(spot.latitude)))
    west, east = max(-180.0, spot.longitude - wide), min(180.0, spot.longitude + wide)
    south, north = max(-90.0, spot.latitude - half), min(90.0, spot.latitude + half)
    return f"{west:.6f},{south:.6f},{east:.6f},{north:.6f}"
