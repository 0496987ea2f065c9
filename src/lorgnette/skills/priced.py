"""What a wearer keeps of shopping, and what is known of a product, to be told or shown."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Protocol, TypeVar

import msgspec

from lorgnette.core.codes.iso4217 import CURRENCIES
from lorgnette.core.errors import EngineFailed, StoreFailed
from lorgnette.core.goods import Good, Observation
from lorgnette.core.slots.money import Money
from lorgnette.engines import Catalogue, Shelf, Stored

T = TypeVar("T", bound=msgspec.Struct)

DECIMALS: Final = dict(CURRENCIES.values())

LOOKED_AT: Final = 50
"""Products that a wearer looked at, of which it is remembered."""


class Avoided(msgspec.Struct, frozen=True, tag="avoided"):
    """Something the wearer must not eat: one of `core.goods.ALLERGENS`, or any word."""

    name: str


class Looked(msgspec.Struct, frozen=True, tag="looked"):
    """A product that the wearer looked at, and when they did last."""

    gtin: str
    name: str
    at: dt.datetime


class SeenPrice(msgspec.Struct, frozen=True, tag="price"):
    """A price that the wearer saw or said, in the smallest unit of its currency."""

    gtin: str
    name: str
    price: int
    currency: str
    date: dt.date
    shop: str = ""

    @property
    def seen(self) -> Observation:
        """The price among those that others saw; it has no source."""
        return Observation(self.gtin, self.price, self.currency, self.date, shop=self.shop)


class Taught(msgspec.Struct, frozen=True, tag="product"):
    """A product that no catalogue knows, as the wearer calls it."""

    gtin: str
    name: str


class Wanted(msgspec.Struct, frozen=True, tag="wanted"):
    """Something on the shopping list."""

    text: str


class InBasket(msgspec.Struct, frozen=True, tag="basket"):
    """Something in the basket, and what it costs, when that is known."""

    name: str
    price: int | None = None
    currency: str = ""


class Paid(msgspec.Struct, frozen=True, tag="paid"):
    """What a receipt came to, in the smallest unit of its currency."""

    total: int
    currency: str
    date: dt.date
    shop: str = ""


class Shelves(Protocol):
    """The shelves of one wearer."""

    def __call__(self, kind: type[T], /) -> Shelf[T]:
        """The shelf of one kind."""


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


async def gathered(catalogue: Catalogue, shelf: Shelves, of: str) -> Known:
    """Everything that is known of a product, or of loose goods, which have a category.

    Raises StoreFailed when what the wearer keeps cannot be read.
    """
    good, prices, failed = None, list[Observation](), False
    try:
        good = await catalogue.good(of)
        prices = list(await catalogue.prices(of))
    except (EngineFailed, StoreFailed):
        failed = True
    own = [stored.item for stored in await shelf(SeenPrice).find(of)]
    prices += [each.seen for each in reversed(own) if each.gtin == of]
    taught = [stored.item.name for stored in await shelf(Taught).find(of) if stored.item.gtin == of]
    return Known(of, good, taught[0] if taught else "", prices, failed)


async def last_price(shelf: Shelf[SeenPrice], of: str) -> SeenPrice | None:
    """The price that the wearer saw last."""
    own = (stored.item for stored in await shelf.find(of))
    return next((each for each in own if each.gtin == of), None)


async def look(shelf: Shelf[Looked], seen: Looked) -> None:
    """Remember that a product was looked at, once, and forget those before the last few."""
    kept = await shelf.newest(limit=2 * LOOKED_AT)
    same = [each.id for each in kept if each.item.gtin == seen.gtin]
    others = [each.id for each in kept if each.id not in same]
    await shelf.add(seen)
    await shelf.remove(*same, *others[LOOKED_AT - 1 :])


def money(price: int, currency: str) -> Money:
    """A price as it is said."""
    return Money(Decimal(price).scaleb(-DECIMALS.get(currency, 2)), currency)


def minor(amount: Money) -> int | None:
    """An amount in the smallest unit of its currency; None when it cannot be one."""
    value = amount.amount.scaleb(DECIMALS.get(amount.currency, 2))
    return int(value) if value == value.to_integral_value() and 0 < value < 10**12 else None


def sums(items: Iterable[Stored[InBasket]]) -> dict[str, int]:
    """What is in a basket costs so much, by currency; what has no price is left out."""
    found: dict[str, int] = {}
    for stored in items:
        if stored.item.price is not None:
            found[stored.item.currency] = found.get(stored.item.currency, 0) + stored.item.price
    return found
