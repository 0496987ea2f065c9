"""Numbers written with digits: `7`, `1,000`, `5.5`, `-3`, `3/4`."""

import re
from collections.abc import Iterable
from decimal import Decimal

Numeral = int | Decimal
"""A whole number, or an exact decimal."""

Reading = tuple[int, Numeral]
"""Where a number ends, and the number."""

LIMIT = 10**16
"""Numbers from here on are not understood."""

_PLAIN = re.compile(r"-?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})")
_DECIMAL = re.compile(r"-?[0-9,]{0,19}\.[0-9]{1,12}")
_FRACTION = re.compile(r"([0-9]{1,9})/([0-9]{1,9})")


def whole(word: str) -> int | None:
    """The whole number that a word is: `1,000` is 1000."""
    if word.isdecimal() and len(word) < 16 and word.isascii():
        return int(word)
    if word[:1] in _STARTS and _PLAIN.fullmatch(word):
        return int(word.replace(",", ""))
    return None


def decimal(word: str) -> Decimal | None:
    """The number with a sign or a fraction that a word is: `-3`, `5.5`, `3/4`."""
    if word[:1] not in _STARTS or word.isdecimal():
        return None
    if _DECIMAL.fullmatch(word) or (word[0] == "-" and _PLAIN.fullmatch(word)):
        return Decimal(word.replace(",", ""))
    parts = _FRACTION.fullmatch(word)
    if parts and int(parts[2]):
        return Decimal(parts[1]) / Decimal(parts[2])
    return None


def number(word: str) -> Numeral | None:
    """Any number that a word is."""
    found = whole(word)
    return decimal(word) if found is None else found


def table(values: Iterable[int]) -> dict[str, int]:
    """Numbers by their digits."""
    return {str(value): value for value in values}


def plain(value: Numeral) -> Numeral:
    """A decimal without a fraction as an `int`, so that 2.50 × 2 is 5."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value


def written(value: Numeral, *, grouped: bool = True) -> str:
    """The number in digits: at most 12 significant, `1,234.5` when grouped, never `1E+3`."""
    value = plain(value)
    if isinstance(value, int):
        return f"{value:,}" if grouped else str(value)
    rounded = Decimal(f"{value:.12g}").normalize()
    if rounded == rounded.to_integral_value():
        return written(int(rounded), grouped=grouped)
    return f"{rounded:,f}" if grouped else f"{rounded:f}"


_STARTS = frozenset("-.0123456789")
