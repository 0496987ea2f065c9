"""OpenStreetMap as services tell it: tags as kinds, objects as identities. No I/O."""

from typing import Any, Final

from lorgnette.providers import foreign

SOURCE: Final = "© OpenStreetMap contributors"

NAMED_BY_KEY: Final = {"highway": "street", "building": "house", "boundary": "area"}
"""Keys that say more than their values."""

KEYS: Final = {
    "shop": frozenset(
        {"supermarket", "convenience", "bakery", "mall", "books", "optician", "hairdresser"}
        | {"clothes", "florist", "bicycle", "kiosk", "butcher", "greengrocer", "laundry"}
    ),
    "tourism": frozenset({"hotel", "hostel", "museum", "attraction", "viewpoint", "gallery"}),
    "leisure": frozenset({"park", "playground", "stadium", "fitness_centre", "swimming_pool"}),
    "railway": frozenset({"station", "subway_entrance", "tram_stop"}),
    "highway": frozenset({"bus_stop"}),
}
"""Of which key a kind is a value, where that is not `amenity`."""

WORTH_TELLING: Final = ("amenity", "shop", "tourism", "leisure", "historic", "railway", "office")

TYPES: Final = {"N": "node", "W": "way", "R": "relation"}


def kind(key: Any, value: Any) -> str:
    """What a place is, by its main tag."""
    tag = (foreign.name(key), foreign.name(value))
    if tag[1] in KEYS.get(tag[0], ()):
        return tag[1]
    return NAMED_BY_KEY.get(tag[0], "" if tag[1] == "yes" else tag[1])


def tag(kind: str) -> tuple[str, str]:
    """The tag that places of a kind have."""
    return next((key for key, values in KEYS.items() if kind in values), "amenity"), kind


def identity(of: Any, number: Any) -> str:
    """What its source calls a place, such as `node/240109189`; "" when it does not."""
    name = TYPES.get(of, of) if isinstance(of, str) else ""
    if name not in TYPES.values() or isinstance(number, bool):
        return ""
    digits = str(number) if isinstance(number, (int, str)) else ""
    return f"{name}/{digits}" if digits.isascii() and digits.isdigit() else ""
