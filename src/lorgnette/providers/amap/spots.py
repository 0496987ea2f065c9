"""What Amap answers, as places. No I/O. What makes no sense in it is left out."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from lorgnette.core.errors import EngineFailed
from lorgnette.core.gcj02 import to_wgs84
from lorgnette.core.places import Address, Place
from lorgnette.core.types import Spot
from lorgnette.providers import foreign
from lorgnette.providers.amap.hours import hours
from lorgnette.providers.amap.kinds import kind
from lorgnette.providers.amap.verdict import WHO, checked
from lorgnette.providers.amap.ways import SOURCE

CHINA: Final = "CN"

_DOOR: Final = re.compile(r"(.*(?:路|街|道|巷|弄|胡同|大街))((?:甲|乙|丙)?[0-9]+(?:-[0-9]+)?号?)")


def places(body: bytes) -> Iterator[Place]:
    """The places that were found. Raises EngineFailed when the answer is none."""
    said = checked(body).get("pois")
    if not isinstance(said, list):
        raise EngineFailed(f"{WHO} answers something else than places")
    return (found for row in said if (found := _place(foreign.table(row))))


def address(body: bytes, spot: Spot) -> Place | None:
    """The address of a spot; None in the wild. Raises EngineFailed when the answer is none."""
    said = foreign.table(foreign.table(checked(body).get("regeocode")).get("addressComponent"))
    door = foreign.table(said.get("streetNumber"))
    street, house = foreign.name(door.get("street")), foreign.name(door.get("number"))
    if not street:
        return None
    return Place(
        spot=_spot(door.get("location")) or spot,
        kind="house" if house else "street",
        address=Address(street, house, locality=_locality(said), country=CHINA),
        source=SOURCE,
    )


def _place(row: Mapping[str, Any]) -> Place | None:
    spot, called = _spot(row.get("location")), foreign.name(row.get("name"))
    if spot is None or not called:
        return None
    business = foreign.table(row.get("business"))
    identity = foreign.name(row.get("id"))
    week, today = business.get("opentime_week"), business.get("opentime_today")
    return Place(
        spot=spot,
        names={"": called},
        kind=kind(foreign.name(row.get("typecode"))),
        address=_address(row),
        hours=hours(foreign.name(week) or foreign.name(today)),
        phone=foreign.name(business.get("tel")).partition(";")[0],
        identity=f"amap/{identity}" if identity.isascii() and identity.isalnum() else "",
        source=SOURCE,
    )


def _address(row: Mapping[str, Any]) -> Address:
    said = foreign.name(row.get("address"))
    door = _DOOR.match(said)
    street, house = (door[1], door[2]) if door else (said, "")
    return Address(
        street,
        house,
        locality=_locality({"city": row.get("cityname"), "district": row.get("adname")}),
        country=CHINA,
    )


def _locality(said: Mapping[str, Any]) -> str:
    """The city and its district: 「北京市朝阳区」; of the four that are provinces, those."""
    city = foreign.name(said.get("city")) or foreign.name(said.get("province"))
    return city + foreign.name(said.get("district"))


def _spot(said: Any) -> Spot | None:
    if not isinstance(said, str) or said.count(",") != 1:
        return None
    longitude, latitude = said.split(",")
    spot = foreign.spot(latitude, longitude)
    return to_wgs84(spot) if spot else None
