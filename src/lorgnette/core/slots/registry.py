"""Which slot reads which type.

An action asks for a value by annotation (`length: Duration`); `slot_for` finds the slot that reads
it in the wearer's words and shows it again. Strangers add a slot for a type of their own:

    @slot(Seat)
    class SeatSlot:
        name = "seat"

        def read(self, words, context): ...
        def template(self, language): ...
        def show(self, value, language): ...
"""

import types
from collections.abc import Callable
from enum import EnumType, StrEnum
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from lorgnette.core.slots.choice import Choice
from lorgnette.core.slots.slot import Slot

S = TypeVar("S", bound=Slot[Any])

_slots: dict[Any, Slot[Any]] = {}


def register(annotation: Any, to: Slot[Any]) -> None:
    """Use a slot for a type. A later one replaces an earlier one."""
    _slots[annotation] = to


def slot(annotation: Any) -> Callable[[type[S]], type[S]]:
    """Decorate a slot class that needs no arguments: use it for a type."""

    def use(cls: type[S]) -> type[S]:
        register(annotation, cls())
        return cls

    return use


def slot_for(annotation: Any) -> Slot[Any]:
    """The slot of an annotation; `X | None` has the slot of `X`.

    Raises TypeError, written for the author of a skill, when the type has no slot.
    """
    try:
        return _slots[annotation]
    except (KeyError, TypeError):
        found = _derived(annotation)
    _slots[annotation] = found
    return found


def _derived(annotation: Any) -> Slot[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        return slot_for(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        types_ = [each for each in get_args(annotation) if each is not types.NoneType]
        if len(types_) == 1:
            return slot_for(types_[0])
    if origin is Literal and all(isinstance(each, str) for each in get_args(annotation)):
        return Choice({each: each for each in get_args(annotation)})
    if isinstance(annotation, EnumType) and issubclass(annotation, StrEnum):
        return Choice({member.value: member for member in annotation}, annotation.__name__.lower())
    known = ", ".join(sorted({each.name for each in _slots.values()}))
    raise TypeError(
        f"no slot reads values of {annotation!r}; slots exist for {known}, Literal and StrEnum;"
        " give your own type a slot with @slot(YourType)"
    )
