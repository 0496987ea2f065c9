"""Lines as letters: against the example of those who thought of it, and there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.polyline import MOST, decode, encode
from lorgnette.core.types import Spot

PUBLISHED = "_p~iF~ps|U_ulLnnqC_mqNvxq`@"
SPOTS = (Spot(38.5, -120.2), Spot(40.7, -120.95), Spot(43.252, -126.453))

DIGITS = st.sampled_from([5, 6])
LINES = st.lists(st.builds(Spot, st.floats(-90, 90), st.floats(-180, 180)), max_size=20)


def test_the_published_example_is_read_and_written():
    assert decode(PUBLISHED) == SPOTS
    assert encode(SPOTS) == PUBLISHED


def test_six_digits_are_ten_times_finer():
    assert decode(encode(SPOTS, digits=6), digits=6) == SPOTS
    assert decode(PUBLISHED, digits=6)[0] == Spot(3.85, -12.02)


def test_nothing_is_no_line():
    assert decode("") == ()
    assert encode(()) == ""


@given(LINES, DIGITS)
def test_what_is_written_is_read_within_half_a_digit(spots, digits):
    for written, read in zip(spots, decode(encode(spots, digits), digits), strict=True):
        assert abs(written.latitude - read.latitude) <= 0.51 * 10**-digits
        assert abs(written.longitude - read.longitude) <= 0.51 * 10**-digits


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("_p~iF~ps|", "cut off"),
        ("_p~iF", "half a spot"),
        ("_p~iF~ps|U<html>", "'<' where none"),
        ("你好", "where none"),
        ("_p~iF ~ps|U", "where none"),
        ("~" * 100, "where none"),
        (encode(SPOTS, digits=6), "other than 5 digits"),
    ],
)
def test_what_is_no_line_says_why(text, why):
    with pytest.raises(ValueError, match=why):
        decode(text)


def test_a_line_has_an_end():
    with pytest.raises(ValueError, match=f"more than {MOST}"):
        decode("??" * (MOST + 1))


@given(st.text(max_size=200), DIGITS)
def test_whatever_comes_is_a_line_on_earth_or_an_error(text, digits):
    try:
        spots = decode(text, digits)
    except ValueError:
        return
    assert all(abs(each.latitude) <= 90 and abs(each.longitude) <= 180 for each in spots)
