"""Days one asks about: dates as everywhere («next friday», 五月五日), and days with a name."""

from collections.abc import Callable, Mapping
from datetime import date

import msgspec

from lorgnette.core.slots import Context, register
from lorgnette.core.slots.calendar import Day
from lorgnette.core.slots.date import DATE
from lorgnette.core.slots.phrases import Part, Table, Ways
from lorgnette.core.slots.said import Said
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.skills.clock.holidays import Holiday, holidays


class Occasion(msgspec.Struct, frozen=True):
    """A day; `holiday` is its English name when it was asked for by one."""

    day: date
    holiday: str = ""


Find = Callable[[date], Occasion | None]
"""A day as it was said, found from today."""


class Occasions(Said[Occasion]):
    """Reads occasions. «When is …» may be about anything: what is no day is no question."""

    guessed = False


def _english() -> Part[Find]:
    names = {f"{each.english}|{each.also}".rstrip("|"): each for each in holidays()}
    return _ways({name.lower(): each for name, each in names.items()}, ENGLISH)


def _chinese() -> Part[Find]:
    names = {f"{each.chinese}|{each.also_chinese}".rstrip("|"): each for each in holidays()}
    return _ways(names, CHINESE)


def _ways(names: Mapping[str, Holiday], language: Language) -> Part[Find]:
    return Ways(
        {"day": DATE.part(language), "holiday": Table(names)},
        {"{day}": _on_day, "{holiday}": _on_holiday},
    )


def _on_day(day: Day) -> Find:
    def find(today: date) -> Occasion | None:
        found = day(today)
        return None if found is None else Occasion(found)

    return find


def _on_holiday(holiday: Holiday) -> Find:
    def find(today: date) -> Occasion | None:
        found = holiday.next_from(today)
        return None if found is None else Occasion(found, holiday.english)

    return find


def _settle(find: Find, context: Context) -> Occasion | None:
    return find(context.now.date())


def show(value: Occasion, language: Language) -> str:
    """The name of the day, or its date."""
    known = {each.english: each for each in holidays()}.get(value.holiday)
    if known is None:
        return value.holiday or DATE.show(value.day, language)
    return known.chinese if language == CHINESE else known.english


register(Occasion, Occasions("day", {ENGLISH: _english, CHINESE: _chinese}, show, _settle))
