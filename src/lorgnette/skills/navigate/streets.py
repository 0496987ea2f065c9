"""Streets by their names in the wearer's language: 花园街 is Garden Street."""

from lorgnette.core.places import Place
from lorgnette.engines import Places
from lorgnette.engines.wrap.streets import name_in
from lorgnette.skills import Turn


async def street_of(turn: Turn, places: Places, place: Place) -> str:
    """The street at which a place is; "" in the wild."""
    if place.address.street:
        return await name_in(turn.language, places, place.address.street, place.spot)
    at = await places.address(place.spot)
    if at is None:
        return ""
    if not at.address.house:
        return at.name(turn.language)
    return await name_in(turn.language, places, at.address.street, place.spot)
