"""Sums of money: «five dollars», «3 euros 20», €3.50, 十五块五, 五毛, 一百美元.

`¥` is the yuan. Sums below zero are not understood.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec

from lorgnette.core.slots.numerals import chinese, digits, english
from lorgnette.core.slots.numerals.digits import Numeral, written
from lorgnette.core.slots.phrases import Part, Scanner, Table, Ways
from lorgnette.core.slots.registry import register
from lorgnette.core.slots.said import Said
from lorgnette.core.slots.table import rows
from lorgnette.core.types import CHINESE, ENGLISH, Language


class Money(msgspec.Struct, frozen=True):
    """An exact amount of a currency, named by its ISO 4217 code."""

    amount: Decimal
    currency: str


class Currency(msgspec.Struct, frozen=True):
    """How a currency is called; `also` and `cents` are patterns, empty when there are none."""

    code: str
    singular: str
    plural: str
    also: str
    chinese: str
    also_chinese: str
    sign: str
    cents: str
    chinese_cents: str


@cache
def currencies() -> dict[str, Currency]:
    """Every currency by its code."""
    return {row[0]: Currency(*row, *[""] * (9 - len(row))) for row in rows("currencies")}


_HUNDREDTH = Decimal("0.01")
_TENTH = Decimal("0.1")


def _money(amount: Numeral, currency: str, cents: int = 0) -> Money | None:
    total = Decimal(amount) + cents * _HUNDREDTH
    return Money(total, currency) if total >= 0 and cents < 100 else None


def _with_rest(amount: Numeral, currency: str, rest: int) -> Money | None:
    """«five dollars twenty»; yen have no hundredths."""
    return _money(amount, currency, rest) if currencies()[currency].cents else None


def _with_cents(amount: Numeral, currency: str, cents: int, names: frozenset[str]) -> Money | None:
    return _money(amount, currency, cents) if currency in names else None


def _signed(words: Sequence[str], at: int) -> list[tuple[int, Money]]:
    """`$5`, `€3.50` as one word."""
    sign = words[at][:1] if at < len(words) else ""
    value = digits.number(words[at][1:]) if sign in _codes() else None
    money = None if value is None else _money(value, _codes()[sign])
    return [] if money is None else [(at + 1, money)]


@cache
def _codes() -> dict[str, str]:
    """The currency of each sign."""
    return {each.sign: each.code for each in currencies().values() if each.sign}


_DOLLARS = {"us": "USD", "hk": "HKD", "nt": "TWD", "a": "AUD", "au": "AUD", "c": "CAD"}
_DOLLARS |= {"ca": "CAD", "s": "SGD", "nz": "NZD"}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


def _of_country(prefix: str, signed: Money) -> Money | None:
    """`US$5`."""
    return Money(signed.amount, prefix) if signed.currency == "USD" else None


def _scaled(signed: Money, scale: int) -> Money:
    return Money(signed.amount * scale, signed.currency)


def _english() -> Part[Money]:
    known = currencies().values()
    units = {f"{each.singular}|{each.plural}": each.code for each in known}
    others = {each.also: each.code for each in known if each.also}
    cents: dict[str, frozenset[str]] = {}
    for each in known:
        for name in each.cents.split("|") if each.cents else ():
            cents[name] = cents.get(name, frozenset()) | {each.code}
    parts: dict[str, Part[Any]] = {
        "amount": Scanner(english.numbers, english.BELOW_1000),
        "currency": Table(units | others, _codes()),
        "cents": Scanner(english.wholes, english.BELOW_100),
        "names": Table(cents),
        "rest": Scanner(english.wholes, english.BELOW_100),
        "signed": Scanner(_signed),
        "scale": Table({}, _SCALES),
        "prefix": Table({}, _DOLLARS),
    }
    ways: dict[str, Callable[..., Money | None]] = {
        "{amount} {currency}": _money,
        "(a|an) {currency}": lambda currency: _money(1, currency),
        "{amount} {currency} [and] {cents} {names}": _with_cents,
        "{amount} {currency} {rest}": _with_rest,
        "{cents} {names}": lambda cents, names: _money(0, _first(names), cents),
        "{signed}": lambda signed: signed,
        "{signed} {scale}": _scaled,
        "{prefix} {signed}": _of_country,
        "{currency} {amount}": _money,
    }
    return Ways(parts, ways, "{amount} {currency} [[and] {cents} [cents|pence]]|{cents} {names}")


def _first(names: frozenset[str]) -> str:
    """The currency that «cents» alone are of: the dollar, and else the only one there is."""
    return next(code for code in currencies() if code in names)


def _yuan(yuan: Numeral, jiao: int = 0, fen: int = 0) -> Money | None:
    return _money(yuan + jiao * _TENTH, "CNY", fen)


def _chinese() -> Part[Money]:
    known = currencies().values()
    units = {each.chinese: each.code for each in known}
    others = {each.also_chinese: each.code for each in known if each.also_chinese}
    cents = {
        each.chinese_cents: frozenset({each.code})
        for each in known
        if each.chinese_cents and each.code != "CNY"
    }
    digit = Table(chinese.table(range(1, 10)), digits.table(range(1, 10)))
    parts: dict[str, Part[Any]] = {
        "amount": Scanner(chinese.numbers, chinese.WHOLE),
        "currency": Table(units | others, _codes()),
        "cents": Scanner(chinese.wholes, chinese.BELOW_100),
        "names": Table(cents),
        "digit": digit,
        "signed": Scanner(_signed),
    }
    yuan = "{yuan:amount}(块|元)"
    ways: dict[str, Callable[..., Money | None]] = {
        "{amount}[块]{currency}": _money,
        "{amount}{currency}{cents}{names}": _with_cents,
        "{cents}{names}": lambda cents, names: _money(0, _first(names), cents),
        f"{yuan}{{jiao:digit}}[毛|角][钱]": _yuan,
        f"{yuan}{{jiao:digit}}(毛|角){{fen:digit}}[分][钱]": _yuan,
        f"{yuan}[零]{{fen:digit}}分[钱]": _yuan,
        f"{yuan}半": lambda yuan: _yuan(yuan, 5),
        "{jiao:digit}(毛|角)[钱]": lambda jiao: _yuan(0, jiao),
        "{jiao:digit}(毛|角){fen:digit}[分][钱]": lambda jiao, fen: _yuan(0, jiao, fen),
        "{fen:cents}分钱": lambda fen: _yuan(0, 0, fen),
        "人民币{yuan:amount}(块|元)": _yuan,
        "{signed}[元|块]": lambda signed: signed,
    }
    return Ways(
        parts,
        ways,
        "{amount}({currency}|块{digit}[毛|角]|块{digit}毛{digit}[分])|{digit}毛[钱]|人民币{amount}元",
    )


def _show(value: Money, language: Language) -> str:
    amount = written(value.amount)
    if isinstance(digits.plain(value.amount), Decimal) and amount[-2:-1] == ".":
        amount += "0"
    currency = currencies().get(value.currency)
    if currency is None:
        return f"{amount} {value.currency}"
    if language == CHINESE:
        return f"{amount}{currency.chinese}"
    return f"{amount} {currency.singular if value.amount == 1 else currency.plural}"


MONEY: Said[Money] = Said("money", {ENGLISH: _english, CHINESE: _chinese}, _show)

register(Money, MONEY)
