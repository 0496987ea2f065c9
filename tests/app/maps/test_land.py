"""Maps that lack the boundary of a country get one where one drives on the right."""

import sqlite3
from contextlib import closing
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.app.maps.land import land, needs_land
from lorgnette.providers.valhalla.maps import Bounds

ATLANTIC, LONDON = Bounds(47.9, -30.1, 48.1, -29.9), Bounds(51.4, -0.2, 51.6, 0.0)

latitudes, longitudes = st.floats(-90, 90), st.floats(-180, 180)


@pytest.fixture
def admins(tmp_path):
    """Writes a file of boundaries, as Valhalla makes it, with these levels."""

    def written(*levels):
        file = tmp_path / "admins.sqlite"
        with closing(sqlite3.connect(file)) as made, made:
            made.execute("CREATE TABLE admins (admin_level INTEGER, name TEXT)")
            made.executemany("INSERT INTO admins VALUES (?, 'somewhere')", [(n,) for n in levels])
        return file

    return written


@pytest.mark.parametrize(
    ("bounds", "levels", "needed"),
    [
        (ATLANTIC, (), True),
        (ATLANTIC, (4, 4), True),  # states alone do not say it
        (ATLANTIC, (2, 4), False),
        (LONDON, (), False),  # what Valhalla takes for granted is true there
    ],
)
def test_who_needs_a_boundary(admins, bounds, levels, needed):
    assert needs_land(bounds, admins(*levels)) is needed


def test_a_file_that_nobody_can_read_has_no_country(tmp_path):
    file = tmp_path / "admins.sqlite"
    assert needs_land(ATLANTIC, file)
    file.write_text("no boundaries, and no database")
    assert needs_land(ATLANTIC, file)


@given(st.tuples(latitudes, latitudes), st.tuples(longitudes, longitudes))
def test_a_boundary_is_closed_and_holds_the_map(latitude, longitude):
    bounds = Bounds(min(latitude), min(longitude), max(latitude), max(longitude))
    tree = ET.fromstring(land(bounds))
    spots = {
        node.get("id"): (float(node.get("lat")), float(node.get("lon")))
        for node in tree.iter("node")
    }
    ring = [each.get("ref") for each in tree.iter("nd")]
    assert ring[0] == ring[-1]
    assert set(ring) == set(spots)
    souths, wests = zip(*spots.values(), strict=True)
    assert -90 <= min(souths) <= bounds.south <= bounds.north <= max(souths) <= 90
    assert -180 <= min(wests) <= bounds.west <= bounds.east <= max(wests) <= 180
