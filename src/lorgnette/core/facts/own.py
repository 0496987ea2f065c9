"""Somebody's own table: columns by their names, in English or Chinese, as people write them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from lorgnette.core.codes.gtin import normalised
from lorgnette.core.facts import Unusable
from lorgnette.core.facts.amounts import amount
from lorgnette.core.facts.prices import date, minor, place
from lorgnette.core.goods import Good, Observation, named

HEADERS: Final[Mapping[str, Sequence[str]]] = {
    "gtin": ("gtin", "ean", "barcode", "code", "upc", "条码", "条形码", "商品条码", "编码"),
    "name": ("name", "product", "product name", "title", "名称", "品名", "商品名称", "商品"),
    "brand": ("brand", "品牌"),
    "maker": ("maker", "manufacturer", "厂商", "生产商", "制造商"),
    "amount": ("amount", "quantity", "size", "weight", "规格", "净含量", "重量"),
    "ingredients": ("ingredients", "配料", "成分"),
    "allergens": ("allergens", "过敏原"),
    "price": ("price", "价格", "单价", "售价"),
    "currency": ("currency", "币种", "货币"),
    "shop": ("shop", "store", "商店", "店铺", "门店"),
    "date": ("date", "日期"),
    "latitude": ("latitude", "lat", "纬度"),
    "longitude": ("longitude", "lon", "lng", "经度"),
}
"""What each column may be called."""


def columns(header: Sequence[str]) -> dict[str, int]:
    """Which column is which; without `gtin` it is no table of goods."""
    plain = [name.strip().lower().replace("_", " ").removeprefix("\ufeff") for name in header]
    return {
        field: plain.index(name)
        for field, names in HEADERS.items()
        for name in names
        if name in plain
    }


def good(row: Mapping[str, str], source: str) -> Good:
    """The product of a row. Raises Unusable."""
    number = normalised(row.get("gtin", "").strip())
    if number is None:
        raise Unusable(f"{row.get('gtin', '')[:20]!r} is no product number")
    name = row.get("name", "").strip()
    if not name:
        raise Unusable(f"{number} has no name")
    said = [each.strip().lower() for each in row.get("allergens", "").replace("、", ",").split(",")]
    allergens = tuple(each for each in said if each) if row.get("allergens", "").strip() else None
    return Good(
        number,
        named(name[:200]),
        row.get("brand", "").strip()[:80],
        row.get("maker", "").strip()[:80],
        amount(row.get("amount", "")),
        row.get("ingredients", "").strip()[:2_000],
        allergens,
        source=source,
    )


def observation(
    row: Mapping[str, str], number: str, source: str, today: dt.date, currency: str
) -> Observation:
    """What it costs. `currency` is that of a row without one. Raises Unusable."""
    currency = row.get("currency", "").strip().upper() or currency
    if not currency:
        raise Unusable("its price has no currency: add a column, or say --currency")
    day = date(row.get("date", "")) or today
    price = minor(row["price"].strip().replace(",", "."), currency)
    return Observation(
        number,
        price,
        currency,
        day,
        shop=row.get("shop", "")[:100],
        place=place(row.get("latitude"), row.get("longitude")),
        source=source,
    )
