"""Tags as kinds, objects as identities."""

import pytest

from lorgnette.providers import osm


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("amenity", "pharmacy", "pharmacy"),
        ("shop", "bakery", "bakery"),
        ("highway", "residential", "street"),
        ("highway", "bus_stop", "bus_stop"),
        ("building", "yes", "house"),
        ("place", "city", "city"),
        ("place", "house", "house"),
        ("shop", "something", "shop"),
        ("nothing", "yes", ""),
        (None, 5, ""),
    ],
)
def test_a_tag_is_a_kind(key, value, kind):
    assert osm.kind(key, value) == kind


def test_other_tags_make_a_kind_finer():
    assert osm.kind("amenity", "cafe", {"cuisine": "bubble_tea", "shop": "books"}) == "bubble_tea"
    assert osm.kind("amenity", "cafe", {"cuisine": 5}) == "cafe"


def test_a_kind_has_tags():
    assert osm.tags("cafe") == [("amenity", "cafe"), ("shop", "coffee")]
    assert osm.tags("pharmacy")[0] == ("amenity", "pharmacy")
    assert osm.tags("shop") == osm.tags("dragons") == []


@pytest.mark.parametrize(
    ("of", "number", "identity"),
    [
        ("N", 5, "node/5"),
        ("way", "17", "way/17"),
        *(("R", -1, ""), ("node", "x", ""), ("node", True, ""), (None, 5, ""), ("X", 5, "")),
    ],
)
def test_an_object_has_an_identity(of, number, identity):
    assert osm.identity(of, number) == identity
