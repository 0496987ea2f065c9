"""Prices among others."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.goods import Amount, Observation
from lorgnette.core.prices import Judgement, plotted, standing, unit_price, usual_terms

TODAY = dt.date(2026, 3, 4)


def seen(price, days=5, **more):
    about = {"currency": "EUR", "date": TODAY - dt.timedelta(days=days), **more}
    return Observation("96385074", price, **about)


def judged(price, *others):
    found = standing(others, "EUR", TODAY)
    return found and found.judge(price)


def test_a_price_is_judged_by_the_usual_one():
    others = [seen(300), seen(310), seen(290), seen(305)]
    assert judged(270, *others) is Judgement.GOOD
    assert judged(289, *others) is Judgement.GOOD
    assert judged(300, *others) is Judgement.USUAL
    assert judged(340, *others) is Judgement.DEAR


def test_too_little_is_no_judgement():
    assert standing([], "EUR", TODAY) is None
    assert judged(300, seen(200)) is None


@pytest.mark.parametrize(
    "other",
    [
        seen(100, currency="USD"),
        seen(100, per="kg"),
        seen(100, member=True),
        seen(100, days=900),
        seen(100, days=-3),
        seen(100, organic=True),
    ],
)
def test_like_is_compared_with_like(other):
    found = standing([seen(300), seen(300), other], "EUR", TODAY)
    assert (found.usual, found.cheapest.price, found.count) == (300, 300, 2)


def test_what_is_sold_by_weight_is_compared_by_weight():
    others = [seen(300, per="kg"), seen(260, per="kg", organic=True), seen(50)]
    assert standing(others, "EUR", TODAY, "kg").usual == 300
    assert standing(others[1:], "EUR", TODAY, "kg").usual == 260
    assert usual_terms([*others, seen(1, currency="USD")]) == ("EUR", "kg")
    assert usual_terms([]) == ("", "")


def test_new_prices_count_more_than_old_ones():
    old, new = [seen(200, days=600)] * 3, [seen(300, days=1)] * 2
    assert standing([*old, *new], "EUR", TODAY).usual == 300
    assert standing([*old, *new], "EUR", TODAY).cheapest.price == 300


def test_what_a_kilogram_costs():
    assert unit_price(349, Amount(400, "g")) == (872, "kg")
    assert unit_price(99, Amount(330, "ml")) == (300, "l")
    assert unit_price(600, Amount(6, "pieces")) == (100, "piece")
    assert unit_price(349, None) is None


def test_a_price_is_plotted():
    prices = [seen(price, days=90 - n) for n, price in enumerate((100, 200, 150))]
    assert plotted(prices, "EUR", TODAY) == "▁█▅"
    assert plotted([seen(100), seen(100)], "EUR", TODAY) == "▄▄"
    assert plotted([seen(100)], "EUR", TODAY) == ""


@given(st.lists(st.tuples(st.integers(1, 10**9), st.integers(0, 2000)), max_size=20))
def test_the_usual_price_is_one_that_was_seen(prices):
    found = standing([seen(*each) for each in prices], "EUR", TODAY)
    if found is not None:
        assert found.usual in {price for price, _ in prices}
        assert found.cheapest.price in {price for price, _ in prices}
    assert len(plotted([seen(*each) for each in prices], "EUR", TODAY)) <= 12
