"""What Valhalla is asked, as its «Turn-by-turn routing API» has it. No I/O."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from lorgnette.core.routes import Hindrance, Mode
from lorgnette.core.types import Spot
from lorgnette.engines.router import Trip

COSTING: Final = {Mode.FOOT: "pedestrian", Mode.BICYCLE: "bicycle", Mode.CAR: "auto"}

NEAR: Final = 2_000
"""Metres to the nearest road; from there on it has no map of that place."""

MOST_OTHERS: Final = 2
"""Alternatives that its servers look for."""

HEIGHTS: Final = 30
"""Metres between two heights."""

HALF_A_DAY: Final = 43_200
"""Seconds that stairs may cost at most: one then goes any other way that there is."""

SOFTLY: Final[Mapping[Mode, Mapping[Hindrance, Mapping[str, float]]]] = {
    Mode.FOOT: {
        Hindrance.STAIRS: {"step_penalty": HALF_A_DAY},
        Hindrance.FERRIES: {"use_ferry": 0.0},
        Hindrance.UNPAVED: {"use_tracks": 0.0},
    },
    Mode.BICYCLE: {
        Hindrance.FERRIES: {"use_ferry": 0.0},
        Hindrance.UNPAVED: {"avoid_bad_surfaces": 1.0},
    },
    Mode.CAR: {
        Hindrance.FERRIES: {"use_ferry": 0.0},
        Hindrance.TOLLS: {"use_tolls": 0.0},
        Hindrance.UNPAVED: {"use_tracks": 0.0},
        Hindrance.MOTORWAYS: {"use_highways": 0.0},
    },
}
"""What makes a hindrance dear. A bicycle never takes stairs; only a car pays tolls."""

STRICTLY: Final[Mapping[Hindrance, str]] = {
    Hindrance.FERRIES: "exclude_ferries",
    Hindrance.TOLLS: "exclude_tolls",
    Hindrance.UNPAVED: "exclude_unpaved",
    Hindrance.MOTORWAYS: "exclude_highways",
}
"""What leaves a hindrance out, though no way should be left. Paths are open to walkers always."""


def route(trip: Trip, *, strictly: bool = True) -> bytes:
    """The body of a request for `/route`.

    `strictly`: what is to be avoided is left out. When there is no such way, ask without: then it
    is only dear, and the way has as little of it as can be.
    """
    costing = COSTING[trip.mode]
    asked: dict[str, Any] = {
        "locations": [_location(stop) for stop in trip.stops],
        "costing": costing,
        "costing_options": {costing: _options(trip, strictly=strictly)},
        "directions_type": "maneuvers",  # no texts: those of languages it lacks are English
        "units": "kilometers",
        "elevation_interval": HEIGHTS,
    }
    if trip.course is not None and trip.mode is not Mode.FOOT:
        asked["locations"][0]["heading"] = round(trip.course) % 360
    if trip.others and len(trip.stops) == 2:
        asked["alternates"] = min(trip.others, MOST_OTHERS)
    return msgspec.json.encode(asked)


def _location(stop: Spot) -> dict[str, Any]:
    here = {"lat": round(stop.latitude, 6), "lon": round(stop.longitude, 6)}
    return {**here, "type": "break", "search_cutoff": NEAR}


def can_be_strict(trip: Trip) -> bool:
    """Whether something is to be avoided that can be left out altogether."""
    return any(_strict(trip, hindrance) for hindrance in trip.avoid)


def _strict(trip: Trip, hindrance: Hindrance) -> str:
    """The option that leaves a hindrance out, "" when there is none."""
    walks = trip.mode is Mode.FOOT and hindrance is Hindrance.UNPAVED
    there = hindrance in SOFTLY[trip.mode] and not walks
    return STRICTLY.get(hindrance, "") if there else ""


def _options(trip: Trip, *, strictly: bool) -> dict[str, Any]:
    options: dict[str, Any] = {}
    for hindrance in sorted(trip.avoid):
        options |= SOFTLY[trip.mode].get(hindrance, {})
        if strictly and (option := _strict(trip, hindrance)):
            options[option] = True
    return options
