"""Which street and house is at a spot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.geo import metres, moved
from lorgnette.core.types import Spot
from lorgnette.store.places.reverse import address_at, away
from lorgnette.store.places.streets import packed, pieces, unpacked
from lorgnette.store.places.tables import FINE, cell_of, fine

POINTS = st.tuples(
    st.integers(-1_799_999_999, 1_799_999_999), st.integers(-899_999_999, 899_999_999)
)


def test_the_nearer_of_two_streets_is_told_however_long_its_stretches_are(sheet, indexed):
    sheet.line((47.0, 9.0), (47.0, 9.05), highway="residential", name="Long Lane")
    sheet.line((47.001, 9.0), (47.001, 9.05), highway="residential", name="North Lane")
    sheet.line((47.0, 9.0), (47.0, 9.05), waterway="river", name="Still Water")
    db = indexed(sheet)
    for longitude in (9.0005, 9.0125, 9.025, 9.0499):
        assert address_at(db, Spot(47.0003, longitude))[1].address.street == "Long Lane"
        assert address_at(db, Spot(47.0007, longitude))[1].address.street == "North Lane"
    assert address_at(db, Spot(47.01, 9.02)) is None


def test_a_house_counts_unless_the_street_under_ones_feet_is_another(sheet, indexed):
    sheet.line((47.0, 9.0), (47.0, 9.01), highway="residential", name="Front Street")
    sheet.node(47.0001, 9.005, addr__housenumber="5", addr__street="Front Street")
    sheet.node(47.0003, 9.008, addr__housenumber="8", addr__street="Back Street")
    db = indexed(sheet)
    assert address_at(db, Spot(47.00005, 9.005))[1].address.house == "5"
    at = address_at(db, Spot(47.0, 9.008))[1]
    assert (at.address.street, at.address.house) == ("Front Street", "")


@pytest.mark.parametrize("spot", [Spot(89.9999, 10), Spot(-89.9999, 10), Spot(0, 179.9999)])
def test_streets_at_the_ends_of_the_earth_are_found(sheet, indexed, spot):
    end = (spot.latitude, spot.longitude - 0.01)
    sheet.line((spot.latitude, spot.longitude), end, highway="path", name="End")
    assert address_at(indexed(sheet), spot)[1].address.street == "End"


@given(st.floats(0, 359), st.floats(1, 140), st.floats(-70, 70))
def test_distances_to_a_line_are_right(course, far, latitude):
    spot = Spot(latitude, 20.0)
    foot = moved(spot, course, far)
    ends = [moved(foot, course + side, 300) for side in (-90, 90)]
    line = packed([(fine(end.longitude), fine(end.latitude)) for end in ends])
    assert away(spot, line) == pytest.approx(metres(spot, foot), rel=0.02, abs=0.3)


@given(st.lists(POINTS, min_size=1, max_size=20))
def test_pieces_cover_their_line(line):
    assert unpacked(packed(line)) == line
    cut = list(pieces(line))
    assert {point for _, piece in cut for point in piece} >= set(line)
    assert {cell_of(*point) for point in line} <= {cell for cell, _ in cut}
    assert all(abs(x) <= 180 * FINE for _, piece in cut for x, _ in piece)
