"""By when: the day that a sentence names, seen from the day of the meeting."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Final

from lorgnette.core.minutes.said import Said
from lorgnette.core.slots import calendar
from lorgnette.core.slots.calendar import Day
from lorgnette.core.slots.date import DATE
from lorgnette.core.slots.phrases import Part, Ways
from lorgnette.core.types import CHINESE, ENGLISH, Language

FRIDAY: Final = 4
SHORTEST: Final = 4
"""Letters of a day's name that is sure without «by»: not «sat» and «sun»."""


def _end_of_month(today: dt.date, months: int = 0) -> dt.date | None:
    year, month = divmod(today.year * 12 + today.month + months, 12)
    first = calendar.exact(year, month + 1, 1)
    return first - dt.timedelta(days=1) if first else None


def _end_of_year(today: dt.date) -> dt.date | None:
    return calendar.exact(today.year, 12, 31)


_WEEK, _NEXT_WEEK = calendar.today_or_coming(FRIDAY), calendar.of_week(FRIDAY, 1)
_ENDS: Final[dict[Language, dict[str, Day]]] = {
    ENGLISH: {
        "(tonight|this (morning|afternoon|evening)|eod|[the] end of [the|this] day)": (
            calendar.days(0)
        ),
        "([the] end of [the|this] week|this week|eow)": _WEEK,
        "[the] end of next week": _NEXT_WEEK,
        "([the] end of [the|this] month|this month)": _end_of_month,
        "[the] end of next month": partial(_end_of_month, months=1),
        "([the] end of [the|this] year|this year)": _end_of_year,
    },
    CHINESE: {
        "(今晚|今早|下班前|下班之前)": calendar.days(0),
        "(明早|明晚)": calendar.days(1),
        "(本周|这周|这个星期|本星期)[[之]内]": _WEEK,
        "(下周末前|下周内|下周之内)": _NEXT_WEEK,
        "[这个|本]月底": _end_of_month,
        "(本月|这个月)[之]内": _end_of_month,
        "(下月底|下个月底)": partial(_end_of_month, months=1),
        "[今]年底": _end_of_year,
    },
}


@cache
def _days(language: Language) -> Part[Day]:
    ends: dict[str, Callable[..., Day]] = {
        pattern: partial(_itself, day) for pattern, day in _ENDS[language].items()
    }
    return Ways({"day": DATE.part(language)}, {"{day}": lambda day: day, **ends}, "")


def _itself(day: Day) -> Day:
    return day


def due(said: Said, began: dt.datetime | None) -> dt.date | None:
    """The day by which something is to be done; None when none is named or nobody knows today.

    A day after «by» counts before any other; days that are over are not meant, nor are those in
    a clause that denies something («I'm not here next week»).
    """
    if began is None or said.rules is None:
        return None
    denied = {said.clause_of(cue.first) for cue in said.cues if "not" in cue.kinds}
    today, days, at = began.date(), _days(said.rules.language), 0
    likely: dt.date | None = None
    while at < len(said.words):
        end, day = _longest(days.scan(said.words, at), today)
        if day is not None and day >= today and said.clause_of(at) not in denied:
            before = said.words[at - 1] if at else ""
            if before in said.rules.due_after:
                return day
            if before not in said.rules.not_due_after and _sure(said.words[at:end]):
                likely = likely or day
        at = max(end, at + 1)
    return likely


def end_of_day(said: Said, at: int) -> int:
    """Where the day ends that is named at a word; the word itself when none is."""
    if said.rules is None:
        return at
    return max((end for end, _ in _days(said.rules.language).scan(said.words, at)), default=at)


def _longest(found: Sequence[tuple[int, Day]], today: dt.date) -> tuple[int, dt.date | None]:
    longest: tuple[int, dt.date | None] = (0, None)
    for end, day in found:
        if end > longest[0] and (date := day(today)):
            longest = (end, date)
    return longest


def _sure(words: Sequence[str]) -> bool:
    """Whether words can only be a day: «the second» is rather a point, and «sat» a verb."""
    if words[0] == "the" and words[1] not in ("end", "day"):
        return len(words) > 2
    return len(words) > 1 or len(words[0]) >= SHORTEST
