from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import EngineFailed
from lorgnette.core.facts import food, prices
from lorgnette.core.goods import Amount, Good
from lorgnette.providers.openfoodfacts.result import found, product
from lorgnette.providers.openprices.exchange import result

GOLDEN = Path(__file__).parent.parent / "golden" / "openfoodfacts"
SPREAD = "3017620422003"


def golden(name):
    return (GOLDEN / name).read_bytes()


def test_a_product_is_understood():
    assert product(golden("product.json"), SPREAD) == Good(
        SPREAD,
        {"": "Hazelnut spread", "zh": "榛子酱"},
        "Nutti",
        amount=Amount(400.0, "g"),
        ingredients="Sugar, palm oil, hazelnuts 13 %, skimmed milk powder 8.7 %",
        allergens=("milk", "nuts", "soybeans"),
        nutriscore="e",
        ecoscore="d",
        nova=4,
        nutrition={"energy-kcal": 539.0, "fat": 30.9, "sugars": 56.3, "salt": 0.107},
        categories=("breakfasts", "spreads", "sweet-spreads", "hazelnut-spreads"),
        source="Open Food Facts",
        updated=date(2026, 1, 1),
    )


def test_what_is_not_known_is_none():
    assert product(golden("missing.json"), "4006381333115") is None


def test_another_product_than_was_asked_for_is_none():
    assert product(golden("product.json"), "4006381333931") is None


def test_a_search_is_understood_and_what_makes_no_sense_left_out():
    goods = list(found(golden("search.json")))
    assert [(each.gtin, each.name("en"), each.brand) for each in goods] == [
        (SPREAD, "Hazelnut spread", "Nutti"),
        ("4006381333931", "Hazelnut bar", ""),
    ]


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"{}", b'{"hits": 5}', b"[" * 5000])
def test_an_answer_that_is_none_is_told(body):
    with pytest.raises(EngineFailed, match="Open Food Facts answers"):
        product(body, SPREAD)
    with pytest.raises(EngineFailed, match="Open Food Facts answers"):
        list(found(body))


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)
ODD = st.sampled_from([*food.COLUMNS, *food.NESTED, *prices.COLUMNS, "location"])
ROW = st.dictionaries(ODD, JSON, max_size=8)
PRICE = {"product_code": SPREAD, "currency": "EUR", "date": "2026-01-01", "price": 1}
WHOLE = {"code": SPREAD, **PRICE}


@given(ROW)
def test_whatever_a_server_says_is_understood_or_left_out(row):
    row = {**WHOLE, **row}
    body = msgspec.json.encode({"status": 1, "product": row, "hits": [row], "items": [row]})
    for good in (product(body, SPREAD), *found(body)):
        assert good is None or (good.name("en") or good.brand)
    assert all(each.price > 0 for each in result(body, SPREAD))
