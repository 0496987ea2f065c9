"""What Amap is asked: in its coordinates, with a key, signed if it must be."""

import hashlib
from urllib.parse import parse_qs, urlsplit

import pytest

from lorgnette.core.errors import ConfigurationError, MissingPart
from lorgnette.core.routes import Hindrance, Mode
from lorgnette.core.types import Spot
from lorgnette.engines.router import Trip
from lorgnette.providers.amap import request
from lorgnette.providers.amap.settings import AmapSettings, with_key

SETTINGS = AmapSettings(url="https://amap.example", key="abc123")
HERE, THERE = Spot(39.911954, 116.377817), Spot(39.92, 116.40)
DRAWN = "116.384047,39.913345"
"""`HERE`, as the tests of eviltransform have it."""


def asked(made):
    parts = urlsplit(made.url)
    return parts.path, {key: value[0] for key, value in parse_qs(parts.query).items()}


def way(**trip):
    return asked(request.way(SETTINGS, Trip((HERE, THERE), **trip), HERE, THERE))


@pytest.mark.parametrize(
    ("mode", "path"),
    [(Mode.FOOT, "walking"), (Mode.BICYCLE, "bicycling"), (Mode.CAR, "driving")],
)
def test_ways_are_asked_for_in_chinese_coordinates(mode, path):
    asked_path, said = way(mode=mode)
    assert asked_path == f"/v5/direction/{path}"
    assert said["origin"] == DRAWN
    assert said["show_fields"] == "cost,navi,polyline"
    assert said["key"] == "abc123"


@pytest.mark.parametrize(
    ("avoid", "strategy", "ferry"),
    [
        (set(), "32", "0"),
        ({Hindrance.TOLLS}, "36", "0"),
        ({Hindrance.MOTORWAYS, Hindrance.FERRIES}, "35", "1"),
        ({Hindrance.TOLLS, Hindrance.MOTORWAYS, Hindrance.STAIRS}, "42", "0"),
    ],
)
def test_a_car_avoids_what_it_may(avoid, strategy, ferry):
    _, said = way(mode=Mode.CAR, avoid=frozenset(avoid))
    assert (said["strategy"], said["ferry"]) == (strategy, ferry)


def test_alternatives_on_foot_are_at_most_three_ways():
    assert way(others=1)[1]["alternative_route"] == "2"
    assert way(others=9)[1]["alternative_route"] == "3"
    assert "alternative_route" not in way()[1]


def test_words_are_searched_for_near_the_quarter():
    path, said = asked(request.search(SETTINGS, "咖啡|types=*", HERE, 99))
    assert path == "/v5/place/around"
    assert said["keywords"] == "咖啡 types"
    assert said["page_size"] == "25"
    near = asked(request.search(SETTINGS, "咖啡", Spot(39.9122, 116.3799), 99))[1]
    assert said["location"] == near["location"]  # the same quarter


def test_without_a_position_all_of_china_is_searched():
    path, said = asked(request.search(SETTINGS, "故宫", None, 5))
    assert path == "/v5/place/text"
    assert "location" not in said


@pytest.mark.parametrize("words", ["", " ", "|", "\ud800", "\0"])
def test_what_has_no_words_is_not_asked(words):
    assert request.search(SETTINGS, words, HERE, 5) is None


def test_what_is_around_is_asked_for_by_code():
    path, said = asked(request.around(SETTINGS, HERE, ["050500", "090601"], 9e9, 20))
    assert path == "/v5/place/around"
    assert (said["types"], said["radius"]) == ("050500|090601", "50000")
    assert (said["location"], said["sortrule"]) == (DRAWN, "distance")


def test_an_address_is_asked_for_exactly():
    assert asked(request.address(SETTINGS, HERE)) == (
        "/v3/geocode/regeo",
        {"location": DRAWN, "radius": "200", "extensions": "base", "key": "abc123"},
    )


def test_a_question_is_signed_as_the_manual_says():
    expected = hashlib.md5(b"a=23&b=12&d=48&f=8bbbbb", usedforsecurity=False).hexdigest()
    assert request.signed({"b": "12", "a": "23", "f": "8", "d": "48"}, "bbbbb") == expected
    own = AmapSettings(url="https://amap.example", key="abc", secret="def")
    _, said = asked(request.search(own, "故宫", None, 5))
    sig = said.pop("sig")
    assert sig == request.signed(said, "def")
    assert "def" not in request.search(own, "故宫", None, 5).url.replace(sig, "")


def test_the_keys_are_never_shown():
    made = request.search(AmapSettings(key="abc123", secret="def456"), "故宫", None, 5)
    assert "abc123" not in repr(made)
    assert made.shown("no abc123 and no def456") == "no … and no …"


def test_without_a_key_nobody_is_asked(monkeypatch):
    monkeypatch.delenv("LORGNETTE_AMAP_KEY", raising=False)
    with pytest.raises(MissingPart, match=r"providers\.amap\.key is empty"):
        with_key({})
    monkeypatch.setenv("LORGNETTE_AMAP_KEY", "abc")
    assert with_key({}).secrets[0] == "abc"
    with pytest.raises(ConfigurationError, match="letters and digits"):
        with_key({"providers": {"amap": {"key": "a b"}}})
