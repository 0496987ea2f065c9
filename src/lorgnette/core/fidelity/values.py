"""What in a sentence must survive a translation: numbers, times, prices, measures, addresses."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from lorgnette.core.fidelity.numerals import in_digits
from lorgnette.core.types import Language

_TABLE: Final = Path(__file__).parent / "measures.tsv"
_DECIMAL_COMMA: Final = frozenset({"es", "fr", "de", "it", "pt", "ru", "ca", "gl"})
_NOON: Final = 12 * 60

_NUMBER: Final = re.compile(r"\d+(?:[.,'\u00a0\u202f ]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
_GROUPED: Final = re.compile(r"\d{1,3}(?:[.,']\d{3})+")
_CURRENCIES: Final = {
    "$": frozenset({"USD"}),
    "€": frozenset({"EUR"}),
    "£": frozenset({"GBP"}),
    "¥": frozenset({"CNY", "JPY"}),
    "₩": frozenset({"KRW"}),
}
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S*\w|[\w.+-]+@[\w-]+\.[\w.-]*\w")
_MINUTES: Final = ("minute", "french", "dotted", "german", "chinese")
_AM: Final = (
    r"a\.? ?m\b\.?|de la mañana|da manhã|du matin|di mattina|del mattino|morgens|vormittags"
)
_PM: Final = (
    r"p\.? ?m\b\.?|de la (?:tarde|noche)|da (?:tarde|noite)|de l'après-midi|du soir|del pomeriggio"
    r"|di sera|nachmittags|abends|in the (?:afternoon|evening)"
)
_EARLY: Final = "凌晨|早上|早晨|清晨|上午|午前|오전|朝"
_LATE: Final = "中午|下午|傍晚|晚上|夜里|午後|夜|오후|저녁|밤"
_TIME: Final = re.compile(
    rf"(?:(?P<early>{_EARLY})|(?P<late>{_LATE}))?の?\s?"
    r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-4])"
    r"(?:[:：](?P<minute>[0-5]\d)(?![\d:])"
    r"|\s?h\s?(?P<french>[0-5]\d)?\b"
    r"|(?:[.:](?P<dotted>[0-5]\d))?\s?uhr\b(?:\s(?P<german>[0-5]?\d)\b)?"
    r"|\s?(?:点钟|點鐘|点|點|時(?!間)|时(?!间)|시(?!간))\s?(?:(?P<half>半|반)|(?P<quarters>[13])刻"
    r"|(?P<chinese>[0-5]?\d)(?![\d个個]))?"
    rf"|\s?o'?clock|(?=\s?(?:{_AM}|{_PM})))"
    rf"\s?(?:(?P<am>{_AM})|(?P<pm>{_PM}))?",
    re.IGNORECASE,
)


class Value(msgspec.Struct, frozen=True):
    """One thing that must survive, as the sentence has it; the rest says what it may mean.

    `minutes`: minutes of the day, two when it may be morning or evening. `measures`: codes of
    the unit or currency. What has none of the three must be there letter by letter.
    """

    written: str
    numbers: frozenset[Decimal] = frozenset()
    minutes: frozenset[int] = frozenset()
    measures: frozenset[str] = frozenset()


def plain(text: str) -> str:
    """The text with its letters and digits in their common forms, in lower case."""
    return unicodedata.normalize("NFKC", text.replace("º", "°")).replace("’", "'").casefold()


def values(text: str, language: Language) -> list[Value]:
    """Everything that must survive, in order."""
    found = [Value(address[0]) for address in _ADDRESS.finditer(text)]
    shown = in_digits(_ADDRESS.sub(" ", plain(text)), language, sure=True)
    found += [Value(time[0].strip(), minutes=_minutes(time)) for time in _TIME.finditer(shown)]
    left = _TIME.sub(" ; ", shown)
    for number in _NUMBER.finditer(left):
        if number.start() and left[number.start() - 1].isalpha() and left[number.start() - 1] < "z":
            found.append(Value(_word_around(left, number)))
            continue
        measure, end = _measure(left, number.start(), number.end())
        sign = left[: number.start()].rstrip()[-1:]
        written = (sign if sign in _CURRENCIES else "") + left[number.start() : end].strip()
        found.append(Value(written, frozenset({_amount(number[0], language)}), measures=measure))
    return found


def times(text: str) -> list[frozenset[int]]:
    """The times in a text whose numbers are in digits."""
    return [_minutes(time) for time in _TIME.finditer(text)]


def amounts(text: str) -> set[Decimal]:
    """Every number that a text in digits can be read to hold, whatever its decimal mark."""
    found: set[Decimal] = set()
    for number in _NUMBER.finditer(text):
        for comma in (True, False):
            found.add(_decimal(number[0], comma=comma))
        found |= {Decimal(digits) for digits in re.findall(r"\d+", number[0])}
    return found


def measured(text: str) -> set[str]:
    """The codes of all units and currencies that a text in plain letters names."""
    found = (codes for pattern, codes in _measures(sure=False) if pattern.search(text))
    return set().union(*found)


def _amount(written: str, language: Language) -> Decimal:
    return _decimal(written, comma=language in _DECIMAL_COMMA)


def _decimal(written: str, *, comma: bool) -> Decimal:
    """A number; three digits after a mark are a group unless it is the decimal mark."""
    mark, group = (",", ".") if comma else (".", ",")
    written = re.sub(r"['\u00a0\u202f ]", "", written)
    if written.count(mark) > 1 or (_GROUPED.fullmatch(written) and mark not in written):
        written = written.replace(mark, "")
    elif group in written and mark not in written:
        head, _, tail = written.rpartition(group)
        written = head.replace(group, "") + mark + tail
    return Decimal(written.replace(group, "").replace(mark, ".")).normalize()


def _minutes(time: re.Match[str]) -> frozenset[int]:
    hour = int(time["hour"])
    minute = next((int(time[name]) for name in _MINUTES if time[name]), 0)
    minute = 30 if time["half"] else 15 * int(time["quarters"]) if time["quarters"] else minute
    late, early = time["late"] or time["pm"], time["early"] or time["am"]
    if late and hour < 12:
        hour += 12
    if early and hour == 12:
        hour = 0
    at = hour % 24 * 60 + minute
    sure = late or early or hour > 12 or (time["hour"].startswith("0") and time["minute"])
    return frozenset({at} if sure else {at, (at + _NOON) % (2 * _NOON)})


def _measure(text: str, start: int, end: int) -> tuple[frozenset[str], int]:
    """The unit behind a number, or the currency before it, and where both end."""
    behind, before = text[end : end + 24], text[:start].rstrip()
    for pattern, codes in _measures(sure=True):
        if found := pattern.match(behind, 1 if behind[:1] in {" ", "-", "\u00a0"} else 0):
            return codes, end + found.end()
    return _CURRENCIES.get(before[-1:], frozenset()), end


def _word_around(text: str, number: re.Match[str]) -> str:
    """The word that a number is part of, such as `a4` or `ba2490`."""
    start = number.start()
    while start and text[start - 1].isalnum():
        start -= 1
    return text[start : number.end()]


@cache
def _measures(*, sure: bool) -> Sequence[tuple[re.Pattern[str], frozenset[str]]]:
    """Each name of a unit with all it may mean, the longest name first.

    One that ends with `~` in the table is known in a translation only: in a source, 日 and 月 are
    dates as often as days and months.
    """
    codes: dict[str, set[str]] = {}
    for code, name in _rows():
        if not (sure and name.endswith("~")):
            codes.setdefault(name.rstrip("~"), set()).add(code)
    return [
        (re.compile(_whole(name)), frozenset(codes[name]))
        for name in sorted(codes, key=len, reverse=True)
    ]


def _whole(name: str) -> str:
    ends = r"(?![^\W\d_])" if name[-1].isalpha() and name[-1] < "\u0400" else ""
    begins = r"(?<![^\W\d_])" if name[0].isalpha() and name[0] < "\u0400" else ""
    return begins + re.escape(name) + ends


def _rows() -> Iterator[tuple[str, str]]:
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        code, names = line.split("\t")
        for name in names.split():
            yield code, plain(name)
