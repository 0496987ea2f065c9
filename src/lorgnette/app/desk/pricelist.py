"""The prices of a product as the page lists and compares them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lorgnette.core.facts.prices import DECIMALS
from lorgnette.core.goods import Amount, Observation
from lorgnette.core.prices import (
    Judgement,
    comparable,
    distance,
    nearby,
    rounded,
    standing,
    unit_price,
    usual_terms,
)
from lorgnette.core.types import Spot
from lorgnette.web.api.goods import Costs, Price, Sum

SAFE = ("https://", "http://")
"""How the addresses begin that the page may lead to."""


@dataclass(frozen=True)
class PriceList:
    """Prices, the newest first, seen on a day from a place; `own` are the ids of the wearer's."""

    seen: Sequence[Observation]
    own: Mapping[Observation, int]
    amount: Amount | None
    today: dt.date
    here: Spot | None

    @property
    def terms(self) -> tuple[str, str]:
        """The currency and the measure in which prices are compared: packages, if there are any."""
        packages = [each for each in self.seen if not each.per]
        return usual_terms(packages or self.seen)

    def rows(self) -> list[Price]:
        """The prices as the page shows them."""
        currency, per = self.terms
        compared = comparable(self.seen, currency, self.today, per)
        return [self.row(each, compared=each in compared) for each in self.seen]

    def row(self, seen: Observation, *, compared: bool) -> Price:
        """One of them."""
        unit = unit_price(seen.price, self.amount) if not seen.per else None
        away = distance(seen, self.here)
        return Price(
            money(seen.price, seen.currency),
            seen.date,
            seen.per,
            seen.shop,
            None if away is None else rounded(away),
            unit and (money(unit[0], seen.currency), unit[1]),
            None if seen.regular is None else money(seen.regular, seen.currency),
            seen.member,
            seen.organic,
            seen.source,
            seen.proof if seen.proof.startswith(SAFE) else "",
            self.own.get(seen, 0),
            compared,
        )

    def costs(self) -> Costs | None:
        """What it usually costs, and for the least; None when nothing can be compared."""
        currency, per = self.terms
        found = standing(self.seen, currency, self.today, per)
        if found is None:
            return None
        compared = comparable(self.seen, currency, self.today, per)
        near = nearby(compared, self.here) if self.here is not None else []
        least = min(near, key=lambda each: each.price, default=None)
        return Costs(
            money(found.usual, currency),
            per,
            found.count,
            self.seen.index(found.cheapest),
            None if least is None else self.seen.index(least),
            self.judged(currency, per),
        )

    def judged(self, currency: str, per: str) -> Judgement | None:
        """What the price that the wearer saw last is among the others."""
        last = next((each for each in self.seen if each in self.own), None)
        if last is None or (last.currency, last.per) != (currency, per):
            return None
        others = standing([each for each in self.seen if each != last], currency, self.today, per)
        return others.judge(last.price) if others is not None else None


def money(price: int, currency: str) -> Sum:
    """An amount in the smallest unit of its currency, in whole units."""
    return Sum(float(Decimal(price).scaleb(-DECIMALS.get(currency, 2))), currency)
