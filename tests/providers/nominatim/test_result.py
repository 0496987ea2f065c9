"""What Nominatim answers."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import EngineFailed
from lorgnette.core.places import Address, Place
from lorgnette.core.types import Spot
from lorgnette.providers.nominatim.result import nearest, place, places

GOLDEN = Path(__file__).parent.parent / "golden" / "nominatim"


def test_places_are_understood_and_nonsense_left_out():
    cafe, street = places((GOLDEN / "search.json").read_bytes())
    assert cafe == Place(
        spot=Spot(48.1371, 11.5754),
        names={"": "Café Rischart", "en": "Rischart Coffee House", "zh": "瑞夏特咖啡馆"},
        kind="cafe",
        address=Address("Marienplatz", "18", "80331", "Munich", "DE"),
        hours="Mo-Sa 08:00-19:00",
        phone="+49 89 1234567",
        website="https://cafe.example",
        importance=0.0000734,
        identity="node/452010817",
        source="© OpenStreetMap contributors",
    )
    assert (street.kind, street.identity) == ("street", "way/280940520")
    assert street.importance == 1.0


def test_the_address_of_a_spot():
    house = nearest((GOLDEN / "reverse.json").read_bytes())
    assert house.address == Address("Via Guglielmo Marconi", "71", "40122", "Bologna", "IT")
    assert (house.kind, house.names) == ("house", {})


def test_in_the_wild_there_is_no_address():
    assert nearest((GOLDEN / "nothing.json").read_bytes()) is None


@pytest.mark.parametrize("body", [b"", b"<html>", b"{}", b'{"a": NaN}', b"\xff", b"[" * 100_000])
def test_what_is_no_answer_is_refused(body):
    with pytest.raises(EngineFailed, match="Nominatim answers"):
        list(places(body))
    with pytest.raises(EngineFailed, match="Nominatim answers"):
        nearest(body)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=4,
)
FIELDS = [*json.loads((GOLDEN / "reverse.json").read_bytes())]


@given(st.dictionaries(st.sampled_from(FIELDS), JSON))
def test_whatever_a_field_holds_it_is_a_place_or_none(spoiled):
    row = {"lat": "1", "lon": "2", **spoiled}
    found = place(row)
    assert found is None or 0 <= found.importance <= 1
