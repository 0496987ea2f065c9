"""Numbers and sums of money as they are printed: ¥45, 12,50 €, $1,299.00, 38元, 5 USD."""

import re
from decimal import Decimal
from functools import cache
from typing import Final

import msgspec

from lorgnette.core.pages.page import SQUARE
from lorgnette.core.slots.money import currencies

_NUMBER: Final = r"\d{1,3}(?:[,.' ]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?"
_BARE: Final = re.compile(rf"(?<![\d.,:/-])(?P<number>{_NUMBER})(?:[.,][-–—]+)?\s*\Z")
_CENTS: Final = re.compile(r"[.,](\d{1,2})\Z")
_DOLLARS: Final = {"US": "USD", "HK": "HKD", "NT": "TWD", "A": "AUD", "C": "CAD", "S": "SGD"}
_SIGNS: Final = {"￥": "CNY", "円": "JPY", "块": "CNY", "圆": "CNY", "RMB": "CNY", "人民币": "CNY"}


class Sum(msgspec.Struct, frozen=True):
    """A sum of money in a text: where it stands, and how much it is.

    `currency`: its ISO 4217 code, "" when the text does not say.
    """

    start: int
    end: int
    amount: Decimal
    currency: str = ""


def sums(text: str) -> list[Sum]:
    """The sums of money in a text that say what currency they are in, in order."""
    found = list[Sum]()
    for each in _pattern().finditer(text):
        code = _codes()[(each["before"] or each["after"]).casefold()]
        found.append(Sum(*each.span(), amount(each["first"] or each["second"]), code))
    return found


def bare(text: str) -> Sum | None:
    """The number that a text ends with, which may be a price."""
    found = _BARE.search(text)
    return Sum(*found.span(), amount(found["number"])) if found else None


def amount(written: str) -> Decimal:
    """The number that digits stand for; with two digits at the end, a comma is a point."""
    cents = _CENTS.search(written)
    whole = re.sub(r"\D", "", written[: cents.start()] if cents else written)
    return Decimal(f"{whole}.{cents[1]}" if cents else whole)


def is_figure(text: str) -> bool:
    """Whether a text is a number, a price or a measure, and no words."""
    if not any(char.isdecimal() for char in text):
        return False
    letters = [char for char in _pattern().sub("", text) if char.isalpha()]
    square = sum(char >= SQUARE for char in letters)
    return square <= 2 and len(letters) <= square + 3


@cache
def _codes() -> dict[str, str]:
    """The currency of everything that may stand before or after a number, in lower case."""
    codes = {f"{country}$": code for country, code in _DOLLARS.items()} | dict(_SIGNS)
    for each in currencies().values():
        names = (each.code, each.sign, each.singular, each.plural, each.chinese)
        codes |= {name: each.code for name in (*names, *each.also_chinese.split("|")) if name}
    return {name.casefold(): code for name, code in codes.items()}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_codes(), key=len, reverse=True)
    before = "|".join(_apart(name) for name in names if len(name) <= 3)
    after = "|".join(map(_apart, names))
    number = rf"(?<![\d.,:/])(?:{_NUMBER})"
    ends = r"(?![\d:%]|[.,]\d)(?:[.,][-–—]+)?"
    return re.compile(
        rf"(?P<before>{before})\s?(?P<first>{_NUMBER}){ends}(?:\s?[元块])?"
        rf"|(?P<second>{number}){ends}\s?(?P<after>{after})",
        re.IGNORECASE,
    )


def _apart(name: str) -> str:
    """A pattern for a name that is no part of a longer word."""
    start = r"(?<![a-z])" if name[0].isascii() and name[0].isalpha() else ""
    end = r"(?![a-z])" if name[-1].isascii() and name[-1].isalpha() else ""
    return start + re.escape(name) + end
