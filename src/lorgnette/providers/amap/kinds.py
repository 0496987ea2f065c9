"""Amap's kinds of places («POI 分类编码») as ours. No I/O."""

from collections.abc import Collection
from typing import Final

CODES: Final = {
    "restaurant": "050100",
    "fast_food": "050300",
    "cafe": "050500",
    "tea": "050600",
    "bakery": "050800",
    "mall": "060100",
    "convenience": "060200",
    "supermarket": "060400",
    "books": "061205",
    "post_office": "070400",
    "hairdresser": "071100",
    "laundry": "071500",
    "fitness": "080111",
    "cinema": "080601",
    "hospital": "090100",
    "clinic": "090300",
    "pharmacy": "090601",
    "veterinary": "090700",
    "hotel": "100100",
    "hostel": "100200",
    "park": "110101",
    "attraction": "110200",
    "police": "130501",
    "museum": "140100",
    "library": "140500",
    "university": "141201",
    "school": "141202",
    "kindergarten": "141204",
    "airport": "150104",
    "station": "150200",
    "ferry": "150300",
    "subway_entrance": "150501",
    "subway": "150500",
    "bus_stop": "150700",
    "parking": "150900",
    "fuel": "010100",
    "charging_station": "011100",
    "bank": "160100",
    "atm": "160300",
    "toilets": "200300",
}

WORTH_TELLING: Final = (
    *("050000", "060000", "070000", "080000", "090000", "100000", "110000"),
    *("140000", "150000", "160000", "200300"),
)

_KINDS: Final = {code: kind for kind, code in CODES.items()}


def codes(kinds: Collection[str]) -> list[str]:
    """The codes of kinds, those that it has; without kinds, of all that is worth telling."""
    return [CODES[kind] for kind in sorted(kinds) if kind in CODES] if kinds else [*WORTH_TELLING]


def kind(code: str) -> str:
    """The kind of the nearest code above: 050501 is a café too; "" for none.

    A place may have several, parted by bars: the first is the one it is.
    """
    first = code.partition("|")[0]
    above = (first, f"{first[:4]}00")
    return next((_KINDS[each] for each in above if each in _KINDS), "")
