"""What Nominatim is asked."""

from urllib.parse import parse_qs, urlsplit

import pytest

from lorgnette.core.types import CHINESE, ENGLISH, Spot
from lorgnette.providers.nominatim import request
from lorgnette.providers.services import ServiceSettings

SETTINGS = ServiceSettings("me@example.org", "https://places.example/")
HERE = Spot(48.137154, 11.575490)


def asked(made):
    parts = urlsplit(made.url)
    return parts.path, {key: value[0] for key, value in parse_qs(parts.query).items()}


def test_words_are_searched_for_in_the_language_of_the_wearer():
    made = request.search(SETTINGS, "Café Rischart, München", CHINESE, None, 5)
    path, said = asked(made)
    assert made.method == "GET"
    assert "me@example.org" in made.headers["user-agent"]
    assert path == "/search"
    assert said == {
        "q": "Café Rischart, München",
        "format": "jsonv2",
        "addressdetails": "1",
        "namedetails": "1",
        "extratags": "1",
        "limit": "5",
        "accept-language": "zh,en",
    }


def test_of_where_the_wearer_is_no_more_is_said_than_the_quarter():
    _, near = asked(request.search(SETTINGS, "cafe", ENGLISH, HERE, 5))
    _, next_door = asked(request.search(SETTINGS, "cafe", ENGLISH, Spot(48.1391, 11.5771), 5))
    west, south, east, north = map(float, near["viewbox"].split(","))
    assert near == next_door
    assert west < HERE.longitude < east
    assert south < HERE.latitude < north
    assert "bounded" not in near


@pytest.mark.parametrize("words", ["", " ", "[]", "\0", "\ud800", "!?", "\u202e"])
def test_what_has_no_words_is_not_asked(words):
    assert request.search(SETTINGS, words, ENGLISH, None, 5) is None


def test_nothing_that_is_said_is_an_operator():
    _, said = asked(request.search(SETTINGS, "[pub]&limit=50\nin Rome " * 99, ENGLISH, None, 5))
    assert said["q"].startswith("pub &limit=50 in Rome")
    assert len(said["q"]) <= 200
    assert said["limit"] == "5"


@pytest.mark.parametrize(
    ("tag", "said_so"),
    [(("amenity", "cafe"), "[amenity=cafe]"), (("shop", "supermarket"), "[shop=supermarket]")],
)
def test_a_tag_is_asked_for_within_a_square(tag, said_so):
    _, said = asked(request.around(SETTINGS, HERE, tag, 500, 20))
    assert (said["q"], said["bounded"], said["limit"]) == (said_so, "1", "20")
    west, south, east, north = map(float, said["viewbox"].split(","))
    assert north - south == pytest.approx(1000 / 111_320, rel=0.01)
    assert east - west == pytest.approx((north - south) / 0.667, rel=0.01)


def test_a_square_ends_at_the_poles_and_the_date_line():
    for spot in (Spot(90, 180), Spot(-90, -180)):
        _, said = asked(request.around(SETTINGS, spot, ("amenity", "cafe"), 500, 20))
        west, south, east, north = map(float, said["viewbox"].split(","))
        assert -180 <= west < east <= 180
        assert -90 <= south < north <= 90


def test_a_spot_is_asked_for_exactly():
    path, said = asked(request.reverse(SETTINGS, HERE, "address"))
    assert path == "/reverse"
    assert (said["lat"], said["lon"]) == ("48.137154", "11.575490")
    assert (said["zoom"], said["layer"]) == ("18", "address")
