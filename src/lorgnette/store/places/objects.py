"""Places from the tags of objects of OpenStreetMap."""

from collections.abc import Iterator, Mapping
from math import log10
from typing import Final

from lorgnette.core.places import Address, Place
from lorgnette.core.places.kinds import KINDS, LINES, SETTLEMENTS, Kind, kind_of
from lorgnette.core.types import Spot
from lorgnette.store.places.tables import Row

KEYS: Final = (
    *("name", "amenity", "shop", "tourism", "addr:housenumber", "highway", "railway", "leisure"),
    *("emergency", "healthcare", "public_transport", "aeroway", "natural", "craft", "place"),
)
"""Objects without any of these are nobody's place."""

MOST_NAMES: Final = 24

LONGEST: Final = 255
"""Characters of a value of OpenStreetMap; what is longer is no name."""

_LANGUAGES: Final = {
    "zh-Hans": "zh", "zh-Hant": "zh", "zh_pinyin": "", "zh-Latn": "", "zh_pinyin_notone": "",
}  # fmt: skip
_ALIASES: Final = (
    *("alt_name", "short_name", "official_name", "old_name", "loc_name", "int_name", "brand"),
    *("brand:en", "brand:zh", "alt_name:en", "alt_name:zh", "short_name:en", "iata"),
)
_CLASSES: Final = {
    "primary": 0.28, "secondary": 0.26, "tertiary": 0.24, "residential": 0.2,
    "unclassified": 0.2, "living_street": 0.2, "pedestrian": 0.24,
}  # fmt: skip
_NO_STREETS: Final = frozenset(
    ("proposed", "construction", "platform", "rest_area", "services", "bus_stop", "corridor")
)
_ADDRESS: Final = frozenset(
    (
        *("addr:street", "addr:place", "addr:housenumber", "addr:postcode", "addr:city"),
        *("addr:suburb", "addr:district", "addr:country"),
    )
)
_DETAILS: Final = _ADDRESS | {
    *("opening_hours", "phone", "contact:phone", "website", "contact:website"),
}
_CAPITALS: Final = {"yes": 0.12, "2": 0.12, "3": 0.06, "4": 0.06}


def row_of(tags: Mapping[str, str], spot: Spot, identity: str) -> Row | None:
    """What an object is; None when nobody looks for it. What is broken in it is left out."""
    kind = kind_of(tags)
    if kind is None or (kind.name == "street" and tags["highway"] in _NO_STREETS):
        return None
    names, also = names_of(tags)
    if not names and not kind.nameless:
        return None
    worth = round(importance_of(tags, kind), 3)
    if _DETAILS.isdisjoint(tags):
        return Row(Place(spot, names, kind.name, importance=worth, identity=identity), also)
    place = Place(
        spot,
        names,
        kind.name,
        address_of(tags),
        _value(tags, "opening_hours"),
        _value(tags, "phone") or _value(tags, "contact:phone"),
        _value(tags, "website") or _value(tags, "contact:website"),
        worth,
        identity,
    )
    return Row(place, also)


def house_of(tags: Mapping[str, str], spot: Spot, identity: str) -> Place | None:
    """The house that an object is, or is in."""
    address = address_of(tags)
    if not (address.house and address.street):
        return None
    importance = KINDS["house"].importance
    return Place(spot, {}, "house", address, importance=importance, identity=identity)


def names_of(tags: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Names by language, and other names."""
    names, also = dict[str, str](), dict[str, None]()
    for key, value in _named(tags):
        if len(names) >= MOST_NAMES:
            break
        language = key[5:]
        if not language or len(language) == 2:
            names[language] = value
        elif _LANGUAGES.get(language):
            names.setdefault(_LANGUAGES[language], value)
        elif language in _LANGUAGES:
            also[value] = None
    for alias in _ALIASES:
        if alias in tags:
            said = tags[alias][:LONGEST].split(";")
            also.update(dict.fromkeys(each.strip() for each in said))
    if not names and (ref := tags.get("ref")) and tags.get("highway") and len(ref) < LONGEST:
        names[""] = ref
    return names, tuple(each for each in also if each and each not in names.values())


def _named(tags: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for key, value in tags.items():
        is_name = key[:4] == "name" and (len(key) == 4 or key[4] == ":")
        if is_name and len(value) <= LONGEST and any(map(str.isalnum, value)):
            yield key, value.strip()


def address_of(tags: Mapping[str, str]) -> Address:
    """The address, as far as the object says it."""
    if _ADDRESS.isdisjoint(tags):
        return Address()
    return Address(
        _value(tags, "addr:street") or _value(tags, "addr:place"),
        _value(tags, "addr:housenumber"),
        _value(tags, "addr:postcode"),
        _value(tags, "addr:city") or _value(tags, "addr:suburb") or _value(tags, "addr:district"),
        _value(tags, "addr:country")[:2].upper(),
    )


def _value(tags: Mapping[str, str], key: str) -> str:
    value = tags.get(key)
    return value.strip() if value and len(value) <= LONGEST else ""


def importance_of(tags: Mapping[str, str], kind: Kind) -> float:
    """How important an object is, 0 to 1: by its kind, its people, and whether it is known."""
    value = kind.importance
    if kind.name in SETTLEMENTS or kind.name == "island":
        people = tags.get("population", "").replace(",", "").replace(" ", "")
        if people.isascii() and people.isdigit() and len(people) < 12:
            value += 0.04 * max(0.0, log10(max(1, int(people))) - 3)
        value += _CAPITALS.get(tags.get("capital", ""), 0.0)
    elif kind.name == "street":
        value = _CLASSES.get(tags.get("highway", ""), 0.14)
    if kind.name not in LINES and ("wikidata" in tags or "wikipedia" in tags):
        value += 0.1
    return min(value, 0.99)
