"""How Chinese names days."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from lorgnette.core.slots import calendar
from lorgnette.core.slots.calendar import Day
from lorgnette.core.slots.numerals import chinese, digits
from lorgnette.core.slots.phrases import Part, Scanner, Table, Ways

WEEKDAYS = "一二三四五六日"

_NEAR = {"今天": 0, "明天": 1, "后天": 2, "大后天": 3, "昨天": -1, "前天": -2, "大前天": -3}
_UNITS = {"天": 1, "[个](星期|礼拜)|周": 7, "个月": -1, "年": -12}
_DAY = "|".join(chinese.DIGITS[1:]) + "|[二|三]十[一|二|三|四|五|六|七|八|九]"


def phrases() -> Part[Day]:
    """Every way to name a day."""
    names = {name: number for number, name in enumerate(WEEKDAYS)} | {"天": 6}
    parts: dict[str, Part[Any]] = {
        "near": Table(_NEAR, {"今日": 0, "明日": 1, "昨日": -1}),
        "weekday": Table(names),
        "month": Table(
            {chinese.spelled(month): month for month in range(1, 13)}, digits.table(range(1, 13))
        ),
        "day": Table(
            {chinese.spelled(day): day for day in range(1, 32)}, digits.table(range(1, 32)), _DAY
        ),
        "year": Scanner(_years),
        "count": Scanner(chinese.wholes, chinese.BELOW_100),
        "unit": Table(_UNITS),
        "whose": Table({"今年": 0, "明年": 1, "后年": 2, "去年": -1}),
    }
    week, day = "(周|星期|礼拜)", "{month}月{day}[号|日]"
    ways: dict[str, Callable[..., Day]] = {
        "{count:near}": calendar.days,
        f"{week}{{weekday}}": calendar.coming,
        f"(这|这个|本){week}{{weekday}}": partial(calendar.of_week, weeks=0),
        f"(下|下个){week}{{weekday}}": partial(calendar.of_week, weeks=1),
        f"(下下|下下个){week}{{weekday}}": partial(calendar.of_week, weeks=2),
        f"(上|上个){week}{{weekday}}": partial(calendar.of_week, weeks=-1),
        "[这[个]|本]周末": partial(calendar.today_or_coming, 5),
        "下[个]周末": partial(calendar.of_week, 5, 1),
        "{count}{unit}(后|以后|之后)": calendar.ahead,
        "{count}{unit}(前|以前|之前)": partial(calendar.ahead, sign=-1),
        "下[个]{unit}": partial(calendar.ahead, 1),
        "下个月{day}(号|日)": partial(calendar.months, 1),
        "(这个月|本月){day}(号|日)": partial(calendar.months, 0),
        "{day}(号|日)": calendar.of_month,
        f"{day}[{week}{{weekday}}]": calendar.named,
        f"{{year}}年{day}[{week}{{weekday}}]": calendar.named,
        f"{{whose}}{day}": _of_year,
        "{iso}": lambda iso: iso,
    }
    return Ways(
        parts | {"iso": calendar.WRITTEN},
        ways,
        "{near}|[这|下]周末|[这|下|下下|上](周|星期|礼拜){weekday}|{count}{unit}(后|以后)|下(周|个月)"
        "|[下个月|{month}月]{day}(号|日)",
    )


def _of_year(whose: int, month: int, day: int) -> Day:
    return lambda today: calendar.exact(today.year + whose, month, day)


def _years(words: Sequence[str], at: int) -> list[tuple[int, int]]:
    return calendar.years(chinese.wholes(words, at))
