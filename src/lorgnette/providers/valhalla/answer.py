"""The shape of what Valhalla answers; what is not needed is left out."""

from typing import Annotated, Any

import msgspec

Index = Annotated[int, msgspec.Meta(ge=0)]
Amount = Annotated[float, msgspec.Meta(ge=0)]


class Sign(msgspec.Struct, frozen=True):
    """What is written over the road: each an object with a `text`."""

    exit_branch_elements: tuple[Any, ...] = ()
    exit_toward_elements: tuple[Any, ...] = ()


class Maneuver(msgspec.Struct, frozen=True):
    """One of its steps; `length` in kilometres."""

    type: int
    length: Amount
    time: Amount
    begin_shape_index: Index
    end_shape_index: Index
    street_names: tuple[Any, ...] = ()
    begin_street_names: tuple[Any, ...] = ()
    bearing_before: float | None = None
    bearing_after: float | None = None
    roundabout_exit_count: Index = 0
    sign: Sign = Sign()
    ferry: bool = False
    rough: bool = False


class Country(msgspec.Struct, frozen=True):
    """An administrative boundary that a leg is within; empty when the map has none."""

    country_code: Any = ""


class Summary(msgspec.Struct, frozen=True):
    """What a leg has."""

    admins: tuple[Country, ...] = ()
    has_toll: bool = False
    has_highway: bool = False


class Leg(msgspec.Struct, frozen=True):
    """The way from one stop to the next; `shape` has six digits."""

    maneuvers: tuple[Maneuver, ...]
    shape: str
    summary: Summary = Summary()
    elevation: tuple[float, ...] = ()


class Found(msgspec.Struct, frozen=True):
    """A way from the first stop to the last."""

    legs: tuple[Leg, ...]


class Other(msgspec.Struct, frozen=True):
    """An alternative."""

    trip: Found


class Answer(msgspec.Struct, frozen=True):
    """What `/route` answers."""

    trip: Found
    alternates: tuple[Other, ...] = ()


class Trouble(msgspec.Struct, frozen=True):
    """What it answers when it does not answer."""

    error_code: int
    error: Any = ""
