"""Times of day: «half past seven», «7 30 pm», «19:05», «noon», 下午三点半, 差五分九点.

«seven» is 7:00 with `explicit` false: it may mean the evening. Whoever asks for a `Clocktime` sees
that and can ask back or choose; whoever asks for a plain `datetime.time` gets 7:00.
"""

import re
from collections.abc import Callable, Sequence
from datetime import time
from typing import Any

from lorgnette.core.slots.clocktime import Clocktime, Daypart
from lorgnette.core.slots.numerals import chinese, digits, english
from lorgnette.core.slots.phrases import Part, Scanner, Table, Ways
from lorgnette.core.slots.registry import register
from lorgnette.core.slots.said import Said
from lorgnette.core.slots.slot import Context
from lorgnette.core.types import CHINESE, ENGLISH, Language

_MORNING = Daypart(range(12), 9)
_AFTERNOON = Daypart(range(12, 19), 15)
_EVENING = Daypart(range(16, 24), 19)
_NIGHT = Daypart((*range(18, 25), *range(1, 6)), 21)

DAYPARTS = {"morning": _MORNING, "afternoon": _AFTERNOON, "evening": _EVENING, "night": _NIGHT}
CHINESE_DAYPARTS = {
    "凌晨": Daypart(range(7), 5),
    "早上|早晨|清晨": Daypart(range(4, 12), 8),
    "上午": Daypart(range(13), 10),
    "中午": Daypart(range(11, 15), 12),
    "下午": Daypart(range(12, 24), 15),
    "傍晚": Daypart(range(16, 21), 18),
    "晚上|夜里|晚间": Daypart((*range(17, 25), *range(1, 4)), 20),
    "半夜|深夜": Daypart((22, 23, 24, *range(1, 6)), 23),
}

_DIGITAL = re.compile(r"([01]?[0-9]|2[0-4])[:.]([0-5][0-9])(?::([0-5][0-9]))?")


def _doubtful(hour: int, minute: int = 0) -> Clocktime:
    return Clocktime(hour, minute, explicit=not 1 <= hour <= 12)


def _before(hour: int, minutes: int) -> Clocktime:
    """«ten to seven»."""
    return _doubtful((hour - 2) % 12 + 1 if hour <= 12 else hour - 1, 60 - minutes)


def _digital(words: Sequence[str], at: int) -> list[tuple[int, Clocktime]]:
    """`19:05`, `7.30`; an hour with a leading zero is in no doubt."""
    match = _DIGITAL.fullmatch(words[at]) if at < len(words) else None
    if not match:
        return []
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    if hour == 24 and (minute or second):
        return []
    explicit = not 1 <= hour <= 12 or match[1].startswith("0")
    return [(at + 1, Clocktime(hour, minute, second, explicit))]


_DIGITAL_CLOCK = Scanner(_digital)


def english_base() -> Part[Clocktime]:
    """English times without a part of the day."""
    past, to = "(past|after)", "(to|of|before|till|til)"
    ways: dict[str, Callable[..., Clocktime]] = {
        "{hour} [o'clock]": _doubtful,
        "({hour}|{hour:late}) {minute} [o'clock]": _doubtful,
        "half [past] {hour}": lambda hour: _doubtful(hour, 30),
        f"[a] quarter {past} {{hour}}": lambda hour: _doubtful(hour, 15),
        f"[a] quarter {to} {{hour}}": lambda hour: _before(hour, 15),
        f"{{minute:minutes}} [minute|minutes] {past} {{hour}}": _doubtful,
        f"{{minutes}} [minute|minutes] {to} {{hour}}": _before,
        "{digital} [o'clock]": lambda digital: digital,
    }
    zeros = {f"(oh|o|zero) {english.spelled(minute)}": minute for minute in range(1, 10)}
    parts: dict[str, Part[Any]] = {
        "hour": Table(english.table(range(1, 13)), digits.table(range(1, 13))),
        "late": Table({}, english.table((0, *range(13, 24)))),
        "minute": Table(
            zeros | english.table(range(10, 60)),
            {f"{minute:02}": minute for minute in range(60)},
            f"oh {english.DIGIT}|{english.MINUTES}",
        ),
        "minutes": Table(
            english.table(range(1, 60)), digits.table(range(1, 60)), "five|ten|twenty [five]"
        ),
        "digital": _DIGITAL_CLOCK,
    }
    hour = parts["hour"].template
    return Ways(
        parts,
        ways,
        f"({hour}) [o'clock|{parts['minute'].template}]|(half past"
        f"|([a] quarter|{parts['minutes'].template}) (to|past)) ({hour})",
    )


def chinese_base() -> Part[Clocktime]:
    """Chinese times without a part of the day."""
    ways: dict[str, Callable[..., Clocktime]] = {
        "{hour}(点|时)[钟|整]": _doubtful,
        "{hour}点{minute}[分]": _doubtful,
        "{hour}点{minute:digit}分": _doubtful,
        "{hour}时{minute}分": _doubtful,
        "{hour}点半": lambda hour: _doubtful(hour, 30),
        "{hour}点{quarter}刻": lambda hour, quarter: _doubtful(hour, 15 * quarter),
        "{hour}点过{minute:minutes}分": _doubtful,
        "(差{minutes}分[钟]{hour}点|{hour}点差{minutes}分)": _before,
        "(差一刻{hour}点|{hour}点差一刻)": lambda hour: _before(hour, 15),
        "{digital}": lambda digital: digital,
    }
    zeros = {f"零{chinese.spelled(minute)}": minute for minute in range(1, 10)}
    parts: dict[str, Part[Any]] = {
        "hour": Table(chinese.table(range(25)), digits.table(range(25))),
        "minute": Table(
            zeros | chinese.table(range(10, 60)), {f"{minute:02}": minute for minute in range(60)}
        ),
        "digit": Table(chinese.table(range(1, 10)), digits.table(range(1, 10))),
        "minutes": Table(chinese.table(range(1, 60)), digits.table(range(1, 60))),
        "quarter": Table(chinese.table((1, 3)), digits.table((1, 3))),
        "digital": _DIGITAL_CLOCK,
    }
    hour = f"两|{'|'.join(chinese.DIGITS)}|十[一|二]"
    return Ways(
        parts,
        ways,
        f"({hour})点[钟|半|整|(一|三)刻|({chinese.MINUTES})[分]]|差(五分|十分|一刻)({hour})点",
    )


def _english() -> Part[Clocktime]:
    dayparts = Table(
        {"am|a m": Daypart(range(12), 9), "pm|p m": Daypart(range(12, 24), 15)}
        | {f"in the {name}": DAYPARTS[name] for name in ("morning", "afternoon", "evening")}
        | {"at night": DAYPARTS["night"]}
    )
    return Ways(
        {"base": english_base(), "daypart": dayparts},
        {
            "[at] {base}": lambda base: base,
            "[at] {base} {daypart}": lambda base, daypart: daypart.of(base),
            "[at] [twelve|12] (noon|midday)": lambda: Clocktime(12),
            "[at] [twelve|12] midnight": lambda: Clocktime(24),
        },
        f"[at] (({{base}}) [{dayparts.template}]|noon|midnight)",
    )


def _chinese() -> Part[Clocktime]:
    return Ways(
        {"base": chinese_base(), "daypart": Table(CHINESE_DAYPARTS)},
        {
            "{base}": lambda base: base,
            "{daypart}[的]{base}": lambda daypart, base: daypart.of(base),
            "(中午|正午)": lambda: Clocktime(12),
            "(午夜|半夜)": lambda: Clocktime(24),
        },
        f"[{'|'.join(CHINESE_DAYPARTS)}]({{base}})|中午|正午|午夜",
    )


def _show(value: Clocktime | time, language: Language) -> str:
    chinese_ = language == CHINESE
    if isinstance(value, Clocktime) and value.hour == 24 and not value.minute:
        return "午夜" if chinese_ else "midnight"
    hour = value.hour % 24
    seconds = f":{value.second:02}" if value.second else ""
    minutes = f":{value.minute:02}{seconds}" if value.minute or seconds else ""
    doubtful = isinstance(value, Clocktime) and not value.explicit
    if chinese_:
        part = "" if doubtful else _chinese_part(hour)
        return f"{part}{hour % 12 or (12 if hour else 0)}{minutes or '点'}"
    if doubtful:
        return f"{hour % 12 or 12}{minutes}" if minutes else f"{hour % 12 or 12} o'clock"
    return f"{hour % 12 or 12}{minutes} {'AM' if hour < 12 else 'PM'}"


def _chinese_part(hour: int) -> str:
    if hour == 0:
        return "凌晨"
    return "中午" if hour == 12 else "上午" if hour < 12 else "下午"


def _plain(value: Clocktime, _: Context) -> time:
    return value.time


_PHRASES = {ENGLISH: _english, CHINESE: _chinese}
CLOCK: Said[Clocktime] = Said("clocktime", _PHRASES, _show)

register(Clocktime, CLOCK)
register(time, Said("time", _PHRASES, _show, _plain))
