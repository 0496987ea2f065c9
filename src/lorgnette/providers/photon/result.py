"""What Photon answers, as places: GeoJSON. No I/O. What makes no sense in it is left out."""

from collections.abc import Iterator
from typing import Any, Final

from lorgnette.core.errors import EngineFailed
from lorgnette.core.places import Address, Place
from lorgnette.core.types import Language
from lorgnette.providers import foreign, osm

WHO: Final = "Photon"


def places(body: bytes, language: Language | None = None) -> Iterator[Place]:
    """The places, with their names in a language, or as they stand there.

    Raises EngineFailed when the answer is none.
    """
    said = foreign.decoded(body, dict[str, Any], WHO).get("features")
    if not isinstance(said, list):
        raise EngineFailed(f"{WHO} answers something else than places")
    return (found for row in said if (found := _place(row, language or "")))


def _place(row: Any, language: str) -> Place | None:
    whereabouts = foreign.table(foreign.table(row).get("geometry")).get("coordinates")
    if not isinstance(whereabouts, list) or len(whereabouts) < 2:
        return None
    spot = foreign.spot(whereabouts[1], whereabouts[0])
    if spot is None:
        return None
    said = foreign.table(row.get("properties"))
    extra = foreign.table(said.get("extra"))
    kind = osm.kind(said.get("osm_key"), said.get("osm_value"))
    called = foreign.name(said.get("name"))
    street = called if kind == "street" else foreign.name(said.get("street"))
    return Place(
        spot=spot,
        names={language: called} if called else {},
        kind=kind,
        address=Address(
            street=street,
            house=foreign.name(said.get("housenumber")),
            postcode=foreign.name(said.get("postcode")),
            locality=foreign.name(said.get("city")) or foreign.name(said.get("district")),
            country=foreign.country(said.get("countrycode")),
        ),
        hours=foreign.name(extra.get("opening_hours")),
        phone=foreign.name(extra.get("phone")),
        website=foreign.website(extra.get("website")),
        identity=osm.identity(said.get("osm_type"), said.get("osm_id")),
        source=osm.SOURCE,
    )
