"""Structs as rows of the store, and back."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec

from lorgnette.engines.records import Stored, Thing

T = TypeVar("T", bound=msgspec.Struct)


def kind_name(kind: type[msgspec.Struct]) -> str:
    """The name of a kind of struct: its tag, or its class in lower case."""
    tag = kind.__struct_config__.tag
    return str(tag) if tag else kind.__name__.casefold()


def stamp(moment: datetime | None) -> float | None:
    """A moment as seconds since 1970."""
    return None if moment is None else moment.timestamp()


def unstamp(seconds: float | None) -> datetime | None:
    """Seconds since 1970 as a moment."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def stored(kind: type[T], row: Sequence[Any]) -> Stored[T]:
    """A row (id, item, created, due) as a record."""
    item = msgspec.json.decode(row[1], type=kind)
    created = unstamp(row[2])
    assert created is not None  # noqa: S101 - the column cannot be null
    return Stored(row[0], item, created, unstamp(row[3]))


def thing(row: Sequence[Any]) -> Thing:
    """A row (id, kind, item, created, due) as plain data; damaged, it has nothing to tell."""
    try:
        item = msgspec.json.decode(row[2], type=dict[str, Any])
    except msgspec.DecodeError:
        item = {}
    created = unstamp(row[3])
    assert created is not None  # noqa: S101 - the column cannot be null
    return Thing(row[0], row[1], item, created, unstamp(row[4]))


def is_whole(kind: type[msgspec.Struct], item: str) -> bool:
    """Whether the stored text still is such a struct: another version may have written it."""
    try:
        msgspec.json.decode(item, type=kind)
    except msgspec.DecodeError:
        return False
    return True


def texts_of(item: msgspec.Struct) -> str:
    """All texts of a struct in lower case, for searching; its tag is none of them."""
    plain = msgspec.to_builtins(item)
    plain.pop(item.__struct_config__.tag_field, None)
    return "\n".join(value for value in plain.values() if isinstance(value, str)).casefold()
