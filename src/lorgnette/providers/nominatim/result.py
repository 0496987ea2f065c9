"""What Nominatim answers, as places. No I/O. What makes no sense in it is left out."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from lorgnette.core.errors import EngineFailed
from lorgnette.core.places import Address, Place
from lorgnette.providers import foreign, osm

WHO: Final = "Nominatim"

STREETS: Final = ("road", "pedestrian", "footway", "path", "cycleway", "square")
LOCALITIES: Final = ("city", "town", "village", "municipality", "hamlet", "suburb", "county")

_NAME: Final = re.compile(r"name(?::([a-z]{2,3}))?\Z")


def places(body: bytes) -> Iterator[Place]:
    """The places that a search found. Raises EngineFailed when the answer is none."""
    said = foreign.decoded(body, list[Any], WHO)
    return (found for row in said if (found := place(row)))


def nearest(body: bytes) -> Place | None:
    """What is at a spot; None in the wild. Raises EngineFailed when the answer is none."""
    said = foreign.decoded(body, dict[str, Any], WHO)
    if "lat" not in said and "error" not in said:
        raise EngineFailed(f"{WHO} answers something else than a place")
    return place(said)


def place(row: Any) -> Place | None:
    """One place; None when it is nowhere."""
    if not isinstance(row, dict):
        return None
    spot = foreign.spot(row.get("lat"), row.get("lon"))
    if spot is None:
        return None
    tags = foreign.table(row.get("extratags"))
    return Place(
        spot=spot,
        names=_names(row),
        kind=osm.kind(row.get("category"), row.get("type"), tags),
        address=address(foreign.table(row.get("address"))),
        hours=foreign.name(tags.get("opening_hours")),
        phone=foreign.name(tags.get("phone") or tags.get("contact:phone")),
        website=foreign.website(tags.get("website") or tags.get("contact:website")),
        importance=min(1.0, foreign.number(row.get("importance"))),
        identity=osm.identity(row.get("osm_type"), row.get("osm_id")),
        source=osm.SOURCE,
    )


def address(said: Mapping[str, Any]) -> Address:
    """Where a letter goes."""
    return Address(
        street=_first(said, STREETS),
        house=foreign.name(said.get("house_number")),
        postcode=foreign.name(said.get("postcode")),
        locality=_first(said, LOCALITIES),
        country=foreign.country(said.get("country_code")),
    )


def _names(row: Mapping[str, Any]) -> dict[str, str]:
    """By language, as it has them all; else the one that it says."""
    said = {"name": row.get("name"), **foreign.table(row.get("namedetails"))}
    names = {
        match[1] or "": name
        for key, value in said.items()
        if (match := _NAME.match(key)) and (name := foreign.name(value))
    }
    if "zh" not in names and (simple := foreign.name(said.get("name:zh-Hans"))):
        names["zh"] = simple
    return names


def _first(said: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return next(filter(None, (foreign.name(said.get(key)) for key in keys)), "")
