"""Payment codes of merchants: EMVCo, QR Code Specification, Merchant-Presented Mode 1.0 and 1.1.

Strict before money: what breaks a rule is no payment, and what is reserved is not guessed.
"""

import re
from collections.abc import Mapping
from typing import Final

from lorgnette.core.codes.contents import Payment
from lorgnette.core.codes.iso4217 import CURRENCIES

LONGEST: Final = 512
"""Characters of a payload."""

ASK: Final = "***"
"""The value of a field that the payer shall fill in."""

KNOWN: Final = {"00", "01", *(f"{each:02}" for each in range(2, 66)), *map(str, range(80, 100))}
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
    if len(text) > LONGEST or text[-8:-4] != "6304" or crc(text[:-4]) != text[-4:]:
        raise Refused("the check at the end is wrong")
    told = objects(text)
    if list(told)[-1] != "63" or not set(told) <= KNOWN:
        raise Refused("nothing comes after the check, and nothing reserved")
    currency, decimals = CURRENCIES.get(_needed(told, "53", r"\d{3}"), ("", 0))
    if not currency:
        raise Refused("nobody knows this currency")
    once = told.get("01", "11")
    if once not in ("11", "12"):
        raise Refused("a code is for one payment or for many")
    fee, percent, tip = _tip(told, decimals)
    merchant, city = _needed(told, "59", r"[^\0]{1,25}"), _needed(told, "60", r"[^\0]{1,15}")
    return Payment(
        merchant,
        city,
        _needed(told, "58", r"[A-Z]{2}"),
        currency,
        _needed(told, "52", r"\d{4}"),
        minor(told["54"], decimals) if "54" in told else None,
        fee,
        percent,
        tip,
        once == "12",
        _accounts(told),
        _reference(told),
        _local(told),
    )


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
        if "02" <= name <= "25":
            found.append((name, value))
        elif "26" <= name <= "51":
            inner = objects(value)
            if "00" not in inner or len(inner["00"]) > 32:
                raise Refused("an account has the name of its network")
            found.append((inner["00"], value))
    if not found:
        raise Refused("somebody is to be paid")
    return tuple(found)


def _reference(told: Mapping[str, str]) -> str:
    """What the merchant knows the payment by: the bill, the reference, or the terminal."""
    inner = objects(told["62"]) if "62" in told else {}
    kept = (inner.get(name, "") for name in ("01", "05", "03", "07"))
    return next((value for value in kept if value and value != ASK), "")


def _local(told: Mapping[str, str]) -> tuple[str, ...]:
    """The merchant's name, and perhaps the city, in the language of the place."""
    if "64" not in told:
        return ()
    inner = objects(told["64"])
    if not re.fullmatch(r"[A-Za-z]{2}", inner.get("00", "")) or "01" not in inner:
        raise Refused("a name in another language says which")
    return tuple(inner[name] for name in ("01", "02") if name in inner)


def _needed(told: Mapping[str, str], name: str, form: str) -> str:
    value = told.get(name, "")
    if not re.fullmatch(form, value, re.ASCII):
        raise Refused(f"{name} is missing or wrong")
    return value
