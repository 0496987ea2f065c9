"""What Amap answers about places."""

from pathlib import Path

import pytest

from lorgnette.core.errors import EngineFailed
from lorgnette.core.geo import metres
from lorgnette.core.places import Address
from lorgnette.core.places.kinds import KINDS
from lorgnette.core.types import Spot
from lorgnette.providers.amap.hours import hours
from lorgnette.providers.amap.kinds import CODES, codes, kind
from lorgnette.providers.amap.spots import address, places

GOLDEN = Path(__file__).parent.parent / "golden" / "amap"
AROUND = (GOLDEN / "around.json").read_bytes()
HERE = Spot(39.9, 116.4)


def test_places_are_understood_and_nonsense_left_out():
    cafe, pharmacy = places(AROUND)
    assert metres(cafe.spot, Spot(39.9005, 116.4002)) < 0.2
    assert (cafe.names, cafe.kind) == ({"": "街角咖啡(磨坊街店)"}, "cafe")
    assert cafe.address == Address("磨坊街", "12号", locality="北京市朝阳区", country="CN")
    assert (cafe.hours, cafe.phone) == ("Mo-Su 08:00-20:00", "010-12345678")
    assert cafe.identity == "amap/B0FFF5BER7"
    assert cafe.source == "© 高德地图 Amap"
    assert pharmacy.kind == "pharmacy"
    assert pharmacy.address.street == "市场路"


def test_the_address_of_a_spot():
    found = address((GOLDEN / "regeo.json").read_bytes(), HERE)
    assert found.address == Address("磨坊街", "12号", locality="北京市朝阳区", country="CN")
    assert found.kind == "house"
    assert metres(found.spot, Spot(39.9005, 116.4002)) < 0.2


def test_in_the_wild_there_is_no_address():
    assert address((GOLDEN / "wild.json").read_bytes(), HERE) is None


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"{}", AROUND[:500], b'{"pois": []}'])
def test_what_is_no_answer_is_refused(body):
    with pytest.raises(EngineFailed, match="Amap answers"):
        list(places(body))
    with pytest.raises(EngineFailed, match="Amap answers"):
        address(body, HERE)


def test_kinds_have_codes_and_codes_kinds():
    assert CODES.keys() <= KINDS.keys()
    for each, code in CODES.items():
        assert codes({each}) == [code]
        assert kind(code) == each
    assert kind("050501") == "cafe"
    assert kind("141201|141202") == "university"
    assert kind("") == kind("999999") == ""
    assert codes({"dragons"}) == []
    assert "050000" in codes(())


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("周一至周五 09:00-18:00；周六至周日 10:00-17:00", "Mo-Fr 09:00-18:00; Sa-Su 10:00-17:00"),
        ("星期一、星期三 08:00-12:00 14:00-18:00", "Mo,We 08:00-12:00,14:00-18:00"),
        *(("10:00-22:00", "10:00-22:00"), ("24小时营业", "24/7"), ("00:00-24:00", "24/7")),
        *(("看心情", ""), ("", ""), ("周一至周五 9点", ""), ("09:00-18:00 <b>", "")),
    ],
)
def test_opening_hours_are_written_as_openstreetmap_does_or_not_at_all(said, written):
    assert hours(said) == written
