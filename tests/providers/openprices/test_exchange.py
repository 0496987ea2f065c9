from datetime import date
from pathlib import Path

import msgspec
import pytest

from lorgnette.core.errors import EngineFailed
from lorgnette.core.goods import Observation
from lorgnette.providers.openfoodfacts.settings import OpenFactsSettings
from lorgnette.providers.openprices.exchange import request, result

GOLDEN = Path(__file__).parent.parent / "golden" / "openprices"
SPREAD = "3017620422003"


def test_the_newest_prices_are_asked_for():
    asked = request(OpenFactsSettings("me@example.org", "https://prices.example"), SPREAD)
    assert asked.url == (
        f"https://prices.example/api/v1/prices?product_code={SPREAD}&order_by=-date&size=100"
    )
    assert asked.method == "GET"
    assert "me@example.org" in asked.headers["user-agent"]


def test_prices_are_understood_and_others_left_out():
    page = "https://prices.openfoodfacts.org/prices"
    assert result((GOLDEN / "prices.json").read_bytes(), SPREAD) == [
        Observation(
            SPREAD, 612, "JPY", date(2026, 2, 14), source="Open Prices", proof=f"{page}/7002"
        ),
        Observation(
            SPREAD,
            349,
            "EUR",
            date(2026, 2, 1),
            shop="Corner shop",
            place=(48.137, 11.5755),
            regular=399,
            source="Open Prices",
            proof=f"{page}/7001",
        ),
    ]


def test_prices_of_a_category_are_asked_for_and_understood():
    asked = request(OpenFactsSettings("me@example.org", "https://prices.example"), "en:apples")
    assert "category_tag=en%3Aapples&" in asked.url
    [seen] = result((GOLDEN / "prices.json").read_bytes(), "en:apples")
    assert (seen.category, seen.gtin, seen.price, seen.per) == ("en:apples", "", 250, "kg")


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"{}", b'{"items": 5}', b"[" * 5000])
def test_an_answer_that_is_none_is_told(body):
    with pytest.raises(EngineFailed, match="Open Prices answers"):
        result(body, SPREAD)


@pytest.mark.parametrize(
    "price", [0, 0.004, 0.005, -1, 1e300, "1e999999999", "nan", None, True, []]
)
def test_a_price_that_cannot_be_true_is_left_out(price):
    row = {"product_code": SPREAD, "price": price, "currency": "EUR", "date": "2026-02-01"}
    assert result(msgspec.json.encode({"items": [row]}), SPREAD) == []
