"""Numbers and codes as they are said, and what a recogniser makes of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.places import coordinates, pluscodes
from lorgnette.core.places.spoken import in_digits, joined
from lorgnette.core.slots.numerals import chinese, english
from lorgnette.core.types import Spot

LATITUDES, LONGITUDES = st.integers(-8999, 8999), st.integers(-17999, 17999)
"""In hundredths of a degree."""


def said(hundredths, language):
    """A number with two decimals, in words."""
    whole, rest = divmod(abs(hundredths), 100)
    many, few = divmod(whole, 100)
    digits = [language.spelled(digit) for digit in divmod(rest, 10)]
    if language is chinese:
        hundred = f"一百{'零' if 0 < few < 10 else '一' if 9 < few < 20 else ''}" if many else ""
        number = hundred + (chinese.spelled(few) if few or not many else "")
        return f"{'负' if hundredths < 0 else ''}{number}点{''.join(digits)}"
    hundred = "one hundred and " if many else ""
    number = (hundred + english.spelled(few)) if few or not many else "one hundred"
    return f"{'minus ' if hundredths < 0 else ''}{number} point {' '.join(digits)}"


WAYS = [(english, " "), (english, " comma "), (chinese, "，")]


@given(LATITUDES, LONGITUDES, st.sampled_from(WAYS))
def test_coordinates_in_words_are_the_same_as_in_digits(north, east, way):
    language, between = way
    spot = coordinates.read(f"{said(north, language)}{between}{said(east, language)}")
    assert (spot.latitude, spot.longitude) == (north / 100, east / 100)
    assert coordinates.read(coordinates.written(spot)) == spot


@pytest.mark.parametrize(
    ("text", "latitude", "longitude"),
    [
        ("forty eight degrees north thirty degrees west", 48, -30),
        ("Latitude 48.001 longitude minus 29.999", 48.001, -29.999),
        ("longitude nine point five latitude forty seven point one", 47.1, 9.5),
        ("coordinates 47.14, 9.52", 47.14, 9.52),
        ("negative 33.8 comma one hundred and fifty one", -33.8, 151),
        ("北纬四十八点零零一度西经二十九点九九九度", 48.001, -29.999),
        ("坐标39.9，116.4", 39.9, 116.4),
        ("经度116.4纬度39.9", 39.9, 116.4),
    ],
)
def test_coordinates_are_understood_as_they_are_said(text, latitude, longitude):
    assert coordinates.read(text) == Spot(latitude, longitude)


@pytest.mark.parametrize(
    "text", ["twelve station road", "forty eight thirty", "五一路", "one", "half past six", "北纬"]
)
def test_other_numbers_are_no_coordinates(text):
    assert coordinates.read(text) is None


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("8 f v c 9 g 8 f plus 6 x", "8FVC9G8F+6X", ""),
        ("eight f v c nine g eight f plus six x", "8FVC9G8F+6X", ""),
        ("8fvc9g8f plus 6x", "8FVC9G8F+6X", ""),
        ("nine gee eight eff plus six ex in bern", "9G8F+6X", "bern"),
        ("9w8f plus 6 double u zürich", "9W8F+6W", "zürich"),
        ("九g八f加六x伯尔尼", "9G8F+6X", "伯尔尼"),
        ("伯尔尼的9g8f加6x", "9G8F+6X", "伯尔尼"),
    ],
)
def test_codes_are_understood_as_they_are_spelt(text, code, rest):
    assert pluscodes.read(text) == (code, rest)


@pytest.mark.parametrize("text", ["canal plus", "plus", "2 plus 2", "plus 9g", "加油站"])
def test_not_every_plus_is_a_code(text):
    assert pluscodes.read(text) is None


@given(st.text(max_size=60))
def test_whatever_was_said_is_survived(text):
    in_digits(text)
    joined(text, pluscodes.DIGITS)
    coordinates.read(text)
    pluscodes.read(text)
