"""Times of day, and the doubt about their halves."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from lorgnette.core.slots import Clocktime

TIMES = {
    "half past seven": "7:30?",
    "half seven": "7:30?",
    "quarter to five": "4:45?",
    "a quarter past one": "1:15?",
    "ten to one": "12:50?",
    "seven": "7:00?",
    "seven thirty": "7:30?",
    "five o'clock": "5:00?",
    "five oh five": "5:05?",
    "12:30": "12:30?",
    "7 30 pm": "19:30",
    "7.30 pm": "19:30",
    "19:05": "19:05",
    "nineteen thirty": "19:30",
    "07:05": "7:05",
    "0:15": "0:15",
    "noon": "12:00",
    "twelve noon": "12:00",
    "midnight": "24:00",
    "12 at night": "24:00",
    "twelve thirty am": "0:30",
    "12 pm": "12:00",
    "6 a.m.": "6:00",
    "seven in the evening": "19:00",
    "three in the afternoon": "15:00",
    "two at night": "2:00",
    "ten minutes past eleven at night": "23:10",
    "下午三点半": "15:30",
    "晚上八点一刻": "20:15",
    "晚上八点三刻": "20:45",
    "差五分九点": "8:55?",
    "八点差一刻": "7:45?",
    "凌晨两点": "2:00",
    "晚上十二点": "24:00",
    "中午十二点半": "12:30",
    "中午": "12:00",
    "午夜": "24:00",
    "十九点零五分": "19:05",
    "三点五分": "3:05?",
    "三点过五分": "3:05?",
    "上午10:30": "10:30",
    "10点30分": "10:30?",
    "零点": "0:00",
    "七点整": "7:00?",
}


@pytest.mark.parametrize(("text", "clock"), TIMES.items())
def test_times(means, text, clock):
    value = means(Clocktime, text)
    doubt = "" if value.explicit else "?"
    assert f"{value.hour}:{value.minute:02}{doubt}" == clock


@pytest.mark.parametrize(
    "text",
    ["nine in the afternoon", "19 am", "24:30", "25:00", "7:61", "sixty", "三点五", "下午三点七十"],
)
def test_no_times(means, text):
    assert means(Clocktime, text) is None


def test_a_plain_time_has_no_doubt(means):
    assert means(time, "seven") == time(7)
    assert means(time, "midnight") == time(0)
    assert means(time, "下午三点半") == time(15, 30)


def test_the_next_one_to_come(now):
    seven = Clocktime(7, explicit=False)
    assert seven.next_after(now) == now.replace(hour=19)
    assert seven.next_after(now.replace(hour=20)) == now.replace(day=6, hour=7)
    assert Clocktime(7).next_after(now) == now.replace(day=6, hour=7)
    assert Clocktime(24).next_after(now) == now.replace(day=6, hour=0)


def test_by_day_means_the_waking_hours():
    assert Clocktime(5, explicit=False).by_day().hour == 17
    assert Clocktime(8, explicit=False).by_day().hour == 8
    assert Clocktime(12, explicit=False).by_day().hour == 12
    assert Clocktime(5).by_day().hour == 5


def test_a_time_that_is_skipped_moves_forward():
    berlin = ZoneInfo("Europe/Berlin")
    night = datetime(2026, 3, 29, tzinfo=berlin)
    assert Clocktime(2, 30).on(night.date(), berlin) == night.replace(hour=3, minute=30)


def test_shown(shown):
    assert shown(time, time(19, 30)) == ("7:30 PM", "下午7:30")
    assert shown(time, time(7)) == ("7 AM", "上午7点")
    assert shown(time, time(0, 5)) == ("12:05 AM", "凌晨0:05")
    assert shown(time, time(12)) == ("12 PM", "中午12点")
    assert shown(time, time(7, 0, 5)) == ("7:00:05 AM", "上午7:00:05")
    assert shown(Clocktime, Clocktime(7, explicit=False)) == ("7 o'clock", "7点")
    assert shown(Clocktime, Clocktime(7, 30, explicit=False)) == ("7:30", "7:30")
    assert shown(Clocktime, Clocktime(24)) == ("midnight", "午夜")
