"""Comparing prices: one currency, the package with the package, old ones counting less.

Prices for holders of a card are never mixed in, nor are those without the discount; what is
organic is not compared with what is not.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

import msgspec

from lorgnette.core.goods import Amount, Observation

HALF: Final = 120.0
"""Days after which a price counts half."""

TOO_OLD: Final = 730
"""Days after which it does not count at all."""

GOOD, DEAR = 0.93, 1.07
"""Shares of the usual price up to which a price is good, and from which it is dear."""

FEW: Final = 2
"""Other prices that it takes to say anything."""

BARS: Final = "▁▂▃▄▅▆▇█"


class Judgement(StrEnum):
    """What a price is, among others."""

    GOOD = "good"
    USUAL = "usual"
    DEAR = "dear"


class Standing(msgspec.Struct, frozen=True):
    """A product's prices in one currency: the usual one, the cheapest, and how many there are."""

    usual: int
    cheapest: Observation
    count: int

    def judge(self, price: int) -> Judgement | None:
        """What a price is; None when too little is known to say so."""
        if self.count < FEW:
            return None
        if price <= GOOD * self.usual or price < self.cheapest.price:
            return Judgement.GOOD
        return Judgement.DEAR if price >= DEAR * self.usual else Judgement.USUAL


def comparable(
    seen: Iterable[Observation], currency: str, today: dt.date, per: str = ""
) -> list[Observation]:
    """The prices that may be compared: of one measure, for everybody, not too old.

    Those of organic goods are, when there are no others.
    """
    found = [
        each
        for each in seen
        if each.currency == currency
        and each.per == per
        and not each.member
        and 0 <= (today - each.date).days <= TOO_OLD
    ]
    return [each for each in found if not each.organic] or found


def standing(
    seen: Iterable[Observation], currency: str, today: dt.date, per: str = ""
) -> Standing | None:
    """What a product costs; None when nobody saw a price that can be compared."""
    known = comparable(seen, currency, today, per)
    if not known:
        return None
    recent = [each for each in known if (today - each.date).days <= HALF] or known
    cheapest = min(recent, key=lambda each: (each.price, -each.date.toordinal()))
    return Standing(_middle(known, today), cheapest, len(known))


def usual_terms(seen: Iterable[Observation]) -> tuple[str, str]:
    """The currency and the measure of most prices; of as many, those of the newest."""
    newest_first = sorted(seen, key=lambda each: each.date, reverse=True)
    counts = Counter((each.currency, each.per) for each in newest_first)
    return max(counts, key=lambda terms: counts[terms], default=("", ""))


def _middle(known: Sequence[Observation], today: dt.date) -> int:
    """The median, newer prices weighing more."""
    weights = [0.5 ** ((today - each.date).days / HALF) for each in known]
    half, so_far = sum(weights) / 2, 0.0
    for each, weight in sorted(zip(known, weights, strict=True), key=lambda pair: pair[0].price):
        so_far += weight
        if so_far >= half:
            return each.price
    return known[-1].price


def unit_price(price: int, amount: Amount | None) -> tuple[int, str] | None:
    """What a kilogram (`kg`), a litre (`l`) or a `piece` costs; None without an amount."""
    if amount is None or amount.value <= 0:
        return None
    if amount.unit == "pieces":
        return round(price / amount.value), "piece"
    return round(price * 1000 / amount.value), {"g": "kg", "ml": "l"}[amount.unit]


def plotted(
    seen: Iterable[Observation],
    currency: str,
    today: dt.date,
    *,
    per: str = "",
    width: int = 12,
) -> str:
    """How a price went: bars from the oldest to the newest; empty for fewer than two."""
    known = sorted(comparable(seen, currency, today, per), key=lambda each: each.date)[-width:]
    if len(known) < FEW:
        return ""
    low, high = (limit(each.price for each in known) for limit in (min, max))
    steps = len(BARS) - 1
    return "".join(
        BARS[round((each.price - low) * steps / (high - low)) if high > low else steps // 2]
        for each in known
    )
