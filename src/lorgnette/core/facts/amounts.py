"""How much is in a package, as labels write it: `500 g`, `1,5 L`, `6 x 33 cl`, `12 pieces`."""

import re
from typing import Final

from lorgnette.core.goods import Amount

_UNITS: Final = {
    "g": (1.0, "g"),
    "gr": (1.0, "g"),
    "kg": (1000.0, "g"),
    "mg": (0.001, "g"),
    "oz": (28.349523125, "g"),
    "lb": (453.59237, "g"),
    "克": (1.0, "g"),
    "千克": (1000.0, "g"),
    "公斤": (1000.0, "g"),
    "斤": (500.0, "g"),
    "两": (50.0, "g"),
    "ml": (1.0, "ml"),
    "cl": (10.0, "ml"),
    "dl": (100.0, "ml"),
    "l": (1000.0, "ml"),
    "fl oz": (29.5735295625, "ml"),
    "毫升": (1.0, "ml"),
    "升": (1000.0, "ml"),
    "pieces": (1.0, "pieces"),
    "piece": (1.0, "pieces"),
    "pcs": (1.0, "pieces"),
    "个": (1.0, "pieces"),
    "片": (1.0, "pieces"),
    "袋": (1.0, "pieces"),
}
"""What a unit is worth, and in which."""

_NUMBER: Final = r"(\d+(?:[.,]\d+)?)"
_NAMES: Final = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_AMOUNT: Final = re.compile(
    rf"(?:(\d+)\s*[x×*]\s*)?{_NUMBER}\s*({_NAMES})(?![a-z])", re.IGNORECASE | re.ASCII
)

MOST: Final = 10_000_000.0
"""Grams or millilitres of the largest package: ten tons."""


def amount(text: str) -> Amount | None:
    """The first amount in a text; None when there is none, or nobody could carry it."""
    found = _AMOUNT.search(text)
    if not found:
        return None
    times, number, name = found.groups()
    worth, unit = _UNITS[name.lower()]
    value = float(number.replace(",", ".")) * worth * int(times or 1)
    return Amount(round(value, 3), unit) if 0 < value <= MOST else None
