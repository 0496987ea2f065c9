"""Days that have been: «Monday» is asked for in a memory, not in a calendar."""

from datetime import date, datetime, timedelta

from lorgnette.core.slots.date import DATE
from lorgnette.core.slots.slot import Context
from lorgnette.core.types import Language
from lorgnette.core.words import split

WEEK = timedelta(days=7)


def day_named(text: str, now: datetime, language: Language) -> date | None:
    """The day that a text names and nothing else, as it was last; None when it is no day."""
    words = split(text, language)
    for used, day in DATE.read(words, Context(language, now)):
        if used == len(words):
            return last(day, now.date())
    return None


def last(day: date, today: date) -> date:
    """A day that is to come, as it was last: a week before, or some years."""
    if day <= today:
        return day
    if day - today <= WEEK:
        return day - WEEK
    while day > today:
        leap = (day.month, day.day) == (2, 29)
        day = day.replace(year=day.year - (4 if leap else 1))
    return day


def hours_of(day: date, now: datetime) -> tuple[datetime, datetime]:
    """When a day began, and when it was over, where the clock shows `now`."""
    begins = datetime.combine(day, datetime.min.time(), now.tzinfo)
    return begins, datetime.combine(day + timedelta(days=1), datetime.min.time(), now.tzinfo)
