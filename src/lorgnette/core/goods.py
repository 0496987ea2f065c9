"""Goods and what they cost: what a catalogue knows, and what somebody saw on a shelf."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

import msgspec

ALLERGENS: Final = (
    *("gluten", "crustaceans", "eggs", "fish", "peanuts", "soybeans", "milk", "nuts", "celery"),
    *("mustard", "sesame-seeds", "sulphur-dioxide-and-sulphites", "lupin", "molluscs"),
)
"""The fourteen that must be named on a label, by EU regulation 1169/2011, annex II."""


class Amount(msgspec.Struct, frozen=True):
    """How much is in a package: grams (`g`), millilitres (`ml`) or `pieces`."""

    value: float
    unit: str


class Good(msgspec.Struct, frozen=True, omit_defaults=True):
    """A product as one source describes it. What is empty is unknown, never «none».

    `names` are by language, "" for one that does not say. `allergens` and `traces` are of
    `ALLERGENS`, or the source's own words; `None` means that the source says nothing about them.
    `nutrition` is for 100 g or 100 ml: `energy-kcal`, `fat`, `sugars`, `salt`, … in grams.
    """

    gtin: str
    names: Mapping[str, str] = {}
    brand: str = ""
    maker: str = ""
    amount: Amount | None = None
    ingredients: str = ""
    allergens: tuple[str, ...] | None = None
    traces: tuple[str, ...] | None = None
    nutriscore: str = ""
    ecoscore: str = ""
    nova: int = 0
    nutrition: Mapping[str, float] = {}
    categories: tuple[str, ...] = ()
    source: str = ""
    updated: dt.date | None = None

    def name(self, language: str) -> str:
        """Its name in a language, else in any."""
        for each in (language, "", "en"):
            if self.names.get(each):
                return self.names[each]
        return next((name for name in self.names.values() if name), "")


class Observation(msgspec.Struct, frozen=True, omit_defaults=True):
    """A price that somebody saw: `price` is in the smallest unit of `currency`.

    `per` is what it is for: "" the package, `kg` or `l`. `regular` is the price without the
    discount, when there was one. `member` prices are only for holders of a card. `source` says
    who saw it, `proof` where that can be looked up.
    """

    gtin: str
    price: int
    currency: str
    date: dt.date
    per: str = ""
    shop: str = ""
    place: tuple[float, float] | None = None
    regular: int | None = None
    member: bool = False
    source: str = ""
    proof: str = ""
