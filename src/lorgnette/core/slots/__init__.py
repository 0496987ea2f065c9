r"""Typed values in the wearer's words: what an action's annotations can be.

| annotation | said | value |
|---|---|---|
| `int`, `float`, `Number` | «a hundred and five», «one point five», 三点五 | exact with `Number` |
| `Ordinal` | «the second one», «the last», 第二个 | 1 and up; -1 is the last |
| `Percent` | «fifty percent», «half», «maximum», 五成 | 0.0 to 100.0 and beyond |
| `Duration` | «an hour and a half», 一刻钟 | `datetime.timedelta` |
| `Clocktime`, `datetime.time` | «half past seven», 下午三点半 | see `clock` |
| `datetime.date` | «next friday», «the 5th of may», 大后天 | |
| `Moment` | «tomorrow at 5 pm», «in ten minutes», 五分钟后 | aware, in the future |
| `Money` | «five dollars», €3.50, 十五块五 | `Decimal` and ISO 4217 code |
| `Quantity`, `Unit` | «37 degrees celsius», 两公斤半 | see `convert` |
| `Language` | «french», 西班牙语 | tag |
| `City` | «Tokyo», «Japan», 旧金山 | English name and time zone |
| `Place`, `Person`, `Text`, `str` | anything | the wearer's own spelling |
| `Literal["tea\|茶", …]`, a `StrEnum` | one of them | the string, the member |
| `X \| None` | as `X` | |

A type of your own: `@slot(Seat)` over a class with `name`, `read`, `template` and `show`.
"""

import lorgnette.core.slots.quantity  # noqa: F401 - registers its slots
from lorgnette.core.slots.city import City
from lorgnette.core.slots.clocktime import Clocktime
from lorgnette.core.slots.duration import Duration
from lorgnette.core.slots.language import language_name
from lorgnette.core.slots.moment import Moment
from lorgnette.core.slots.money import Money
from lorgnette.core.slots.number import Number, Ordinal, Percent
from lorgnette.core.slots.registry import register, slot, slot_for
from lorgnette.core.slots.slot import Context, FreeText, Slot
from lorgnette.core.slots.text import Person, Place, Text
from lorgnette.core.slots.unit import Quantity, Unit, convert

__all__ = [
    "City",
    "Clocktime",
    "Context",
    "Duration",
    "FreeText",
    "Moment",
    "Money",
    "Number",
    "Ordinal",
    "Percent",
    "Person",
    "Place",
    "Quantity",
    "Slot",
    "Text",
    "Unit",
    "convert",
    "language_name",
    "register",
    "slot",
    "slot_for",
]
