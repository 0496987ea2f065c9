"""Rows of Open Prices (ODbL): what somebody paid, or saw on a shelf."""

import datetime as dt
from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any, Final

from lorgnette.core.codes.gtin import normalised
from lorgnette.core.codes.iso4217 import CURRENCIES
from lorgnette.core.facts import Unusable
from lorgnette.core.goods import Observation
from lorgnette.core.loose import is_category

DECIMALS: Final = dict(CURRENCIES.values())
"""Of each currency."""

SOURCE: Final = "Open Prices"

COLUMNS: Final = (
    *("id", "product_code", "price", "currency", "date", "price_per", "price_is_discounted"),
    *("price_without_discount", "location_osm_name", "location_osm_display_name"),
    *("location_osm_lat", "location_osm_lon", "category_tag", "labels_tags"),
)
"""The columns that are read."""

_PAGE: Final = "https://prices.openfoodfacts.org/prices/"
_ORGANIC: Final = "en:organic"
_PER: Final = {"UNIT": "", "KILOGRAM": "kg", "LITER": "l", "LITRE": "l"}


def is_header(names: Collection[str]) -> bool:
    """Whether columns of these names are an export's."""
    return {"product_code", "price", "currency"} <= set(names)


def observation(row: Mapping[str, Any]) -> Observation:
    """The price of a row. Raises Unusable."""
    number = normalised(str(row.get("product_code") or "").strip()) or ""
    category = "" if number else str(row.get("category_tag") or "").strip().lower()
    if not (number or is_category(category)):
        raise Unusable("it is about no product number and no category")
    currency = str(row.get("currency") or "").upper()
    day = date(row.get("date"))
    if day is None:
        raise Unusable("it has no date")
    price = minor(row.get("price"), currency)
    regular = row.get("price_without_discount")
    return Observation(
        number,
        price,
        currency,
        day,
        _PER.get(str(row.get("price_per") or "UNIT").upper(), ""),
        str(row.get("location_osm_name") or row.get("location_osm_display_name") or "")[:100],
        place(row.get("location_osm_lat"), row.get("location_osm_lon")),
        minor(regular, currency) if regular and _true(row.get("price_is_discounted")) else None,
        source=SOURCE,
        proof=f"{_PAGE}{number_of}" if (number_of := str(row.get("id") or "")).isdigit() else "",
        category=category,
        organic=_ORGANIC in str(row.get("labels_tags")),
    )


def minor(value: Any, currency: str) -> int:
    """An amount in the smallest unit of its currency. Raises Unusable."""
    if currency not in DECIMALS:
        raise Unusable(f"nobody knows the currency {currency[:8]!r}")
    try:
        amount = Decimal(str(value)).scaleb(DECIMALS[currency])
    except ArithmeticError:
        raise Unusable("its price is no number") from None
    if not amount.is_finite() or not 0.5 < amount < 10**12:  # it would be nothing in whole units
        raise Unusable("its price cannot be true")
    return int(amount.to_integral_value())


def date(value: Any) -> dt.date | None:
    """A date, of any of the forms that exports have."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def place(latitude: Any, longitude: Any) -> tuple[float, float] | None:
    """Where on the earth something is, in degrees; None when that cannot be."""
    try:
        where = float(latitude), float(longitude)
    except (TypeError, ValueError):
        return None
    return where if abs(where[0]) <= 90 and abs(where[1]) <= 180 else None


def _true(value: Any) -> bool:
    return str(value).strip().lower() in ("true", "1", "t")
