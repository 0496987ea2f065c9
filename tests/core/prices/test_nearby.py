"""How far it is to a price."""

import datetime as dt

import pytest

from lorgnette.core.goods import Observation
from lorgnette.core.prices import distance, nearby, nearest, rounded
from lorgnette.core.types import Spot

HERE = Spot(48.137, 11.575)


def at(north, price=100):
    place = None if north is None else (HERE.latitude + north / 111_195, HERE.longitude)
    return Observation("96385074", price, "EUR", dt.date(2026, 3, 1), place=place)


def test_it_is_so_far_when_both_places_are_known():
    assert distance(at(400), HERE) == pytest.approx(400, rel=0.01)
    assert distance(at(None), HERE) is None
    assert distance(at(400), None) is None


def test_what_is_near_and_what_is_nearest():
    seen = [at(9_000), at(None), at(4_000), at(700)]
    assert nearby(seen, HERE) == [seen[2], seen[3]]
    assert nearest(seen, HERE) == seen[3]
    assert nearest([at(None)], HERE) is None


@pytest.mark.parametrize(
    ("far", "told"), [(0, 10), (3, 10), (404, 400), (996, 1_000), (1_049, 1_000), (12_345, 12_300)]
)
def test_metres_are_told_roughly(far, told):
    assert rounded(far) == told
