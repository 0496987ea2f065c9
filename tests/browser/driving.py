"""A car in the tiny town: its way to the station, and a browser that believes to be in it."""

import shutil
from contextlib import contextmanager
from itertools import pairwise

import anyio

from lorgnette.core.geo import bearing, metres, moved
from lorgnette.core.routes import Manoeuvre, Mode
from lorgnette.engines import Trip
from lorgnette.providers.valhalla.router import ValhallaMaps
from lorgnette.testing.town import STATION, at
from towns import tables, town

BEGIN = at(30, 200)
SPEED, OFTEN = 12.0, 0.4
"""Metres a second, and the seconds between two positions."""

DRIVER = {
    "allowed": ("microphone", "geolocation"),
    "geolocation": {"latitude": BEGIN.latitude, "longitude": BEGIN.longitude, "accuracy": 5},
}
"""What a browser may use, and where it is at first."""


@contextmanager
def map_in(hub):
    """The hub has the map of the town, as long as this is open."""
    maps = hub.folder / "data" / "maps"
    shutil.copytree(town() / "maps" / "town", maps / "town")
    try:
        yield
    finally:
        shutil.rmtree(maps)


async def way_to_the_station():
    """The route that the hub finds as well."""
    router = ValhallaMaps(tables(town()))
    try:
        [route] = await router.routes(Trip((BEGIN, STATION), Mode.CAR))
    finally:
        await router.aclose()
    return route


def turns(route):
    """The steps at which one turns."""
    return [step for step in route.steps if step.manoeuvre is Manoeuvre.TURN]


def spots(line):
    """Where a car is along a line, from one position to the next."""
    for one, other in pairwise(line):
        for step in range(int(metres(one, other) / (SPEED * OFTEN))):
            yield moved(one, bearing(one, other), step * SPEED * OFTEN)
    yield line[-1]


async def drives(tab, line):
    """Drive along a line."""
    for spot in spots(line):
        here = {"latitude": spot.latitude, "longitude": spot.longitude, "accuracy": 5}
        await tab.context.set_geolocation(here)
        await anyio.sleep(OFTEN)


def street_of(step):
    """The street that a turn leads into."""
    return step.streets[0]
