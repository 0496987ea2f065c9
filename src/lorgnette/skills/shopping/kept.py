"""What a wearer keeps of shopping."""

import datetime as dt

import msgspec


class Avoided(msgspec.Struct, frozen=True, tag="avoided"):
    """Something the wearer must not eat: one of `core.goods.ALLERGENS`, or any word."""

    name: str


class Looked(msgspec.Struct, frozen=True, tag="looked"):
    """The product that the wearer looked at last."""

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
