"""What Photon is asked."""

import pytest

from lorgnette.core.types import CHINESE, ENGLISH, Spot
from lorgnette.providers.photon import request
from lorgnette.providers.photon.settings import PhotonSettings

SETTINGS = PhotonSettings("me@example.org", "https://photon.example/")
HERE = Spot(52.517037, 13.388860)


def test_words_are_searched_for_near_the_quarter_of_the_wearer():
    made = request.search(SETTINGS, "olympic  stadium", ENGLISH, HERE, 5)
    assert made.url == (
        "https://photon.example/api?q=olympic+stadium&limit=5&lang=en&lat=52.52&lon=13.39"
    )
    assert made.method == "GET"
    assert "me@example.org" in made.headers["user-agent"]


def test_a_language_that_it_does_not_know_is_not_asked_for():
    assert "lang=default" in request.search(SETTINGS, "体育场", CHINESE, None, 5).url
    own = PhotonSettings(url="http://localhost:2322", languages=(CHINESE,))
    assert "lang=zh" in request.search(own, "体育场", CHINESE, None, 5).url


@pytest.mark.parametrize("words", ["", " ", "\0", "\ud800", "!?"])
def test_what_has_no_words_is_not_asked(words):
    assert request.search(SETTINGS, words, ENGLISH, None, 5) is None


def test_kinds_are_asked_for_all_at_once():
    made = request.around(SETTINGS, HERE, {"cafe", "supermarket"}, 500, 20)
    assert made.url == (
        "https://photon.example/reverse?lat=52.517037&lon=13.388860&lang=default&radius=0.500"
        "&limit=20&osm_tag=amenity:cafe&osm_tag=shop:coffee&osm_tag=shop:supermarket"
    )


def test_without_a_kind_all_that_is_worth_telling_is_asked_for():
    made = request.around(SETTINGS, HERE, (), 500, 20)
    assert "osm_tag=amenity&osm_tag=shop&osm_tag=tourism" in made.url


def test_where_one_stands_is_a_house_or_a_street():
    made = request.address(SETTINGS, HERE)
    assert made.url.endswith("&radius=0.15&limit=1&layer=house&layer=street")
