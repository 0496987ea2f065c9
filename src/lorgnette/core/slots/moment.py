"""A moment to come: «tomorrow at 5 pm», «in ten minutes», «at seven», 明天下午三点半, 五分钟后.

- A doubtful hour alone means the next one to come: at 9:00, «at seven» is this evening.
- On a named day it means the one from 7:00 to 18:59: «tomorrow at five» is 17:00.
- A day alone means 9:00; a part of a day its usual hour («tomorrow evening» is 19:00).
- Midnight is the end of the day that was named.

What lies in the past is no moment: «today at three» said at four is not understood.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, NewType

from lorgnette.core.slots import calendar
from lorgnette.core.slots.calendar import Day
from lorgnette.core.slots.clock import CHINESE_DAYPARTS, CLOCK, DAYPARTS
from lorgnette.core.slots.clocktime import Clocktime, Daypart
from lorgnette.core.slots.date import DATE
from lorgnette.core.slots.date import show as show_date
from lorgnette.core.slots.duration import DURATION
from lorgnette.core.slots.instant import later
from lorgnette.core.slots.phrases import Part, Table, Ways
from lorgnette.core.slots.registry import register
from lorgnette.core.slots.said import Said
from lorgnette.core.slots.slot import Context
from lorgnette.core.types import CHINESE, ENGLISH, Language

Moment = NewType("Moment", datetime)
"""An aware time to come, in the wearer's zone."""

_Find = Callable[[datetime], datetime | None]
"""A moment as it was said, found from the present one."""

_START = Clocktime(9)


def _after(span: timedelta) -> _Find:
    return lambda now: later(now, span)


def _next(clock: Clocktime) -> _Find:
    return clock.next_after


def _on(day: Day, clock: Clocktime = _START) -> _Find:
    def find(now: datetime) -> datetime | None:
        date = day(now.date())
        if date is None:
            return None
        if date == now.date():
            return clock.later_on(date, now)
        return clock.by_day().on(date, now.tzinfo)

    return find


def _part_of(day: Day, part: Daypart, clock: Clocktime | None = None) -> _Find | None:
    clock = part.alone() if clock is None else part.of(clock)
    return None if clock is None else _on(day, clock)


def _part_of_named(named: tuple[int, Daypart], clock: Clocktime | None = None) -> _Find | None:
    """`named`: days from today, and the part of that day: «tonight»."""
    return _part_of(calendar.days(named[0]), named[1], clock)


def _english() -> Part[_Find]:
    tonight = Daypart(DAYPARTS["night"].hours, 20)
    named = {"tonight": (0, tonight), "this night": (0, tonight)}
    named |= {f"this {part}": (0, DAYPARTS[part]) for part in ("morning", "afternoon", "evening")}
    parts: dict[str, Part[Any]] = {
        "span": DURATION.part(ENGLISH),
        "day": DATE.part(ENGLISH),
        "clock": CLOCK.part(ENGLISH),
        "part": Table(DAYPARTS),
        "named": Table(named),
    }
    ways: dict[str, Callable[..., _Find | None]] = {
        "(in|after) {span}": _after,
        "{span} from now": _after,
        "{clock}": _next,
        "{day} {clock}": _on,
        "{clock} {day}": _on,
        "{day}": _on,
        "{day} [in the|at] {part}": _part_of,
        "{day} [in the|at] {part} {clock}": _part_of,
        "{clock} {day} [in the|at] {part}": _part_of,
        "{named}": _part_of_named,
        "{named} {clock}": _part_of_named,
        "{clock} {named}": _part_of_named,
    }
    return Ways(
        parts,
        ways,
        "(in|after) {span}|{day} [{part}] [{clock}]|{clock} [{day} [{part}]|{named}]"
        "|{named} [{clock}]",
    )


def _chinese() -> Part[_Find]:
    dayparts = Table(CHINESE_DAYPARTS)
    morning, night = (dayparts.scan(words, 0)[0][1] for words in (("早", "上"), ("晚", "上")))
    parts: dict[str, Part[Any]] = {
        "span": DURATION.part(CHINESE),
        "day": DATE.part(CHINESE),
        "clock": CLOCK.part(CHINESE),
        "part": dayparts,
        "named": Table(
            {"今早": (0, morning), "今晚": (0, night), "明早": (1, morning), "明晚": (1, night)}
        ),
    }
    ways: dict[str, Callable[..., _Find | None]] = {
        "{span}(后|以后|之后)": _after,
        "(过|再过){span}": _after,
        "{clock}": _next,
        "{day}[的]{clock}": _on,
        "{day}": _on,
        "{day}[的]{part}": _part_of,
        "{named}": _part_of_named,
        "{named}[的]{clock}": _part_of_named,
    }
    return Ways(parts, ways, "{span}(后|以后|之后)|{clock}|{day}[{clock}|{part}]|{named}[{clock}]")


def _show(value: datetime, language: Language) -> str:
    day, clock = show_date(value, language), CLOCK.show(_wall(value), language)
    return f"{day} {clock}" if language == CHINESE else f"{day} at {clock}"


def _wall(value: datetime) -> Clocktime:
    return Clocktime(value.hour, value.minute, value.second)


def _settle(find: _Find, context: Context) -> datetime | None:
    moment = find(context.now)
    return moment if moment is not None and moment > context.now else None


MOMENT: Said[datetime] = Said("moment", {ENGLISH: _english, CHINESE: _chinese}, _show, _settle)

register(Moment, MOMENT)
register(datetime, MOMENT)
