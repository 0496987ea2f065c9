"""Receipts: real-looking ones, wrong ones, and anything."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.pages import Page
from lorgnette.core.receipts import Item, receipt
from lorgnette.testing.readers import row


def page(*lines):
    """Lines of a label and a price at the right."""
    rows = []
    for number, line in enumerate(lines):
        label, _, price = line.partition("|")
        rows.append(row(label, (10, 30 * number)))
        if price:
            rows.append(row(price, (400, 30 * number)))
    return Page(600, 30 * len(lines), tuple(rows))


ENGLISH = page(
    "CORNER SHOP", "12 Main Street", "2026-03-04 18:22", "Oat milk|€2.49", "Bread|€3.20",
    "Subtotal|€5.69", "VAT 7%|€0.37", "TOTAL|€5.69", "Cash|€10.00", "Change|€4.31",
)  # fmt: skip
CHINESE = page(
    "小王超市", "2026年3月4日", "牛奶|12.50元", "面包|8.00元", "合计|20.50元", "微信|20.50元"
)


def test_a_receipt_is_read():
    found = receipt(ENGLISH)
    assert (found.shop, found.date, found.currency) == ("CORNER SHOP", dt.date(2026, 3, 4), "EUR")
    assert found.items == (Item("Oat milk", Decimal("2.49")), Item("Bread", Decimal("3.20")))
    assert found.total == Decimal("5.69")
    assert found.adds_up


def test_a_chinese_receipt_is_read():
    found = receipt(CHINESE)
    assert (found.shop, found.date, found.currency) == ("小王超市", dt.date(2026, 3, 4), "CNY")
    assert [item.name for item in found.items] == ["牛奶", "面包"]
    assert found.adds_up


@pytest.mark.parametrize(
    "lines",
    [
        ("Shop", "Milk|€2.49", "Bread|€3.20", "Total|€6.69"),
        ("Shop", "Milk|€2.49", "Bread|€3.20"),
        ("Shop", "Total|€6.69"),
    ],
)
def test_what_does_not_add_up_is_known(lines):
    assert not receipt(page(*lines)).adds_up


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("04.03.2026", dt.date(2026, 3, 4)),
        ("3/25/26", dt.date(2026, 3, 25)),
        ("31.02.2026", None),
        ("no date", None),
    ],
)
def test_dates(text, date):
    assert receipt(page("Shop", text, "Milk|€1.00")).date == date


def test_what_costs_nothing_is_no_receipt():
    assert receipt(page("Way out")) is None


@given(
    st.lists(st.tuples(st.text(max_size=12), st.text("0123456789.,€$元 ", max_size=8)), max_size=8)
)
def test_anything_is_a_receipt_or_none(lines):
    found = receipt(page(*(f"{label}|{price}" for label, price in lines)))
    assert found is None or not found.adds_up or found.sum == found.total
