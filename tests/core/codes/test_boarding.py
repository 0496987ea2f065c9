"""Boarding passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.codes.boarding import boarding_pass
from lorgnette.core.codes.contents import BoardingPass, Leg

PASS = "M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 326J001A0025 100"
FIRST = Leg("AC", "834", "YUL", "FRA", 326, "1A", "25", "ABC123", "J", "1")


def test_a_pass():
    assert boarding_pass(PASS) == BoardingPass("Luc Desmarais", (FIRST,))


def test_a_pass_with_what_is_its_own_and_a_seal():
    own = PASS[:-2] + "0B" + ">6180WW6225B"[:11] + "^160SEAL"
    assert boarding_pass(own) == BoardingPass("Luc Desmarais", (FIRST,))


def test_two_legs_are_two_flights():
    second = "DEF456 FRALHRLH 0900A327Y012C0007 300"
    told = boarding_pass("M2" + PASS[2:] + second)
    assert told.legs == (
        FIRST,
        Leg("LH", "900A", "FRA", "LHR", 327, "12C", "7", "DEF456", "Y", "3"),
    )


@pytest.mark.parametrize(
    "text",
    ["", PASS[:-1], "M2" + PASS[2:], "M0" + PASS[2:], "S1" + PASS[2:], PASS.lower(),
     PASS.replace("YUL", "Y1L"), PASS.replace("DESMARAIS/LUC", " " * 13)],
)  # fmt: skip
def test_what_is_no_pass_is_none(text):
    assert boarding_pass(text) is None


CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@given(
    st.text(CAPITALS, min_size=1, max_size=9),
    st.text(CAPITALS, min_size=3, max_size=3),
    st.integers(1, 9_999),
    st.integers(1, 366),
    st.integers(1, 99),
    st.sampled_from("ABCDEF"),
)
def test_a_pass_is_as_it_was_written(family, origin, flight, day, row, seat):
    head = f"M1{family + '/JANE':<20}EABC123 "
    told = boarding_pass(f"{head}{origin}FRALH {flight:04} {day:03}Y{row:03}{seat}0001 100")
    [leg] = told.legs
    assert told.passenger == f"Jane {family.title()}"
    assert (leg.origin, leg.flight, leg.day_of_year) == (origin, str(flight), day)
    assert leg.seat == f"{row}{seat}"


@given(st.integers(2, len(PASS) - 1), st.characters())
def test_damage_is_no_pass_or_has_flights(place, char):
    told = boarding_pass(PASS[:place] + char + PASS[place + 1 :])
    assert told is None or len(told.legs) == 1
