"""What servers of strangers say, before anybody believes it. No I/O."""

import math
import re
from collections.abc import Mapping
from typing import Any, Final, TypeVar

import msgspec

from lorgnette.core.errors import EngineFailed
from lorgnette.core.types import Spot

LONGEST: Final = 200
"""Characters of a name."""

T = TypeVar("T")

_MARKUP: Final = re.compile(r"</?[a-zA-Z!][^<>]{0,200}>")


def decoded(body: bytes, kind: type[T], who: str) -> T:
    """An answer, which must be JSON of this shape. Raises EngineFailed that says who gave it."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise EngineFailed(f"{who} answers what cannot be read") from error


def name(value: Any) -> str:
    """A name in one line, without markup and signs that are not seen; "" for anything else."""
    if not isinstance(value, str):
        return ""
    plain = _MARKUP.sub(" ", value[: 4 * LONGEST])
    return " ".join("".join(c if c.isprintable() else " " for c in plain).split())[:LONGEST]


def number(value: Any) -> float:
    """A number, which may be written as a text; 0 for what is none, is endless or below 0."""
    try:
        read = float(value) if isinstance(value, (int, float, str)) else 0.0
    except (ValueError, OverflowError):
        return 0.0
    return read if math.isfinite(read) and read > 0 else 0.0


def spot(latitude: Any, longitude: Any) -> Spot | None:
    """A place on the earth, from numbers or texts; None for what is no such place."""
    try:
        north, east = float(latitude), float(longitude)
    except (TypeError, ValueError, OverflowError):
        return None
    return Spot(north, east) if abs(north) <= 90 and abs(east) <= 180 else None


def website(value: Any) -> str:
    """An address of the web; "" for anything else."""
    said = name(value)
    return said if said.startswith(("https://", "http://")) and " " not in said else ""


def country(value: Any) -> str:
    """Two letters, in capitals; "" for anything else."""
    said = name(value).upper()
    return said if len(said) == 2 and said.isascii() and said.isalpha() else ""


def table(value: Any) -> Mapping[str, Any]:
    """An object of JSON; an empty one for anything else."""
    return value if isinstance(value, dict) else {}
