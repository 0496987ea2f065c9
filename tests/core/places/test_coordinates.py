"""Coordinates as they are written and said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.places.coordinates import read


@pytest.mark.parametrize(
    ("text", "latitude", "longitude"),
    [
        ("47.14, 9.52", 47.14, 9.52),
        ("47.14 9.52", 47.14, 9.52),
        ("-33.86,151.2", -33.86, 151.2),
        ("−33.86, −70.5", -33.86, -70.5),
        ("minus 33.8, 151", -33.8, 151),
        ("geo:47.14,9.52?z=15", 47.14, 9.52),
        ("47°8'24\"N 9°31'12\"E", 47.14, 9.52),
        ("47° 8.4' N, 9° 31.2' E", 47.14, 9.52),
        ("N 47.14 E 9.52", 47.14, 9.52),
        ("48 degrees north, 30 degrees west", 48, -30),
        ("12 south and 77 west", -12, -77),
        ("北纬47.14度东经9.52度", 47.14, 9.52),
        ("东经116.4度，北纬39.9度", 39.9, 116.4),
        ("南纬33.8度，东经151.2度", -33.8, 151.2),
        ("北纬39度54分，东经116度24分", 39.9, 116.4),
    ],
)
def test_coordinates_are_understood(text, latitude, longitude):
    spot = read(text)
    assert (spot.latitude, spot.longitude) == pytest.approx((latitude, longitude), abs=1e-6)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "12 100",
        "91.5, 20",
        "20, 181.5",
        "47°99'N 9°E",
        "Station Road 12, 14",
        "a, b",
        "1.5",
    ],
)
def test_what_is_no_place_on_earth_is_none(text):
    assert read(text) is None


@given(
    st.floats(-90, 90).map(lambda each: round(each, 6)),
    st.floats(-180, 180).map(lambda each: round(each, 6)),
)
def test_what_is_written_is_read(latitude, longitude):
    spot = read(f"{latitude:.6f}, {longitude:.6f}")
    assert (spot.latitude, spot.longitude) == pytest.approx((latitude, longitude))


@given(st.text(alphabet="0123456789.,-+°'\"NSEWnse 北纬度", max_size=40))
def test_whatever_is_read_is_on_earth(text):
    spot = read(text)
    assert spot is None or (abs(spot.latitude) <= 90 and abs(spot.longitude) <= 180)
