"""How long: «an hour and a half», «one minute thirty», «90 seconds», 两个半小时, 一刻钟."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from decimal import Decimal

from lorgnette.core.slots.numerals import chinese, english
from lorgnette.core.slots.numerals.digits import Numeral, written
from lorgnette.core.slots.phrases import Part, Scanner, Table, Ways
from lorgnette.core.slots.registry import register
from lorgnette.core.slots.said import Said
from lorgnette.core.types import CHINESE, ENGLISH, Language

Duration = timedelta
"""How long something lasts."""

SECOND, MINUTE, HOUR, DAY, WEEK = 1, 60, 3600, 86_400, 604_800

_SMALLER = {HOUR: MINUTE, MINUTE: SECOND}
_LONGEST = 36_525 * DAY  # a century
_HALF, _QUARTER, _THREE_QUARTERS = Decimal("0.5"), Decimal("0.25"), Decimal("0.75")

_Stretch = tuple[Numeral, int]
"""Seconds, and the unit they were said in."""


def _stretch(number: Numeral, unit: int) -> _Stretch | None:
    return (number * unit, unit) if 0 <= number * unit < _LONGEST else None


def _and_half(number: Numeral, unit: int) -> _Stretch | None:
    return _stretch(number + _HALF, unit)


def _english() -> Part[timedelta]:
    units = Table(
        {"second|seconds": SECOND, "minute|minutes": MINUTE, "hour|hours": HOUR}
        | {"day|days": DAY, "week|weeks": WEEK},
        {"s|sec|secs": SECOND, "m|min|mins": MINUTE, "h|hr|hrs": HOUR, "d": DAY, "w": WEEK},
    )
    stretch = Ways[_Stretch](
        {"number": Scanner(english.numbers), "unit": units},
        {
            "{number} {unit}": _stretch,
            "{number} {unit} and a half": _and_half,
            "(a|an) {unit}": lambda unit: _stretch(1, unit),
            "(a|an) {unit} and a half": lambda unit: _and_half(1, unit),
            "[a] half [a|an] {unit}": lambda unit: _stretch(_HALF, unit),
            "[a] quarter [of] (a|an) {unit}": lambda unit: _stretch(_QUARTER, unit),
            "three quarters of (a|an) {unit}": lambda unit: _stretch(_THREE_QUARTERS, unit),
            "a couple [of] {unit}": lambda unit: _stretch(2, unit),
        },
    )
    template = (
        f"({english.BELOW_1000}|a|an|[a] half [a|an]|a couple [of]|(a quarter|three quarters) of an"
        f"|({english.BELOW_100}) (and a half|point {english.DIGIT})) ({units.template})"
        f" [and a half|[and] ({english.BELOW_100}) [{units.template}]]"
    )
    return Scanner(_joined(stretch, Scanner(english.wholes), ("and",)), template)


def _chinese() -> Part[timedelta]:
    units = Table(
        {"秒|秒钟": SECOND, "分|分钟": MINUTE, "[个](小时|钟头)|个钟": HOUR}
        | {"天": DAY, "[个](星期|礼拜)|周": WEEK},
        {"s|sec": SECOND, "min": MINUTE, "h": HOUR, "日": DAY},
    )
    stretch = Ways[_Stretch](
        {"number": Scanner(chinese.numbers), "unit": units},
        {
            "{number}{unit}": _stretch,
            "{number}{unit}半": _and_half,
            "{number}刻[钟]": lambda number: (number * 15 * MINUTE, MINUTE),
        },
    )
    template = (
        f"([一]刻钟|[一]半[个](小时|钟头|天)|({chinese.BELOW_100})个半(小时|钟头)"
        f"|({chinese.BELOW_1000})({units.template})[半|[零|又]({chinese.BELOW_100})[{units.template}]])"
    )
    return Scanner(_joined(stretch, Scanner(chinese.wholes), ("零", "又")), template)


def _joined(
    stretch: Part[_Stretch], rest: Part[int], joints: Sequence[str]
) -> Callable[[Sequence[str], int], list[tuple[int, timedelta]]]:
    """Stretches of falling units together; the last may lack its unit: «one minute thirty»."""

    def scan(words: Sequence[str], at: int) -> list[tuple[int, timedelta]]:
        found: list[tuple[int, timedelta]] = []
        waiting = [(end, *said) for end, said in stretch.scan(words, at)]
        for end, seconds, unit in waiting:  # grows while it is walked; units fall, so it ends
            found.append((end, timedelta(microseconds=int(seconds * 1_000_000))))
            if unit == SECOND or end == len(words):
                continue
            after = end + 1 if words[end] in joints else end
            for stop, (more, smaller) in stretch.scan(words, after):
                if smaller < unit and more < unit:
                    waiting.append((stop, seconds + more, smaller))
            if unit in _SMALLER:
                for stop, count in rest.scan(words, after):
                    if count < 60:
                        waiting.append((stop, seconds + count * _SMALLER[unit], SECOND))
        return found

    return scan


_ENGLISH_UNITS = ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute"))
_CHINESE_UNITS = ((DAY, "天"), (HOUR, "小时"), (MINUTE, "分钟"))


def _show(value: timedelta, language: Language) -> str:
    sign = "-" if value < timedelta(0) else ""
    left = abs(value)
    said: list[str] = []
    for seconds, name in _CHINESE_UNITS if language == CHINESE else _ENGLISH_UNITS:
        count, left = divmod(left, timedelta(seconds=seconds))
        if count:
            said.append(_counted(count, name))
    if left or not said:
        seconds_left = Decimal(left // timedelta(microseconds=1)) / 1_000_000
        said.append(_counted(seconds_left, "秒" if language == CHINESE else "second"))
    return sign + " ".join(said)


def _counted(count: Numeral, name: str) -> str:
    plural = "s" if name.isascii() and count != 1 else ""
    return f"{written(count, grouped=False)} {name}{plural}"


DURATION: Said[timedelta] = Said("duration", {ENGLISH: _english, CHINESE: _chinese}, _show)

register(Duration, DURATION)
