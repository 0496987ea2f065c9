"""Prices as the page lists them: which are compared, which is the wearer's, where they lead."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.app.desk.pricelist import PriceList
from lorgnette.core.goods import Amount, Observation
from lorgnette.core.prices import Judgement
from lorgnette.core.types import Spot
from lorgnette.web.api.goods import Sum

TODAY, HERE = dt.date(2026, 3, 4), Spot(48.137, 11.575)


def seen(price, days=1, **more):
    about = {"currency": "EUR", "date": TODAY - dt.timedelta(days=days), **more}
    return Observation("96385074", price, **about)


def listed(*prices, own=None, amount=None, here=None):
    newest_first = sorted(prices, key=lambda each: each.date, reverse=True)
    return PriceList(newest_first, own or {}, amount, TODAY, here)


def test_what_is_compared_is_marked():
    prices = listed(seen(300), seen(200, member=True), seen(100, 900), seen(90, currency="USD"))
    assert [row.compared for row in prices.rows()] == [True, False, False, False]


def test_packages_are_compared_before_what_is_sold_by_weight():
    prices = listed(seen(300), seen(900, per="kg"), seen(910, per="kg"))
    assert (prices.costs().usual, prices.costs().per) == (Sum(3.0, "EUR"), "")
    assert listed(*prices.seen[1:]).costs().per == "kg"


def test_money_is_in_whole_units_of_its_currency():
    rows = listed(seen(612, currency="JPY"), amount=Amount(500, "ml")).rows()
    assert (rows[0].price, rows[0].unit) == (Sum(612.0, "JPY"), (Sum(1224.0, "JPY"), "l"))


@pytest.mark.parametrize(
    ("proof", "leads"),
    [
        ("https://a.example/1", True),
        ("http://a.example", True),
        ("javascript:x", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_are_led_to(proof, leads):
    assert bool(listed(seen(1, proof=proof)).rows()[0].proof) is leads


def test_the_wearers_last_price_is_judged_by_the_others():
    own = seen(200, 0, shop="here")
    prices = listed(own, seen(300), seen(310), own={own: 7})
    assert prices.costs().judged is Judgement.GOOD
    assert [row.mine for row in prices.rows()] == [7, 0, 0]
    assert listed(own, own={own: 7}).costs().judged is None


def test_without_a_price_that_can_be_compared_nothing_is_said_of_them():
    assert listed().costs() is None
    assert listed(seen(100, 900)).costs() is None


@given(
    st.lists(
        st.builds(
            seen,
            st.integers(1, 10**6),
            st.integers(-10, 1_000),
            currency=st.sampled_from(["EUR", "JPY"]),
            per=st.sampled_from(["", "kg"]),
            member=st.booleans(),
            organic=st.booleans(),
            place=st.none() | st.just((48.14, 11.58)) | st.just((-33.9, 151.2)),
        ),
        max_size=12,
    )
)
def test_the_least_is_among_the_prices_that_are_compared(prices):
    made = listed(*prices, here=HERE)
    rows, costs = made.rows(), made.costs()
    assert len(rows) == len(prices)
    if costs is None:
        assert not any(row.compared for row in rows)
        return
    assert rows[costs.cheapest].compared
    if costs.nearby is not None:
        assert rows[costs.nearby].metres <= 5_000
