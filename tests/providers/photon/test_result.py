"""What Photon answers."""

from pathlib import Path

import pytest

from lorgnette.core.errors import EngineFailed
from lorgnette.core.places import Address, Place
from lorgnette.core.types import Spot
from lorgnette.providers.photon.result import places

SEARCH = (Path(__file__).parent.parent / "golden" / "photon" / "search.json").read_bytes()


def test_places_are_understood_and_nonsense_left_out():
    stadium, street, city = places(SEARCH, "en")
    assert stadium == Place(
        spot=Spot(52.51467945, 13.239514674078611),
        names={"en": "Berlin Olympic Stadium"},
        kind="stadium",
        address=Address("Olympischer Platz", "3", "14053", "Berlin", "DE"),
        hours="Mo-Su 09:00-19:00",
        identity="way/38862723",
        source="© OpenStreetMap contributors",
    )
    assert (street.kind, street.address.street) == ("street", "Olympische Straße")
    assert (city.kind, city.identity) == ("city", "node/240109189")


def test_names_that_were_not_asked_for_in_a_language_are_as_they_stand_there():
    assert next(places(SEARCH)).names == {"": "Berlin Olympic Stadium"}


@pytest.mark.parametrize("body", [b"", b"<html>", b"{}", b"[]", b'{"features": 5}', SEARCH[:300]])
def test_what_is_no_answer_is_refused(body):
    with pytest.raises(EngineFailed, match="Photon answers"):
        list(places(body))


@pytest.mark.parametrize(
    "feature",
    [
        *("7", "null", "[]", "{}", '{"geometry": 5}', '{"geometry": {"coordinates": "12"}}'),
        *('{"geometry": {"coordinates": [[], {}]}}', '{"geometry": {"coordinates": ["x", "y"]}}'),
    ],
)
def test_what_is_nowhere_is_left_out(feature):
    assert list(places(f'{{"features": [{feature}]}}'.encode())) == []
