"""What labels of goods say: GS1 element strings and Digital Link addresses.

Sources: GS1 General Specifications, 3 and 7.8; GS1 Digital Link, URI syntax 1.2; the syntax
dictionary of gs1-syntax-engine. The host of a link proves nothing.
"""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

from lorgnette.core.codes import gtin
from lorgnette.core.codes.contents import Product
from lorgnette.core.codes.iso4217 import CURRENCIES

SEPARATOR: Final = "\x1d"
"""Ends a field that may have any length, unless it is the last."""

FIXED: Final = {
    "00": 20,
    "01": 16,
    "02": 16,
    "03": 16,
    "04": 18,
    "20": 4,
    "41": 16,
    **{f"{each}": 8 for each in range(11, 20)},
    **{f"{each}": 10 for each in range(31, 37)},
}
"""Digits of a field whose name begins so, its name included; others end where they say.

This table is settled for ever (GS1 General Specifications, 7.8.4), so that a reader that does not
know a field still finds the next.
"""

NAMES: Final = {
    2: ("0", "1", "20", "21", "22", "30", "37", "9"),
    3: ("23", "24", "25", "40", "41", "42", "71"),
    4: ("31", "32", "33", "34", "35", "36", "39", "43", "70", "72", "80", "81", "82"),
}
"""How many digits a name has that begins so."""

LONGEST: Final = 90
"""Characters of a field of any length."""

_LINK: Final = re.compile(
    r"(?:^|/)01/(\d{8,14})(?:/22/(?P<_22>[^/]+))?(?:/10/(?P<_10>[^/]+))?(?:/21/(?P<_21>[^/]+))?"
    r"(?:/235/[^/]+)?/?$",
    re.ASCII,
)
_DIGITS: Final = re.compile(r"\d+", re.ASCII)


def elements(text: str) -> dict[str, str] | None:
    """The fields of an element string by name; None when it is none to its end."""
    found: dict[str, str] = {}
    text = text.lstrip(SEPARATOR)
    while text:
        name = _name(text)
        if name is None:
            return None
        if (length := FIXED.get(name[:2])) is not None:
            value, text = text[len(name) : length], text[length:].removeprefix(SEPARATOR)
            fits = len(name) + len(value) == length and _DIGITS.fullmatch(value) is not None
        else:
            value, _, text = text[len(name) :].partition(SEPARATOR)
            fits = _is_value(value)
        if not fits or found.get(name, value) != value:
            return None
        found[name] = value
    return found


def _is_value(text: str) -> bool:
    """Whether a field of any length can hold it."""
    return 0 < len(text) <= LONGEST and text.isascii() and text.isprintable()


def _name(text: str) -> str | None:
    """The name of the first field: two digits, three or four; None when it has none."""
    for length, beginnings in NAMES.items():
        if text.startswith(beginnings):
            return text[:length] if _DIGITS.fullmatch(text[:length]) else None
    return None


def product(fields: Mapping[str, str]) -> Product | None:
    """The goods that fields are about; None when their number is not there or not valid."""
    number = gtin.normalised(fields.get("01", fields.get("02", "")))
    if number is None:
        return None
    price, currency = _price(fields)
    return Product(
        number,
        fields.get("21", ""),
        fields.get("10", ""),
        date(fields.get("17", "")),
        date(fields.get("15", "")),
        _weight(fields),
        price,
        currency,
        internal=gtin.is_internal(number),
    )


def linked(address: str) -> Product | None:
    """The goods of a Digital Link; None for any other address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    found = _LINK.search(parts.path)
    if parts.scheme.lower() not in ("http", "https") or not found:
        return None
    fields = {name: value for name, value in parse_qsl(parts.query) if _DIGITS.fullmatch(name)}
    for name, value in found.groupdict().items():
        if value is not None:
            fields[name[1:]] = unquote(value)
    if not all(map(_is_value, fields.values())):
        return None
    return product({**fields, "01": found[1]})


def date(text: str) -> dt.date | None:
    """A date of six digits, YYMMDD; the day 00 is the end of the month, the century this one."""
    if not re.fullmatch(r"\d{6}", text, re.ASCII):
        return None
    year, month, day = int(text[:2]) + 2000, int(text[2:4]), int(text[4:])
    try:
        if day:
            return dt.date(year, month, day)
        following = dt.date(year + month // 12, month % 12 + 1, 1)
        return following - dt.timedelta(days=1)
    except ValueError:
        return None


def _weight(fields: Mapping[str, str]) -> float | None:
    """The net weight in grams: 310n are kilograms with n decimals."""
    for name, value in fields.items():
        if name[:3] == "310" and len(name) == 4:
            return float(f"{value}e{3 - int(name[3])}")
    return None


def _price(fields: Mapping[str, str]) -> tuple[Decimal | None, str]:
    """The price and its currency: 392n are an amount with n decimals, 393n a currency before."""
    for name, value in fields.items():
        if not re.fullmatch(r"39[23]\d", name, re.ASCII) or not _DIGITS.fullmatch(value):
            continue
        if name[2] == "2":
            return _amount(value, int(name[3])), ""
        currency, decimals = CURRENCIES.get(value[:3], ("", -1))
        if value[3:] and int(name[3]) <= decimals:
            return _amount(value[3:], int(name[3])), currency
    return None, ""


def _amount(digits: str, decimals: int) -> Decimal | None:
    """An amount whose last digits are decimals; None for more of them than it has."""
    return Decimal(int(digits)).scaleb(-decimals) if decimals <= len(digits) <= 15 else None
