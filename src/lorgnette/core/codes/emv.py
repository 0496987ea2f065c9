"""Payment codes of merchants: EMVCo, QR Code Specification, Merchant-Presented Mode 1.0 and 1.1.

Strict before money: what breaks a rule is no payment, and what is reserved is not guessed.
"""

import re
from collections.abc import Mapping
from typing import Final

from lorgnette.core.codes.contents import Payment
from lorgnette.core.codes.iso4217 import CURRENCIES
from lorgnette.core.writing import showable

LONGEST: Final = 512
"""Characters of a payload."""

ASK: Final = "***"
"""The value of a field that the payer shall fill in."""

NETWORKS: Final = frozenset({"02", "03", "04", "05", *(f"{each:02}" for each in range(9, 17))})
"""Accounts whose network the specification names; the others below 26 are reserved."""

TEMPLATES: Final = frozenset(map(str, range(26, 52)))
"""Accounts that say themselves whose they are."""

WORDS: Final = frozenset({"62", "64", *map(str, range(80, 100))})
"""Objects in any letters; the others are ASCII, so that no payee is written to imitate one."""

KNOWN: Final = {"00", "01"} | NETWORKS | TEMPLATES | WORDS | {*map(str, range(52, 62)), "63"}
DETAILS: Final = {
    "01": "bill",
    "02": "mobile",
    "03": "store",
    "04": "loyalty",
    "05": "reference",
    "06": "customer",
    "07": "terminal",
    "08": "purpose",
}
"""The additional data, by the names of their objects."""

PERSONAL: Final = {"A": "address", "M": "mobile", "E": "e-mail"}
"""What 62-09 asks of the payer."""

_DETAILS_KNOWN: Final = {*DETAILS, "09", "10", "11", *map(str, range(50, 100))}
_ASCII: Final = re.compile(r"[ -~]+")
_AMOUNT: Final = re.compile(r"\d{1,13}(\.\d*)?", re.ASCII)
_PERCENT: Final = re.compile(r"\d{1,2}(\.\d{1,2})?", re.ASCII)


class Refused(ValueError):
    """The code breaks a rule of the specification."""


def payment(text: str) -> Payment | None:
    """What a merchant's code asks for; None when it is none, or breaks any rule."""
    if not text.startswith("000201"):
        return None
    try:
        return _payment(text)
    except Refused:
        return None


def crc(text: str) -> str:
    """The check at the end: CRC-16, polynomial 0x1021 from 0xFFFF, over the UTF-8 bytes."""
    value = 0xFFFF
    for byte in text.encode():
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1) ^ 0x1021 if value & 0x8000 else value << 1
            value &= 0xFFFF
    return f"{value:04X}"


def objects(text: str) -> dict[str, str]:
    """Two digits of a name, two of a length in characters, a value; and so on, exactly to the end.

    Raises Refused.
    """
    found: dict[str, str] = {}
    place = 0
    while place < len(text):
        name, length = text[place : place + 2], text[place + 2 : place + 4]
        if not re.fullmatch(r"\d\d", name, re.ASCII) or not re.fullmatch(r"\d\d", length, re.ASCII):
            raise Refused("a name and a length have two digits")
        value = text[place + 4 : place + 4 + int(length)]
        if len(value) != int(length) or not value:
            raise Refused("a value is as long as it says, and not empty")
        if name in found:
            raise Refused("no name comes twice")
        found[name] = value
        place += 4 + int(length)
    return found


def _payment(text: str) -> Payment:
    told = _checked(text)
    currency, decimals = CURRENCIES.get(_needed(told, "53", r"\d{3}"), ("", 0))
    if not currency:
        raise Refused("nobody knows this currency")
    once = told.get("01", "11")
    if once not in ("11", "12"):
        raise Refused("a code is for one payment or for many")
    fee, percent, tip = _tip(told, decimals)
    reference, asks = _details(told)
    return Payment(
        _needed(told, "59", r"(?=.*\S).{1,25}"),
        _needed(told, "60", r"(?=.*\S).{1,15}"),
        _needed(told, "58", r"[A-Z]{2}"),
        currency,
        _needed(told, "52", r"\d{4}"),
        minor(told["54"], decimals) if "54" in told else None,
        fee,
        percent,
        tip,
        once == "12",
        _accounts(told),
        reference,
        _local(told),
        asks,
    )


def _checked(text: str) -> dict[str, str]:
    """The objects of a code that is whole, and has nothing that is reserved or does not show."""
    if len(text) > LONGEST or showable(text, LONGEST) != text:
        raise Refused("everything can be seen")
    if text[-8:-4] != "6304" or crc(text[:-4]) != text[-4:]:
        raise Refused("the check at the end is wrong")
    told = objects(text)
    if list(told)[-1] != "63" or not set(told) <= KNOWN:
        raise Refused("nothing comes after the check, and nothing reserved")
    for name, value in told.items():
        if name not in WORDS and not _ASCII.fullmatch(value):
            raise Refused(f"{name} has letters that it may not have")
        if name >= "80":
            _named(value)
    if len(told.get("61", "")) > 10:
        raise Refused("a postal code has ten characters at most")
    return told


def _named(template: str) -> str:
    """The unique name that a template begins with. Raises Refused."""
    name = objects(template).get("00", "")
    if not 0 < len(name) <= 32:
        raise Refused("a template says whose it is")
    return name


def minor(amount: str, decimals: int) -> int:
    """An amount in the smallest unit of its currency. Raises Refused."""
    if len(amount) > 13 or not _AMOUNT.fullmatch(amount):
        raise Refused("an amount has digits and at most one point")
    whole, _, part = amount.partition(".")
    if len(part) > decimals:
        raise Refused("an amount has no more decimals than its currency")
    value = int(whole + part.ljust(decimals, "0"))
    if value == 0:
        raise Refused("an amount is not nothing")
    return value


def total(asked: Payment, amount: int | None = None) -> int | None:
    """What would be paid in all, in the smallest unit; None while nobody said how much.

    `amount`: what the payer said. Raises Refused when the code says another: never pick one.
    """
    if asked.amount is not None and amount is not None and asked.amount != amount:
        raise Refused("the code asks for another amount")
    base = asked.amount if asked.amount is not None else amount
    if base is None:
        return None
    if asked.fee_percent:
        whole, _, part = asked.fee_percent.partition(".")
        hundredths = int(whole + part.ljust(2, "0"))
        return base + (base * hundredths + 5_000) // 10_000
    return base + (asked.fee or 0)


def _tip(told: Mapping[str, str], decimals: int) -> tuple[int | None, str, bool]:
    """The fee in the smallest unit or in percent, and whether a tip is asked for."""
    kind = told.get("55")
    if kind not in (None, "01", "02", "03"):
        raise Refused("a tip is asked for, or a fee is fixed or in percent")
    if ("56" in told) != (kind == "02") or ("57" in told) != (kind == "03"):
        raise Refused("a fee comes with its kind, and with no other")
    if kind == "02":
        return minor(told["56"], decimals), "", False
    if kind == "03":
        percent = told["57"]
        if not _PERCENT.fullmatch(percent) or not float(percent):
            raise Refused("a percentage is between nothing and a hundred")
        return None, percent, False
    return None, "", kind == "01"


def _accounts(told: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Whose account it is: the network, and what it says. Raises Refused if nobody's."""
    found = list[tuple[str, str]]()
    for name, value in told.items():
        if name in NETWORKS:
            found.append((name, value))
        elif name in TEMPLATES:
            found.append((_named(value), value))
    if not found:
        raise Refused("somebody is to be paid")
    return tuple(found)


def _details(told: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """What the merchant knows the payment by, and what the payer is asked. Raises Refused."""
    inner = objects(told["62"]) if "62" in told else {}
    if not set(inner) <= _DETAILS_KNOWN:
        raise Refused("nothing reserved is in the additional data")
    for name, value in inner.items():
        if name >= "50":
            _named(value)
        elif name in DETAILS and len(value) > 25:
            raise Refused("additional data are short")
    personal = inner.get("09", "")
    if not set(personal) <= set(PERSONAL) or len(set(personal)) < len(personal):
        raise Refused("the payer is asked for what is known, and once")
    asks = [word for name, word in DETAILS.items() if inner.get(name) == ASK]
    asks += [PERSONAL[letter] for letter in personal]
    kept = (inner.get(name, ASK) for name in ("01", "05", "03", "07"))
    reference = next((value for value in kept if value != ASK), "")
    return reference, tuple(dict.fromkeys(asks))


def _local(told: Mapping[str, str]) -> tuple[str, ...]:
    """The merchant's name, and perhaps the city, in the language of the place."""
    if "64" not in told:
        return ()
    inner = objects(told["64"])
    if not re.fullmatch(r"[A-Za-z]{2}", inner.get("00", "")) or "01" not in inner:
        raise Refused("a name in another language says which")
    if not set(inner) <= {"00", "01", "02"} or len(inner["01"]) > 25:
        raise Refused("a name in another language is one, and short")
    if len(inner.get("02", "")) > 15:
        raise Refused("a city in another language is short")
    return tuple(inner[name] for name in ("01", "02") if name in inner)


def _needed(told: Mapping[str, str], name: str, form: str) -> str:
    value = told.get(name, "")
    if not re.fullmatch(form, value, re.ASCII):
        raise Refused(f"{name} is missing or wrong")
    return value
