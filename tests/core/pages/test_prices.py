"""«Only the prices»: each with what it is the price of."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.pages import Page
from lorgnette.core.pages.prices import named, prices
from lorgnette.testing.readers import row


def wanted(*lines):
    """The prices of a page with these lines; `|` parts what stands apart."""
    rows = [
        row(text.strip(), (40 + 500 * across, 100 + 40 * down))
        for down, line in enumerate(lines)
        for across, text in enumerate(line.split("|"))
    ]
    return [
        (each.label, str(each.amount), each.currency)
        for each in prices(Page(1200, 900, tuple(rows)))
    ]


def test_a_menu():
    assert wanted(
        "MENU", "Fried rice | ¥38.00", "宫保鸡丁 | ¥45", "Tea ........ 12,50 €", "Thank you"
    ) == [
        ("Fried rice", "38.00", "CNY"),
        ("宫保鸡丁", "45", "CNY"),
        ("Tea", "12.50", "EUR"),
    ]


def test_several_in_a_row():
    assert wanted("Adults ¥45.00 Children ¥20.00", "成人票45元儿童票20元") == [
        *(("Adults", "45.00", "CNY"), ("Children", "20.00", "CNY")),
        *(("成人票", "45", "CNY"), ("儿童票", "20", "CNY")),
    ]


def test_a_price_before_its_goods_and_one_under_them():
    assert wanted("$3.50 | Espresso") == [("Espresso", "3.50", "USD")]
    assert wanted("Green tea", "$3.50") == [("Green tea", "3.50", "USD")]


def test_bare_numbers_are_prices_when_other_lines_end_alike():
    assert wanted("宫保鸡丁 | 38", "麻婆豆腐 | 28") == [
        ("宫保鸡丁", "38", ""),
        ("麻婆豆腐", "28", ""),
    ]
    assert wanted("Platform 12", "is closed") == []
    assert wanted("Espresso 2.50") == [("Espresso", "2.50", "")]


def test_a_bare_number_has_the_currency_of_the_others_if_they_agree():
    assert wanted("Tea | €3", "Cake | 4.50")[1] == ("Cake", "4.50", "EUR")
    assert wanted("Tea | €3", "Milk | $2", "Cake | 4.50")[2] == ("Cake", "4.50", "")


@pytest.mark.parametrize("text", ["Open 9:00 to 17:30", "100% cotton", "Call 027-88852022", "2026"])
def test_what_is_no_price(text):
    assert wanted(text) == []


def test_a_label_has_no_dots_that_lead_to_its_price():
    assert named(" Tea . . . . ") == "Tea"
    assert named("…… 茶 ——") == "茶"


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_page_has_prices_or_none(lines):
    for _, amount, _ in wanted(*lines):
        assert Decimal(amount) >= 0
