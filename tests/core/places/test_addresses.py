"""Addresses and crossings as they are said in English and Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.places.addresses import House, crossing, house, house_number, somewhere


@pytest.mark.parametrize(
    ("text", "street", "number"),
    [
        ("12 Station Road", "Station Road", "12"),
        ("12a Station Road, Lensham", "Station Road, Lensham", "12a"),
        ("number 12 Station Road", "Station Road", "12"),
        ("twelve Station Road", "station road", "12"),
        ("Twenty-one Main Street", "main street", "21"),
        ("Bahnhofstrasse 12", "Bahnhofstrasse", "12"),
        ("Bahnhofstrasse 12 B, Vaduz", "Bahnhofstrasse, Vaduz", "12b"),
        ("12-14 Market Street", "Market Street", "12-14"),
        ("站前路12号", "站前路", "12"),
        ("站前路120号", "站前路", "120"),
        ("站前路十二号", "站前路", "12"),
        ("镜湾镇站前路一百二十号三楼", "镜湾镇站前路", "120"),
        ("站前路12号之3", "站前路", "12-3"),
    ],
)
def test_houses_are_understood(text, street, number):
    assert house(text) == House(street, number)


@pytest.mark.parametrize("text", ["", "12", "1 2", "Station Road", "5th Avenue", "站前路", "号"])
def test_what_names_no_house_is_none(text):
    assert house(text) is None


def test_numbers_of_houses_are_compared_in_one_form():
    assert house_number("12 A") == house_number("12a") == "12a"
    assert house_number("12号") == "12"


@pytest.mark.parametrize(
    ("text", "streets"),
    [
        ("Main Street and Church Street", ("Main Street", "Church Street")),
        ("the corner of Main Street and Church Street", ("Main Street", "Church Street")),
        ("intersection of A Street with B Street", ("A Street", "B Street")),
        ("主街和教堂街路口", ("主街", "教堂街")),
        ("主街与教堂街的交叉口", ("主街", "教堂街")),
        ("where Main Street meets Church Street", ("Main Street", "Church Street")),
        ("Main Street at the corner of Church Street", ("Main Street", "Church Street")),
        ("人民路中山路口", ("人民路", "中山路")),
        ("主街教堂街的交叉口", ("主街", "教堂街")),
    ],
)
def test_crossings_are_understood(text, streets):
    assert crossing(text) == streets


def test_a_street_alone_is_no_crossing():
    assert crossing("Main Street") is None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("coffee in Vaduz", ("coffee", "Vaduz")),
        ("Station Road, Lensham", ("Station Road", "Lensham")),
        ("a bank near the station", ("a bank", "station")),
        ("车站附近的咖啡馆", ("咖啡馆", "车站")),
    ],
)
def test_where_something_is_wanted_is_understood(text, part):
    assert part in somewhere(text)


@given(st.text(max_size=400))
def test_any_text_is_welcome(text):
    found = house(text)
    assert found is None or (found.number and found.street.strip())
    crossing(text)
    somewhere(text)
