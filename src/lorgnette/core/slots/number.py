"""Numbers: `int`, `float`, exact `Number`, `Ordinal` («the second one») and `Percent`."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from math import isfinite
from typing import NewType

from lorgnette.core.slots.numerals import chinese, english
from lorgnette.core.slots.numerals.digits import Numeral, Reading, number, written
from lorgnette.core.slots.phrases import Part, Scanner, Table, Ways
from lorgnette.core.slots.registry import register
from lorgnette.core.slots.said import Said
from lorgnette.core.slots.slot import Context
from lorgnette.core.types import CHINESE, ENGLISH, Language

Number = Decimal
"""A number without rounding: 0.1 and 0.2 are 0.3."""

Ordinal = NewType("Ordinal", int)
"""Which one of several: «the second one» is 2, «the last» is -1."""

Percent = NewType("Percent", float)
"""A share in hundredths: «20 percent» is 20.0, «half» is 50.0, «maximum» is 100.0."""

_PHRASES: Mapping[Language, Callable[[], Part[Numeral]]] = {
    ENGLISH: lambda: Scanner(english.numbers, english.NUMBER),
    CHINESE: lambda: Scanner(chinese.numbers, chinese.NUMBER),
}

_WHOLES: Mapping[Language, Callable[[], Part[Numeral]]] = {
    ENGLISH: lambda: Scanner(english.numbers, f"[minus] ({english.WHOLE})"),
    CHINESE: lambda: Scanner(chinese.numbers, f"[负]({chinese.WHOLE})"),
}


def _whole(value: Numeral, _: Context) -> int | None:
    return value if isinstance(value, int) else None


def _exact(value: Numeral, _: Context) -> Decimal:
    return Decimal(value)


def _float(value: Numeral, _: Context) -> float:
    return float(value)


def _show(value: float | Decimal, _: Language) -> str:
    if isinstance(value, float):
        if not isfinite(value):
            return str(value)
        value = Decimal(str(value))
    return written(value)


def _english_ordinals() -> Part[int]:
    return Ways(
        {
            "nth": Table(
                {english.ordinal(value): value for value in range(1, 100)},
                {english.suffixed(value): value for value in range(1, 1000)},
                "|".join(english.ORDINALS),
            ),
            "number": Scanner(english.wholes, english.BELOW_100),
        },
        {
            "[the] {nth} [one]": lambda nth: nth,
            "[the] last [one]": lambda: -1,
            "number {number}": lambda number: number,
        },
    )


def _chinese_ordinals() -> Part[int]:
    return Ways(
        {"number": Scanner(chinese.wholes, chinese.BELOW_100)},
        {
            "第{number}[个|条|项|张]": lambda number: number,
            "最后[一](个|条|项|张)": lambda: -1,
        },
    )


def _show_ordinal(value: int, language: Language) -> str:
    if value == -1:
        return "最后一个" if language == CHINESE else "last"
    return f"第{value}" if language == CHINESE else english.suffixed(value)


def _signed(words: Sequence[str], at: int) -> list[Reading]:
    """`20%` as one word."""
    if at >= len(words) or not words[at].endswith("%"):
        return []
    value = number(words[at][:-1])
    return [] if value is None else [(at + 1, value)]


def _bare(number: Numeral) -> Numeral | None:
    """«volume to fifty»; but «half» is 50, not 0.5."""
    return None if 0 < number < 1 else number


def _english_percents() -> Part[Numeral]:
    return Ways(
        {"number": Scanner(english.numbers, english.BELOW_100), "signed": Scanner(_signed)},
        {
            "{number} (percent|per cent|%)": lambda number: number,
            "{number}": _bare,
            "(a|one) hundred percent": lambda: 100,
            "{signed}": lambda signed: signed,
            "half": lambda: 50,
            "[the] (maximum|max)|full": lambda: 100,
            "[the] (minimum|min)": lambda: 0,
        },
    )


def _chinese_percents() -> Part[Numeral]:
    return Ways(
        {"number": Scanner(chinese.numbers, chinese.BELOW_100), "signed": Scanner(_signed)},
        {
            "百分之{number}": lambda number: number,
            "{number}%": lambda number: number,
            "{number}": _bare,
            "{number}成": lambda number: number * 10,
            "百分之百": lambda: 100,
            "{signed}": lambda signed: signed,
            "一半": lambda: 50,
            "(最大|最高)": lambda: 100,
            "(最小|最低)": lambda: 0,
        },
    )


def _show_percent(value: float, language: Language) -> str:
    return f"{_show(value, language)}%"


register(int, Said("whole number", _WHOLES, _show, _whole))
register(float, Said("number", _PHRASES, _show, _float))
register(Number, Said("number", _PHRASES, _show, _exact))
register(
    Ordinal,
    Said("ordinal", {ENGLISH: _english_ordinals, CHINESE: _chinese_ordinals}, _show_ordinal),
)
register(
    Percent,
    Said(
        "percent", {ENGLISH: _english_percents, CHINESE: _chinese_percents}, _show_percent, _float
    ),
)
