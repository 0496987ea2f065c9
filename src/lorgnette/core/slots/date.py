"""Dates: «tomorrow», «next friday», «in three days», «the 5th of may», 2026-12-01, 下周三.

A bare weekday is the next one after today; «next friday» is the Friday of next week, as 下周五 is.
A day and month without a year are the next such day, today included.
"""

from datetime import date

from lorgnette.core.slots import date_chinese, date_english
from lorgnette.core.slots.calendar import Day
from lorgnette.core.slots.registry import register
from lorgnette.core.slots.said import Said
from lorgnette.core.slots.slot import Context
from lorgnette.core.types import CHINESE, ENGLISH, Language


def show(value: date, language: Language) -> str:
    """`Monday, 5 May`: the weekday tells the year."""
    if language == CHINESE:
        weekday = date_chinese.WEEKDAYS[value.weekday()]
        return f"{value.month}月{value.day}日 星期{weekday}"
    weekday, month = date_english.WEEKDAYS[value.weekday()], date_english.MONTHS[value.month - 1]
    return f"{weekday}, {value.day} {month}"


def _settle(day: Day, context: Context) -> date | None:
    return day(context.now.date())


DATE: Said[date] = Said(
    "date", {ENGLISH: date_english.phrases, CHINESE: date_chinese.phrases}, show, _settle
)

register(date, DATE)
