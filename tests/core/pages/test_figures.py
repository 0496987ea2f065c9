"""Sums of money as they are printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.pages.figures import amount, bare, is_figure, sums


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("¥45.00", [("45.00", "CNY")]),
        ("￥ 45", [("45", "CNY")]),
        ("12,50 €", [("12.50", "EUR")]),
        ("€12.50", [("12.50", "EUR")]),
        ("$1,299.00", [("1299.00", "USD")]),
        ("1.299,00 EUR", [("1299.00", "EUR")]),
        ("CHF 1'299.00", [("1299.00", "CHF")]),
        ("HK$88", [("88", "HKD")]),
        ("RMB 45元", [("45", "CNY")]),
        ("成人票45元儿童票20元", [("45", "CNY"), ("20", "CNY")]),
        ("38元/份", [("38", "CNY")]),
        ("800円", [("800", "JPY")]),
        ("Adults ¥45.00 Children ¥20.00", [("45.00", "CNY"), ("20.00", "CNY")]),
        ("12,- €", [("12", "EUR")]),
        ("5 dollars", [("5", "USD")]),
        ("£3.50 each", [("3.50", "GBP")]),
        ("Room 45", []),
        ("9:00 to 17:30", []),
        ("100% cotton", []),
        ("5 Europeans", []),
        ("ABCNY5", []),
    ],
)
def test_what_is_a_sum(text, expected):
    assert [(str(each.amount), each.currency) for each in sums(text)] == expected


def test_a_sum_says_where_it_stands():
    text = "Adults ¥45.00 Children ¥20.00"
    assert [text[each.start : each.end] for each in sums(text)] == ["¥45.00", "¥20.00"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("宫保鸡丁 38", "38"), ("Tea 2.50", "2.50"), ("38", "38"), ("Tea 2.50 large", None)),
        *(("at 17:30", None), ("1/2", None), ("", None)),
    ],
)
def test_a_number_at_the_end(text, expected):
    found = bare(text)
    assert (str(found.amount) if found else None) == expected


@given(st.decimals(0, 10**8, places=2))
def test_every_way_to_print_an_amount(value):
    english = f"{value:,.2f}"
    german = english.translate(str.maketrans(",.", ".,"))
    assert amount(english) == amount(german) == amount(f"{value:.2f}") == value
    assert [each.amount for each in sums(f"€{english}")] == [value]
    assert [each.amount for each in sums(f"{german} €")] == [value]


def test_figures_are_numbers_with_a_unit_at_most():
    assert all(map(is_figure, ["38", "¥45.00", "12,50 €", "500 g", "38元/份", "9:00–17:30", "20%"]))
    assert not any(map(is_figure, ["Tea", "", "7 dishes", "第三十天休息", "Room 45a upstairs"]))


@given(st.text())
def test_any_text_is_looked_at(text):
    for each in sums(text):
        assert Decimal(0) <= each.amount
        assert 0 <= each.start < each.end <= len(text)
