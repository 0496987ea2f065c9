"""Addresses and crossings as they are said: «12 Station Road», «站前路12号», «A and B Street»."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from lorgnette.core.slots.numerals import chinese, english
from lorgnette.core.slots.numerals.digits import Reading
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.core.words import split

_HOUSE: Final = r"[0-9]{1,5}(?:\s?[a-zA-Z](?![a-zA-Z]))?(?:[-–/][0-9]{1,5}[a-zA-Z]?)?"
_FIRST: Final = re.compile(rf"(?:number\s+|no\.?\s*)?({_HOUSE}),?\s+([^\W\d_].*)", re.IGNORECASE)
_LAST: Final = re.compile(
    rf"(\D*[^\W\d_]\D*?)[\s,]+(?:number\s+|no\.?\s*)?({_HOUSE})", re.IGNORECASE
)
_NUMERALS: Final = "零〇一二两三四五六七八九十百千"
_CHINESE: Final = re.compile(
    rf"(?P<street>.*[\u3400-\u9fff].*?)\s*(?<![{_NUMERALS}0-9])"
    rf"(?P<house>{_HOUSE}|[{_NUMERALS}]+)"
    r"\s*(?:号|號|弄)(?P<more>之[0-9]+)?.*"
)
_CROSSING: Final = (
    re.compile(
        r"(?:the )?(?:corner|crossing|intersection|junction) (?:of|between)"
        r" (.+?) (?:and|&|with) (.+)",
        re.IGNORECASE,
    ),
    re.compile(r"(?:the )?corner (.+?) (?:and|&) (.+)", re.IGNORECASE),
    re.compile(
        r"(?:where )?(.+?),? (?:at the corner of|on the corner of|corner of|corner with|corner"
        r"|meets|crosses|crossing) (.+)",
        re.IGNORECASE,
    ),
    re.compile(r"(.+?) (?:and|at|&|/|@) (.+)", re.IGNORECASE),
    re.compile(
        r"(.+?)\s*(?:和|与|跟|同|/|、)\s*(.+?)"
        r"的?(?:路口|交叉口|交叉路口|十字路口|交汇处|交界处|交界|口)?"
    ),
    re.compile(
        r"(.+?[路街道巷弄])(.+?[路街道巷弄])的?(?:路口|交叉口|交叉路口|十字路口|交汇处|交界处|交界|口)"
    ),
)
_IN: Final = (
    re.compile(r"(.+?)\s*[,，]\s*(.+)"),
    re.compile(r"(.+?) (?:in|near|at|by|around|close to) (?:the )?(.+)", re.IGNORECASE),
)
_CHINESE_NEAR: Final = re.compile(r"(.+?)(?:附近|旁边|周围|周边|里)的?(.+)")
_LONGEST: Final = 200


class House(msgspec.Struct, frozen=True):
    """A house in a street, as it was said: the street may have its town before or behind it."""

    street: str
    number: str


def house(text: str) -> House | None:
    """The house that a text names; None when it is none."""
    plain = " ".join(text.split())[:_LONGEST]
    if match := _CHINESE.fullmatch(plain):
        number = _chinese_number(match["house"]) + (match["more"] or "").replace("之", "-")
        return House(match["street"].strip(" ,，"), house_number(number))
    if match := _FIRST.fullmatch(plain):
        return House(match[2].strip(" ,"), house_number(match[1]))
    street, comma, town = plain.partition(",")
    if match := _LAST.fullmatch(street.strip()):
        return House(match[1].strip(" ,") + comma + town, house_number(match[2]))
    return _spoken(plain)


def house_number(text: str) -> str:
    """A number of a house in the form in which it is compared: «12 A» is `12a`."""
    return re.sub(r"[\s.]+|号|號", "", text).replace("–", "-").casefold()


def crossing(text: str) -> tuple[str, str] | None:
    """The two streets whose crossing a text may name."""
    plain = " ".join(text.split())[:_LONGEST]
    for form in _CROSSING:
        if match := form.fullmatch(plain):
            return match[1].strip(), match[2].strip()
    return None


def somewhere(text: str) -> Sequence[tuple[str, str]]:
    """What may be wanted, and in or near what: «coffee in Vaduz», «12 Station Road, Lensham»."""
    plain = " ".join(text.split())[:_LONGEST]
    found = [(match[1], match[2]) for form in _IN if (match := form.fullmatch(plain))]
    if match := _CHINESE_NEAR.fullmatch(plain):
        found.append((match[2], match[1]))
    return found


def _spoken(text: str) -> House | None:
    """«twelve Station Road»: the number in words, at the beginning."""
    words = split(text, ENGLISH)
    readings = _numbers(english.wholes(words, 0)) if words else []
    for end, value in reversed(readings):
        if 0 < end < len(words) and 0 < value < 100_000 and words[end].isalpha():
            return House(" ".join(words[end:]), str(value))
    return None


def _chinese_number(text: str) -> str:
    if text.isascii():
        return text
    words = split(text, CHINESE)
    whole = [value for end, value in _numbers(chinese.wholes(words, 0)) if end == len(words)]
    return str(whole[-1]) if whole else text


def _numbers(readings: Sequence[Reading | tuple[int, int]]) -> list[tuple[int, int]]:
    return [(end, int(value)) for end, value in readings]
