"""Receipts as they are read: what was bought, for how much, where and when, and whether it adds up.

A receipt whose lines do not add up to its total was read wrongly, or is wrong: nothing is learned
from it.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

import msgspec

from lorgnette.core.pages import Page
from lorgnette.core.pages.order import in_lines
from lorgnette.core.pages.prices import Price, prices

TOTAL: Final = re.compile(
    r"\b(grand total|total|amount due|balance due|summe|gesamt|zu zahlen)\b"
    r"|合计|总计|应付|实付|总额",
    re.IGNORECASE,
)
ASIDE: Final = re.compile(
    r"\b(sub ?total|net|tax|vat|gst|mwst|change|cash|card|visa|mastercard|tendered|paid|rounding)\b"
    r"|小计|税|找零|现金|刷卡|微信|支付宝|实收",
    re.IGNORECASE,
)
"""Sums that are no goods: what is told beside the total, and how it was paid."""

_DATE: Final = re.compile(
    r"(?P<y>20\d\d)[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})|"
    r"(?P<d2>\d{1,2})[./-](?P<m2>\d{1,2})[./-](?P<y2>20\d\d|\d\d)\b",
    re.ASCII,
)


class Item(msgspec.Struct, frozen=True):
    """One line of goods."""

    name: str
    price: Decimal


class Receipt(msgspec.Struct, frozen=True):
    """What a receipt says. `total` is None when it does not say one."""

    shop: str
    date: dt.date | None
    currency: str
    items: tuple[Item, ...]
    total: Decimal | None = None

    @property
    def sum(self) -> Decimal:
        """What the items cost together."""
        return sum((item.price for item in self.items), Decimal(0))

    @property
    def adds_up(self) -> bool:
        """Whether the items cost what the receipt says."""
        return self.total is not None and bool(self.items) and self.sum == self.total


def receipt(page: Page) -> Receipt | None:
    """The receipt on an upright page; None when there are no prices on it."""
    found = prices(page)
    if not found:
        return None
    texts = [" ".join(row.text for row in line) for line in in_lines(page.rows)]
    end = next((place for place, each in enumerate(found) if is_total(each)), len(found))
    items = tuple(
        Item(each.label.strip(), each.amount) for each in found[:end] if not is_aside(each)
    )
    total = found[end].amount if end < len(found) else None
    currency = next((each.currency for each in found if each.currency), "")
    return Receipt(shop(texts), date(texts), currency, items, total)


def is_total(price: Price) -> bool:
    """Whether a sum is that of everything."""
    return bool(TOTAL.search(price.label)) and not ASIDE.search(price.label)


def is_aside(price: Price) -> bool:
    """Whether a sum is nothing that was bought."""
    return not price.label.strip() or bool(ASIDE.search(price.label))


def shop(texts: Sequence[str]) -> str:
    """The first line that has letters and no price: shops begin with their name."""
    return next((text for text in texts[:3] if sum(map(str.isalpha, text)) >= 2), "")[:100]


def date(texts: Iterable[str]) -> dt.date | None:
    """The first date; of two numbers that may both be months, the first is the day."""
    for text in texts:
        for found in _DATE.finditer(text):
            year, month, day = (int(found[name] or found[f"{name}2"]) for name in ("y", "m", "d"))
            if month > 12 >= day:
                month, day = day, month
            try:
                return dt.date(year + 2000 if year < 100 else year, month, day)
            except ValueError:
                continue
    return None
