"""Which slot reads which type."""

from datetime import date, time, timedelta
from typing import Annotated, Literal, Optional

import pytest

from lorgnette.core.slots import Context, Duration, register, slot, slot_for
from lorgnette.core.types import ENGLISH


class Seat:
    def __init__(self, row):
        self.row = row


@slot(Seat)
class SeatSlot:
    name = "seat"

    def read(self, words, context):
        if words and words[0] == "aisle":
            yield 1, Seat(1)

    def template(self, language):
        return "aisle"

    def show(self, value, language):
        return f"row {value.row}"


def test_a_stranger_brings_a_slot_of_their_own(now):
    found = slot_for(Seat)
    assert isinstance(found, SeatSlot)
    assert [used for used, _ in found.read(("aisle",), Context(ENGLISH, now))] == [1]


def test_a_later_slot_replaces_an_earlier_one():
    class Here: ...

    first, second = SeatSlot(), SeatSlot()
    register(Here, first)
    register(Here, second)
    assert slot_for(Here) is second


def test_missing_values_are_read_as_present_ones():
    assert slot_for(Duration | None) is slot_for(Duration)
    assert slot_for(Optional[int]) is slot_for(int)  # noqa: UP045 - both ways of writing it
    assert slot_for(Annotated[int, "how many"]) is slot_for(int)
    assert slot_for(Literal["a", "b"] | None).template(ENGLISH) == "a|b"
    assert slot_for(timedelta) is slot_for(Duration)


@pytest.mark.parametrize(
    "annotation", [bytes, list[int], int | str, None, Literal[1], 5, date | time]
)
def test_an_unknown_type_is_explained_to_the_author(annotation):
    with pytest.raises(TypeError, match=r"no slot reads values of .*@slot"):
        slot_for(annotation)


def test_an_unhashable_annotation_is_explained_too():
    with pytest.raises(TypeError, match="no slot reads"):
        slot_for([int])
