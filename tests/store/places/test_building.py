"""Indexes are made from files of OpenStreetMap, whole or not at all."""

import pytest

from lorgnette.core.errors import StoreFailed
from lorgnette.core.types import ENGLISH, Spot
from lorgnette.store.places import FILE, building, index
from lorgnette.store.places.building import numbers_of
from lorgnette.store.places.searching import Question, search
from lorgnette.testing.town import TOWN


def found(db, words, near=None, limit=9):
    return [hit for _, hit in search(db, Question(words, ENGLISH, near, limit))]


def test_a_file_becomes_an_index_and_progress_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(building, "LOT", 20)
    told = []
    made = index(TOWN, tmp_path, told.append)
    assert made.places > 50
    assert made.houses > 50
    assert told == sorted(told)
    assert told[-1] == made.places + made.houses
    assert [each.name for each in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize("share", [0.3, 0.99])
def test_a_file_that_is_cut_off_is_refused_and_the_old_index_stays(tmp_path, share):
    index(TOWN, tmp_path)
    before = (tmp_path / FILE).read_bytes()
    data = TOWN.read_bytes()
    broken = tmp_path / "broken.osm"
    broken.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(StoreFailed, match=r"broken\.osm cannot be read to its end"):
        index(broken, tmp_path)
    assert (tmp_path / FILE).read_bytes() == before
    assert {each.name for each in tmp_path.iterdir()} == {FILE, "broken.osm"}


@pytest.mark.parametrize("name", ["noise.osm.pbf", "noise.osm", "noise.txt", "missing.osm"])
def test_what_is_no_map_is_refused(tmp_path, name):
    if name != "missing.osm":
        (tmp_path / name).write_bytes(b"\x00\x01 this is no map")
    with pytest.raises(StoreFailed, match=name):
        index(tmp_path / name, tmp_path)


def test_broken_objects_are_skipped(sheet, indexed):
    sheet.node(47, 9, amenity="cafe", name="Good Cup")
    sheet.way([777, 778], highway="residential", name="Nowhere Street")
    sheet.way([], amenity="cafe", name="Empty Cup")
    sheet.node(47.01, 9, amenity="cafe", name="x" * 300)
    sheet.node(47.02, 9, amenity="cafe", name="!!!", opening_hours="y" * 900)
    sheet.area([4711], leisure="park", name="No Park")
    db = indexed(sheet)
    assert [each.place.name(ENGLISH) for each in found(db, "good cup")] == ["Good Cup"]
    for words in ("nowhere street", "empty cup", "no park"):
        assert not [each for each in found(db, words) if each.likeness == 1]
    nameless = [each.place for each in found(db, "coffee", Spot(47, 9))]
    assert [place.names for place in nameless] == [{"": "Good Cup"}, {}, {}]
    assert all(place.hours == "" for place in nameless)


def test_ways_of_one_street_are_one_and_streets_far_apart_are_two(sheet, indexed):
    for part in range(20):
        spots = (47.0, 9 + part / 500), (47.0, 9 + (part + 1) / 500)
        sheet.line(*spots, highway="residential", name="Long Street")
    sheet.line((47.2, 9.0), (47.2, 9.01), highway="residential", name="Long Street")
    streets = found(indexed(sheet), "long street", Spot(47, 9))
    assert [each.place.kind for each in streets] == ["street", "street"]
    assert streets[0].place.spot.longitude == pytest.approx(9.02, abs=0.003)


def test_areas_of_several_ways_are_where_their_outline_is(sheet, indexed):
    ways = [
        sheet.line((47.0, 9.0), (47.0, 9.02), (47.01, 9.02)),
        sheet.line((47.01, 9.02), (47.01, 9.0), (47.0, 9.0)),
    ]
    sheet.area(ways, natural="water", name="Clear Lake")
    [lake] = found(indexed(sheet), "clear lake")
    assert lake.place.kind == "lake"
    assert lake.place.spot.latitude == pytest.approx(47.005)
    assert lake.place.spot.longitude == pytest.approx(9.01)


def test_streets_that_only_houses_tell_of_are_there(sheet, indexed):
    for number in range(5):
        spot = (47 + number / 9999, 9)
        sheet.node(*spot, addr__housenumber=str(number + 1), addr__street="Hidden Lane")
    db = indexed(sheet)
    [street] = found(db, "hidden lane")
    assert (street.place.kind, street.place.name(ENGLISH)) == ("street", "Hidden Lane")
    assert found(db, "hiden lane 3")[0].place.address.house == "3"


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("12", ["12"]),
        ("12 A", ["12a"]),
        ("10;12", ["10", "12"]),
        ("10-12", ["10-12", "10", "12"]),
        ("12-3", ["12-3"]),
        (";", []),
    ],
)
def test_a_house_is_found_under_each_of_its_numbers(written, numbers):
    assert numbers_of(written) == numbers
