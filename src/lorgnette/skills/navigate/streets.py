"""Streets and towns by their names in the wearer's language: 花园街 is Garden Street."""

from lorgnette.core.places import Place
from lorgnette.core.types import Spot
from lorgnette.engines import Places
from lorgnette.engines.wrap.streets import name_in
from lorgnette.skills import Turn


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
    return await name_in(turn.language, places, name, near)
