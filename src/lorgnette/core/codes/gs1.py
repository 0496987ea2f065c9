"""What labels of goods say: GS1 element strings and Digital Link addresses.

Sources: GS1 General Specifications, 3 and 7.8; GS1 Digital Link, URI syntax 1.2; the syntax
dictionary of gs1-syntax-engine. The host of a link proves nothing.
"""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

from lorgnette.core.codes import gtin
from lorgnette.core.codes.contents import Product
from lorgnette.core.codes.iso4217 import CURRENCIES

SEPARATOR: Final = "\x1d"
"""Ends a field that may have any length, unless it is the last."""

FIXED: Final = {
    "00": 18,
    "01": 14,
    "02": 14,
    "20": 2,
    "410": 13,
    "411": 13,
    "412": 13,
    "413": 13,
    "414": 13,
    **{f"{each}": 6 for each in (11, 12, 13, 15, 16, 17)},
    **{f"31{kind}": 7 for kind in range(7)},
    **{f"3{kind}": 7 for kind in range(20, 37)},
}
"""Characters after the name of a field of fixed length; 31n to 36n have a digit of decimals."""

_LINK: Final = re.compile(r"(?:^|/)01/(\d{8,14})((?:/(?:22|10|21)/[^/]+)*)/?$", re.ASCII)
_QUALIFIER: Final = re.compile(r"/(22|10|21)/([^/]+)")


def elements(text: str) -> dict[str, str] | None:
    """The fields of an element string by name; None when it is none to its end."""
    found: dict[str, str] = {}
    text = text.lstrip(SEPARATOR)
    while text:
        name = _name(text)
        if name is None:
            return None
        rest, fixed = text[len(name) :], FIXED.get(name[:3]) or FIXED.get(name[:2])
        if fixed is not None:
            length = fixed - (name[:1] == "3" and len(name) == 4)
            value, text = rest[:length], rest[length:]
            if len(value) < length or not value.isdigit():
                return None
        else:
            value, _, text = rest.partition(SEPARATOR)
        if not value or found.get(name, value) != value:
            return None
        found[name] = value
        text = text.removeprefix(SEPARATOR)
    return found


def _name(text: str) -> str | None:
    """The name of the first field: two digits, three or four."""
    for length in (2, 3, 4):
        name = text[:length]
        if length == 2 and name in FIXED | NAMES_OF_TWO:
            return name
        if length == 3 and name in FIXED and name[0] == "4":
            return name
        if length == 4 and (name[:3] in FIXED or name[:3] in ("392", "393", "390", "391")):
            return name if name.isdigit() else None
    return None


NAMES_OF_TWO: Final = dict.fromkeys(("10", "21", "22", "37", "30", "90", "91", "92", "93"), 0)
"""Fields of any length whose name has two digits."""


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
    fields = {name: unquote(value) for name, value in _QUALIFIER.findall(found[2])}
    fields |= {name: value for name, value in parse_qsl(parts.query) if name.isdigit()}
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


def _price(fields: Mapping[str, str]) -> tuple[int | None, str]:
    """The price in the smallest unit, and its currency: 392n without one, 393n with its number."""
    for name, value in fields.items():
        if len(name) != 4 or not value.isascii() or not value.isdigit():
            continue
        if name[:3] == "392":
            return _minor(value, int(name[3]), 2), ""
        if name[:3] == "393" and value[:3] in CURRENCIES:
            currency, decimals = CURRENCIES[value[:3]]
            return _minor(value[3:], int(name[3]), decimals), currency
    return None, ""


def _minor(digits: str, written: int, decimals: int) -> int | None:
    """An amount with `written` decimals, in a unit that has `decimals`; None if it has more."""
    if not digits or written > decimals:
        return None
    return int(digits + "0" * (decimals - written))
