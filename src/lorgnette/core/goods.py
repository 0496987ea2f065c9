"""Goods and what they cost: what a catalogue knows, and what somebody saw on a shelf."""

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Final

import msgspec

from lorgnette.core.scripts import possible
from lorgnette.core.types import CHINESE

ALLERGENS: Final = (
    *("gluten", "crustaceans", "eggs", "fish", "peanuts", "soybeans", "milk", "nuts", "celery"),
    *("mustard", "sesame-seeds", "sulphur-dioxide-and-sulphites", "lupin", "molluscs"),
)
"""The fourteen that must be named on a label, by EU regulation 1169/2011, annex II."""


class Amount(msgspec.Struct, frozen=True, gc=False):
    """How much is in a package: grams (`g`), millilitres (`ml`) or `pieces`."""

    value: float
    unit: str


class Good(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
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


def merged(first: Good, *others: Good) -> Good:
    """One product as several sources describe it: what the first does not know, the next may.

    Allergens and traces are those of all that say something: two that disagree are both believed.
    """
    found = first
    for other in others:
        known: dict[str, Any] = {
            field: getattr(found, field) or getattr(other, field)
            for field in Good.__struct_fields__
        }
        known["names"] = {**other.names, **found.names}
        known["nutrition"] = found.nutrition or other.nutrition
        known["allergens"] = _all(found.allergens, other.allergens)
        known["traces"] = _all(found.traces, other.traces)
        known["source"] = ", ".join(
            dict.fromkeys(source for each in (found, other) if (source := each.source))
        )
        found = Good(**known)
    return found


def _all(*named: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """Everything that is named; None when nobody says anything."""
    said = [each for each in named if each is not None]
    return tuple(dict.fromkeys(name for each in said for name in each)) if said else None


def named(name: str) -> dict[str, str]:
    """A name whose language nobody tells: Chinese when its characters are, else of any language."""
    return {"zh" if possible(name, (CHINESE,)) else "": name}


class Observation(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A price that somebody saw: `price` is in the smallest unit of `currency`.

    It is of a product, or of a `category` such as `en:bananas` (see `core.loose`); then it has no
    `gtin`. `per` is what it is for: "" the package or the piece, `kg` or `l`. `place` is the
    latitude and the longitude of the shop. `regular` is the price without the discount, when there
    was one. `member` prices are only for holders of a card. `source` says who saw it, `proof`
    where that can be looked up.
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
    category: str = ""
    organic: bool = False

    @property
    def of(self) -> str:
        """What it is a price of: the number of a product, or a category."""
        return self.gtin or self.category


def distinct(observations: Iterable[Observation]) -> list[Observation]:
    """Observations without those that tell again what one before them told."""
    found: dict[Hashable, Observation] = {}
    for each in observations:
        what = (each.of, each.date, each.shop, each.price, each.currency, each.per)
        found.setdefault(what, each)
    return list(found.values())
