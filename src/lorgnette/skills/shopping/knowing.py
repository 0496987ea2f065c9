"""What is known of a product: by the catalogue, by what others paid, and by the wearer."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lorgnette.core.codes.iso4217 import CURRENCIES
from lorgnette.core.errors import EngineFailed, StoreFailed
from lorgnette.core.goods import Good, Observation
from lorgnette.core.slots.money import Money
from lorgnette.engines import CATALOGUE
from lorgnette.skills import Turn
from lorgnette.skills.shopping.kept import Looked, SeenPrice, Taught

RECENT = dt.timedelta(hours=2)
"""For how long «this» is what was looked at last."""

DECIMALS = dict(CURRENCIES.values())


@dataclass(frozen=True)
class Known:
    """A product and its prices; without `good` nobody knows it, or has `failed` to be asked."""

    gtin: str
    good: Good | None
    taught: str
    prices: Sequence[Observation]
    failed: bool = False

    def name(self, language: str) -> str:
        """What it is called; "" when nobody knows."""
        return self.taught or (self.good.name(language) if self.good else "")


async def known(turn: Turn, gtin: str) -> Known:
    """Everything that is known of a product."""
    good, prices, failed = None, list[Observation](), False
    try:
        good = await turn[CATALOGUE].good(gtin)
        prices = list(await turn[CATALOGUE].prices(gtin))
    except (EngineFailed, StoreFailed):
        failed = True
    own = [stored.item for stored in await turn.shelf(SeenPrice).all()]
    prices += [
        Observation(gtin, each.price, each.currency, each.date, shop=each.shop, source="")
        for each in own
        if each.gtin == gtin
    ]
    taught = [
        stored.item.name for stored in await turn.shelf(Taught).all() if stored.item.gtin == gtin
    ]
    return Known(gtin, good, taught[-1] if taught else "", prices, failed)


async def remember(turn: Turn, product: Known) -> None:
    """Let «it» mean this product from now on."""
    shelf = turn.shelf(Looked)
    await shelf.clear()
    await shelf.add(Looked(product.gtin, product.name(turn.language), turn.now))


async def last(turn: Turn) -> Known | None:
    """The product that was looked at last, if that is not long ago."""
    looked = await turn.shelf(Looked).all()
    if not looked or turn.now - looked[-1].item.at > RECENT:
        return None
    return await known(turn, looked[-1].item.gtin)


def money(price: int, currency: str) -> Money:
    """A price as it is said."""
    return Money(Decimal(price).scaleb(-DECIMALS.get(currency, 2)), currency)


def minor(amount: Money) -> int | None:
    """An amount in the smallest unit of its currency; None when it cannot be one."""
    value = amount.amount.scaleb(DECIMALS.get(amount.currency, 2))
    return int(value) if value == value.to_integral_value() and 0 < value < 10**12 else None


def currency_of(prices: Sequence[Observation]) -> str:
    """The currency that most prices are in, the newest when as many are in another."""
    counts: dict[str, int] = {}
    for each in sorted(prices, key=lambda each: each.date, reverse=True):
        counts[each.currency] = counts.get(each.currency, 0) + 1
    return max(counts, key=lambda code: counts[code], default="")
