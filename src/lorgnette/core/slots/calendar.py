"""Days of the calendar, named by how they lie to today."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from lorgnette.core.slots.phrases import Scanner

Day = Callable[[date], date | None]
"""A day as it was said: «tomorrow» is the day after the one it is given. None: there is no such."""

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""Days outside are not understood."""


def days(count: int) -> Day:
    """So many days from today."""
    return lambda today: _within(today, count)


def months(count: int, day: int | None = None) -> Day:
    """The same day, or that day, so many months from now; the last of the month at the latest."""

    def find(today: date) -> date | None:
        year, month = divmod(today.year * 12 + today.month - 1 + count, 12)
        if not FIRST.year <= year <= LAST.year:
            return None
        if day is not None:
            return exact(year, month + 1, day)
        return next(
            found
            for each in range(today.day, 0, -1)
            if (found := exact(year, month + 1, each)) is not None
        )

    return find


def ahead(count: int, unit: int, sign: int = 1) -> Day:
    """So many units from today: a unit is some days, or some months below zero: -12 is a year."""
    return months(-unit * count * sign) if unit < 0 else days(unit * count * sign)


def coming(weekday: int) -> Day:
    """The next such day after today; Monday is 0."""
    return lambda today: _within(today, (weekday - today.weekday() - 1) % 7 + 1)


def passed(weekday: int) -> Day:
    """The last such day before today."""
    return lambda today: _within(today, -((today.weekday() - weekday - 1) % 7 + 1))


def today_or_coming(weekday: int) -> Day:
    """Today, or the next such day."""
    return lambda today: _within(today, (weekday - today.weekday()) % 7)


def of_week(weekday: int, weeks: int) -> Day:
    """The day of this week (0), the next (1), the last (-1). Weeks begin on Monday."""
    return lambda today: _within(today, weekday - today.weekday() + 7 * weeks)


def then(day: Day, count: int) -> Day:
    """So many days after another day."""

    def find(today: date) -> date | None:
        start = day(today)
        return start and _within(start, count)

    return find


def named(month: int, day: int, year: int | None = None, weekday: int | None = None) -> Day:
    """A day of the calendar. Without a year it is the next one, today included.

    A weekday said with it must fit, and so tells the year.
    """

    def find(today: date) -> date | None:
        years = range(today.year, today.year + 12) if year is None else (year,)
        for each in years:
            found = exact(each, month, day)
            if found is None or (year is None and found < today):
                continue
            if weekday is None or found.weekday() == weekday:
                return found
        return None

    return find


def of_month(day: int) -> Day:
    """«the 5th»: of this month, or of the next that has one, today included."""

    def find(today: date) -> date | None:
        for count in range(3):
            found = months(count, day)(today)
            if found and found >= today:
                return found
        return None

    return find


def exact(year: int, month: int, day: int) -> date | None:
    """A day by its numbers, or None."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if FIRST <= found <= LAST else None


def _within(start: date, count: int) -> date | None:
    if abs(count) > 200_000:
        return None
    found = start + timedelta(days=count)
    return found if FIRST <= found <= LAST else None


def years(readings: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those numbers that can be years."""
    return [reading for reading in readings if FIRST.year <= reading[1] <= LAST.year]


_ISO = re.compile(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})")


def _written(words: Sequence[str], at: int) -> list[tuple[int, Day]]:
    match = _ISO.fullmatch(words[at]) if at < len(words) else None
    if not match:
        return []
    year, month, day = map(int, match.groups())
    return [(at + 1, named(month, day, year))]


WRITTEN = Scanner(_written)
"""`2026-12-01`."""
