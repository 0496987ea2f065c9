"""Places are found as people say, type and hear them, the right one first."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.core.geo import metres
from lorgnette.core.types import CHINESE, ENGLISH, Spot
from lorgnette.store.places import FILE
from lorgnette.store.places.searching import Question, search
from lorgnette.store.places.tables import open_index

MARKET = Spot(48.0016, -30.0)
"""The middle of the tiny town."""


@pytest.fixture(scope="module")
def lensham(town):
    db = open_index(town / "town" / FILE)
    yield db
    db.close()


def found(db, words, near=MARKET, limit=9):
    language = ENGLISH if words.isascii() else CHINESE
    return [hit for _, hit in search(db, Question(words, language, near, limit))]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Lensham", "Lensham"),
        ("Lensham Castle", "Lensham Castle"),
        ("castle of Lensham", "Lensham Castle"),
        ("station road", "Station Road"),
        ("Station Rd", "Station Road"),
        ("Quay St", "Quay Street"),
        ("St Lucy's Church", "Saint Lucy's Church"),
        ("cafe lumiere", "Café Lumière"),
        ("lensam", "Lensham"),
        ("stashun road", "Station Road"),
        ("lensham hospitle", "Lensham Hospital"),
        ("golden lofe", "Golden Loaf"),
        ("seel island", "Seal Island"),
        ("lensham stat", "Lensham Station"),
        ("lumi", "Café Lumière"),
        ("镜湾镇", "Lensham"),
        ("车站路", "Station Road"),
        ("镜湾车站", "Lensham Station"),
        ("灯龙药房", "Lantern Pharmacy"),
        ("流光", "Café Lumière"),
        ("chezhanlu", "Station Road"),
        ("che zhan lu", "Station Road"),
        ("chēzhàn lù", "Station Road"),
        ("denglong yaofang", "Lantern Pharmacy"),
        ("liuguang kafeiguan", "Café Lumière"),
        ("jingwanzhen", "Lensham"),
        ("镜湾镇车站路", "Station Road"),
        ("Station Road, Lensham", "Station Road"),
        ("castle in Lensham", "Lensham Castle"),
        ("镜湾城堡", "Lensham Castle"),
    ],
)
def test_names_are_found_as_they_are_said(lensham, words, name):
    assert found(lensham, words)[0].place.name(ENGLISH) == name


@pytest.mark.parametrize("near", [MARKET, None])
@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("coffee", "cafe"),
        ("coffee near me", "cafe"),
        ("nearest pharmacy", "pharmacy"),
        ("farmacy", "pharmacy"),
        ("toilet", "toilets"),
        ("厕所", "toilets"),
        ("附近的咖啡馆", "cafe"),
        ("火车站", "station"),
        ("coffee in Lensham", "cafe"),
        ("镜湾镇的药店", "pharmacy"),
    ],
)
def test_kinds_find_the_nearest(lensham, words, kind, near):
    hits = found(lensham, words, near)
    assert hits[0].place.kind == kind
    assert hits[0].likeness == 1
    far = [each.metres for each in hits if each.place.kind == kind]
    assert near is None or far == sorted(far)


@pytest.mark.parametrize(
    ("words", "street", "number"),
    [
        ("2 Quay Street", "Quay Street", "2"),
        ("20 Quay Street", "Quay Street", "20"),
        ("two quay street", "Quay Street", "2"),
        ("2 Quay St", "Quay Street", "2"),
        ("2 Quey Street", "Quay Street", "2"),
        ("Quay Street 2, Lensham", "Quay Street", "2"),
        ("2 码头街", "Quay Street", "2"),
        ("码头街2号", "Quay Street", "2"),
        ("花园街二号", "花园街", "2"),
        ("花园街12号", "花园街", "12"),
        ("镜湾镇花园街12号", "花园街", "12"),
        ("2b Quay Street", "Quay Street", "2"),
    ],
)
def test_houses_are_found_by_their_exact_number(lensham, words, street, number):
    hit = found(lensham, words)[0].place
    assert (hit.kind, hit.address.street, hit.address.house) == ("house", street, number)


def test_a_house_that_nobody_knows_leads_to_its_street(lensham):
    hit = found(lensham, "997 Quay Street")[0]
    assert (hit.place.kind, hit.place.name(ENGLISH)) == ("street", "Quay Street")
    assert hit.likeness < 0.85


@pytest.mark.parametrize(
    "words",
    [
        "Market Street and Station Road",
        "corner of Market and Station Road",
        "market street & stashun road",
        "市场街和车站路路口",
    ],
)
def test_crossings_are_where_two_streets_meet(lensham, words):
    hit = found(lensham, words)[0].place
    assert hit.kind == "crossing"
    assert set(hit.name(ENGLISH).split(" / ")) == {"Market Street", "Station Road"}
    assert metres(hit.spot, Spot(48.0016188, -30.0048384)) < 5


@pytest.mark.parametrize("words", ["", "?!", "zzzzqqqq", "the", '" OR said MATCH "x', "夔魍魉"])
def test_what_nothing_is_called_finds_nothing(lensham, words):
    assert found(lensham, words) == []


def test_a_known_far_town_comes_before_a_far_alley_and_what_is_near_before_what_is_far(
    sheet, indexed
):
    sheet.node(47.0, 9.0, place="city", name="Rivermouth", population="300000")
    sheet.line((47.1, 9.1), (47.1, 9.11), highway="service", name="Rivermouth")
    sheet.node(46.0, 9.0, amenity="cafe", name="Blue Cup", wikidata="Q1")
    sheet.node(46.2, 9.0, amenity="cafe", name="Blue Cup")
    db = indexed(sheet)
    far = Spot(44, 9)
    assert [each.place.kind for each in found(db, "rivermouth", far)] == ["city", "street"]
    near = Spot(46.201, 9)
    assert [round(each.metres, -3) for each in found(db, "blue cup", near)] == [0, 22_000]
    assert [round(each.metres, -3) for each in found(db, "coffee", near)] == [0, 22_000]


def test_two_of_one_name_are_both_told_alike_and_one_that_is_drawn_twice_once(sheet, indexed):
    for north in (0, 0.2):
        sheet.node(47 + north, 9, place="village", name="Northam" if north else "Southam")
        spots = (47 + north, 9.001), (47 + north, 9.005)
        sheet.line(*spots, highway="residential", name="Station Road")
    sheet.node(47.0, 9.0, railway="station", name="Southam Halt")
    sheet.node(47.0003, 9.0, public_transport="station", name="Southam Halt")
    db = indexed(sheet)
    roads = found(db, "station road", Spot(47.1, 9))
    assert [each.likeness for each in roads] == [1, 1]
    assert metres(roads[0].place.spot, roads[1].place.spot) > 20_000
    assert len(found(db, "southam halt")) == 1
    for words, north in (("station road, northam", 47.2), ("southam station road", 47.0)):
        hit = found(db, words, Spot(47.2, 9) if north == 47.0 else Spot(47, 9))[0]
        assert (hit.place.kind, hit.place.spot.latitude) == ("street", north)


def test_number_12_is_not_120_and_letters_count(sheet, indexed):
    for place, number in enumerate(("120", "1", "2", "112", "12", "12a", "10-14")):
        at = (47 + place / 5000, 9)
        sheet.node(*at, addr__housenumber=number, addr__street="Mill Road", addr__city="Ham")
    db = indexed(sheet)
    asked = {"12 mill road": "12", "12a mill rd": "12a", "14 mill road": "10-14"}
    for words, number in asked.items():
        assert [each.place.address.house for each in found(db, words, Spot(47, 9))] == [number]


def test_the_nearest_of_very_many_is_found(sheet, indexed, monkeypatch):
    monkeypatch.setattr("lorgnette.store.places.finding.LOOKED_AT", 10)
    for row in range(30):
        for column in range(10):
            sheet.node(40 + row / 3, 9 + column / 3, amenity="bank", name="First Bank")
    hits = found(indexed(sheet), "First Bank", Spot(47.001, 10.001))
    assert hits[0].metres < 200
    assert len(hits) == 9


@settings(max_examples=60, deadline=None)
@given(words=st.text(max_size=60), near=st.sampled_from([None, MARKET, Spot(90, 180)]))
def test_any_words_are_survived(town, words, near):
    db = open_index(town / "town" / FILE)
    try:
        for hit in found(db, words.encode("utf-8", "ignore").decode(), near, 3):
            assert 0 < hit.likeness <= 1
    finally:
        db.close()
