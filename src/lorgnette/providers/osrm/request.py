"""The request to OSRM: its «Route service». No I/O."""

from typing import Final
from urllib.parse import urlencode

from lorgnette.core.errors import NoMap
from lorgnette.core.routes import Hindrance, Mode
from lorgnette.engines.router import Trip
from lorgnette.providers.http import Request
from lorgnette.providers.osrm.settings import OSRMSettings

PROFILES: Final = {Mode.FOOT: "foot", Mode.BICYCLE: "bike", Mode.CAR: "driving"}

CLASSES: Final = {
    Hindrance.TOLLS: "toll",
    Hindrance.FERRIES: "ferry",
    Hindrance.MOTORWAYS: "motorway",
}
"""What its roads may be marked with; it knows nothing of stairs and surfaces."""

ROUGHLY: Final = 60
"""Degrees by which a road may lead elsewhere than one moves."""


def has_wishes(trip: Trip) -> bool:
    """Whether a trip asks for what a server may not be prepared for."""
    return trip.course is not None or not CLASSES.keys().isdisjoint(trip.avoid)


def request(settings: OSRMSettings, trip: Trip, *, wishes: bool = True) -> Request:
    """Ways with their steps. Without `wishes` nothing is avoided, and one may be sent back.

    Raises NoMap when there is no server for this mode.
    """
    address = settings.address(trip.mode)
    if not address:
        raise NoMap(f"providers.osrm has no server for {trip.mode.value}")
    spots = ";".join(f"{stop.longitude:.6f},{stop.latitude:.6f}" for stop in trip.stops)
    asked = {
        "steps": "true",
        "overview": "false",
        "geometries": "polyline6",
        "generate_hints": "false",
        "alternatives": str(trip.others) if trip.others and len(trip.stops) == 2 else "false",
    }
    if wishes and trip.course is not None:
        course = f"{round(trip.course) % 360},{ROUGHLY}"
        asked["bearings"] = ";".join([course, *[""] * (len(trip.stops) - 1)])
    if wishes and (classes := [CLASSES[each] for each in CLASSES if each in trip.avoid]):
        asked["exclude"] = ",".join(classes)
    url = f"{address.rstrip('/')}/route/v1/{PROFILES[trip.mode]}/{spots}"
    return Request(f"{url}?{urlencode(asked, safe=',;')}", settings.headers, method="GET")
