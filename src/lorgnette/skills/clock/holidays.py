"""Days with a name: which day Christmas, Easter or 春节 is in a year.

The rules of `holidays.tsv`: `12-25`, `thursday 4 11` (the fourth Thursday of November), and the
movable feasts `easter`, `qingming` and those of `lunar.tsv`, with days added: `easter-2`.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import msgspec

_HERE = Path(__file__).parent
_RULE = re.compile(r"(?P<feast>[a-z]+)(?P<more>[+-]\d+)?")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LUNAR = ("spring", "dragonboat", "qixi", "midautumn", "doubleninth")


class Holiday(msgspec.Struct, frozen=True):
    """What a day is called, further names separated by `|`, and its rule."""

    english: str
    also: str
    chinese: str
    also_chinese: str
    rule: str

    def next_from(self, today: date) -> date | None:
        """The next such day, today included; None when it is not known."""
        days = (self.in_year(year) for year in (today.year, today.year + 1))
        return next((day for day in days if day is not None and day >= today), None)

    def in_year(self, year: int) -> date | None:
        """The day in a year; None when it is not known."""
        if self.rule[0].isdigit():
            return _day(year, self.rule)
        weekday, *which = self.rule.split()
        if which:
            return nth_weekday(year, int(which[1]), _WEEKDAYS.index(weekday), int(which[0]))
        match = _RULE.fullmatch(self.rule)
        start = None if match is None else _FEASTS[match["feast"]](year)
        return start and start + timedelta(days=int((match and match["more"]) or 0))


@cache
def holidays() -> tuple[Holiday, ...]:
    """Every day with a name."""
    return tuple(Holiday(*row) for row in _rows("holidays"))


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The second Sunday of May: `nth_weekday(2026, 5, 6, 2)`; Monday is 0."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm of *Nature*, 1876."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def qingming(year: int) -> date | None:
    """The solar term 清明 of 2000 to 2099, by the usual formula for that century."""
    rest = year - 2000
    return date(year, 4, int(rest * 0.2422 + 4.81) - rest // 4) if 0 <= rest < 100 else None


def _day(year: int, month_and_day: str) -> date:
    month, day = month_and_day.split("-")
    return date(year, int(month), int(day))


def _lunar(column: int) -> Callable[[int], date | None]:
    return lambda year: _lunar_days().get((year, column))


@cache
def _lunar_days() -> dict[tuple[int, int], date]:
    return {
        (int(year), column): _day(int(year), day)
        for year, *days in _rows("lunar")
        for column, day in enumerate(days)
    }


_FEASTS: dict[str, Callable[[int], date | None]] = {"easter": easter, "qingming": qingming}
_FEASTS |= {feast: _lunar(column) for column, feast in enumerate(_LUNAR)}


def _rows(name: str) -> Iterator[list[str]]:
    text = (_HERE / f"{name}.tsv").read_text("utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
