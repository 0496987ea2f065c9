"""Streets and towns by their names in the wearer's language: 花园街 is Garden Street."""

from lorgnette.core.places import Place
from lorgnette.core.types import Spot
from lorgnette.engines import Places
from lorgnette.skills import Turn

NEAR = 20_000.0
"""Metres within which a name is the name of the same place."""


async def street_of(turn: Turn, places: Places, place: Place) -> str:
    """The street at which a place is; "" in the wild."""
    if place.address.street:
        return await in_own_language(turn, places, place.address.street, place.spot)
    at = await places.address(place.spot)
    if at is None:
        return ""
    if not at.address.house:
        return at.name(turn.language)
    return await in_own_language(turn, places, at.address.street, place.spot)


async def in_own_language(turn: Turn, places: Places, name: str, near: Spot) -> str:
    """What somewhere is called in the wearer's language; the name itself when nobody knows."""
    if not name:
        return ""
    found = await places.search(name, language=turn.language, near=near, limit=1)
    for each in found:
        if name in each.place.names.values() and (each.metres or 0.0) <= NEAR:
            return each.place.name(turn.language)
    return name
