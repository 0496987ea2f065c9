"""How English names days."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from lorgnette.core.slots import calendar
from lorgnette.core.slots.calendar import Day
from lorgnette.core.slots.numerals import digits, english
from lorgnette.core.slots.phrases import Part, Scanner, Table, Ways

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August"]
MONTHS += ["September", "October", "November", "December"]

_UNITS = {"day|days": 1, "week|weeks": 7, "month|months": -1, "year|years": -12}


def phrases() -> Part[Day]:
    """Every way to name a day."""
    parts: dict[str, Part[Any]] = {
        "weekday": Table(
            {name.lower(): number for number, name in enumerate(WEEKDAYS)},
            {name.lower()[:3]: number for number, name in enumerate(WEEKDAYS)},
        ),
        "month": Table(
            {name.lower(): number for number, name in enumerate(MONTHS, 1)},
            {name.lower()[:3]: number for number, name in enumerate(MONTHS, 1)},
        ),
        "nth": Table(
            {english.ordinal(day): day for day in range(1, 32)},
            {english.suffixed(day): day for day in range(1, 32)},
            "|".join(english.ORDINALS) + "|twentieth|thirtieth|(twenty|thirty) "
            f"({'|'.join(english.ORDINALS[:9])})",
        ),
        "number": Table(english.table(range(1, 32)), digits.table(range(1, 32)), ""),
        "year": Scanner(_years),
        "count": Scanner(english.wholes, english.BELOW_100),
        "unit": Table(_UNITS),
        "iso": calendar.WRITTEN,
    }
    ways: dict[str, Callable[..., Day | None]] = {
        "today": partial(calendar.days, 0),
        "tomorrow": partial(calendar.days, 1),
        "yesterday": partial(calendar.days, -1),
        "[the] day after tomorrow": partial(calendar.days, 2),
        "[the] day before yesterday": partial(calendar.days, -2),
        "[on] {weekday}": calendar.coming,
        "[on] (this|this coming|coming) {weekday}": calendar.today_or_coming,
        "[on] next {weekday}": partial(calendar.of_week, weeks=1),
        "[on] last {weekday}": calendar.passed,
        "(a week from|a week on) {weekday}": lambda weekday: calendar.then(
            calendar.coming(weekday), 7
        ),
        "[on] [this|the] weekend": partial(calendar.today_or_coming, 5),
        "[on] next weekend": partial(calendar.of_week, 5, 1),
        "in {count} {unit}": calendar.ahead,
        "{count} {unit} from (now|today)": calendar.ahead,
        "{count} {unit} ago": partial(calendar.ahead, sign=-1),
        "in (a|an) {unit}": partial(calendar.ahead, 1),
        "(a|an) {unit} from (now|today)": partial(calendar.ahead, 1),
        "(a|an) {unit} ago": partial(calendar.ahead, 1, sign=-1),
        "next {unit}": partial(calendar.ahead, 1),
        "last {unit}": partial(calendar.ahead, 1, sign=-1),
        "[on] [{weekday}] [the] {day:nth} [of] {month} [{year}]": calendar.named,
        "[on] [{weekday}] {month} [the] ({day:nth}|{day:number}) [{year}]": calendar.named,
        "[on] [{weekday}] {day:number} [of] {month} [{year}]": calendar.named,
        "[on] the {day:nth}": calendar.of_month,
        "[on] {iso}": lambda iso: iso,
    }
    return Ways(
        parts,
        ways,
        "today|tomorrow|yesterday|(this|next) weekend|[the] day (after tomorrow|before yesterday)"
        "|[on] [this|next|last] ({weekday})|in ({count}|a) ({unit})|(next|last) ({unit})"
        "|[on] ([the] {nth} [of] {month}|{month} [the] {nth})|[on] the {nth}",
    )


def _years(words: Sequence[str], at: int) -> list[tuple[int, int]]:
    """Years as numbers, and in two halves: «twenty twenty six»."""
    halves = [
        (end, high * 100 + low)
        for middle, high in english.wholes(words, at)
        if high in (19, 20, 21)
        for end, low in english.wholes(words, middle)
        if 10 <= low < 100
    ]
    return calendar.years(halves + english.wholes(words, at))
