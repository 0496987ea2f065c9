"""OpenStreetMap as services tell it: tags as kinds, objects as identities. No I/O."""

from collections.abc import Mapping
from typing import Any, Final

from lorgnette.core.places.kinds import KINDS, kind_of
from lorgnette.providers import foreign

SOURCE: Final = "© OpenStreetMap contributors"

WORTH_TELLING: Final = ("amenity", "shop", "tourism", "leisure", "historic", "railway", "natural")
"""Keys of what is told to somebody who asks what is around."""

FINER: Final = ("cuisine", "religion", "sport", "station")
"""Keys beside the main one by which kinds differ."""

HOUSES: Final = frozenset({"house", "yes", "residential", "apartments"})

TYPES: Final = {"N": "node", "W": "way", "R": "relation"}


def kind(key: Any, value: Any, others: Mapping[str, Any] | None = None) -> str:
    """What a place is, by its main tag and perhaps others; "" for what nobody looks for."""
    main, said = foreign.name(key), foreign.name(value)
    if main in {"place", "building"} and said in HOUSES:
        return "house"
    finer = {each: foreign.name((others or {}).get(each)) for each in FINER}
    found = kind_of({**finer, main: said})
    return found.name if found else ""


def tags(kind: str) -> list[tuple[str, str]]:
    """The main tags that places of a kind may have, the usual first; none for a kind unknown."""
    known = KINDS.get(kind)
    main = [tuple(each[0].split("=", 1)) for each in known.tags] if known else []
    return [(key, value) for key, value in dict.fromkeys(main) if value != "*"]


def identity(of: Any, number: Any) -> str:
    """What its source calls a place, such as `node/240109189`; "" when it does not."""
    name = TYPES.get(of, of) if isinstance(of, str) else ""
    if name not in TYPES.values() or isinstance(number, bool):
        return ""
    digits = str(number) if isinstance(number, (int, str)) else ""
    return f"{name}/{digits}" if digits.isascii() and digits.isdigit() else ""
