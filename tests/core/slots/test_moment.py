"""Moments to come. It is Tuesday, 5 May 2026, 9:00 in Berlin."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from lorgnette.core.slots import Moment

MOMENTS = {
    "in ten minutes": "05-05 09:10",
    "two hours from now": "05-05 11:00",
    "at seven": "05-05 19:00",
    "at ten": "05-05 10:00",
    "7:30": "05-05 19:30",
    "at 6 am": "05-06 06:00",
    "at midnight": "05-06 00:00",
    "today at three": "05-05 15:00",
    "tomorrow at 5 pm": "05-06 17:00",
    "tomorrow at five": "05-06 17:00",
    "tomorrow at eight": "05-06 08:00",
    "at eight tomorrow morning": "05-06 08:00",
    "tomorrow morning at eight": "05-06 08:00",
    "tomorrow evening": "05-06 19:00",
    "tomorrow": "05-06 09:00",
    "tonight": "05-05 20:00",
    "tonight at ten": "05-05 22:00",
    "tonight at midnight": "05-06 00:00",
    "this afternoon at three": "05-05 15:00",
    "next monday at noon": "05-11 12:00",
    "5 pm on friday": "05-08 17:00",
    "friday evening at seven thirty": "05-08 19:30",
    "the 5th of june at 10:30": "06-05 10:30",
    "in three days at noon": "05-08 12:00",
    "五分钟后": "05-05 09:05",
    "半小时以后": "05-05 09:30",
    "过十分钟": "05-05 09:10",
    "七点": "05-05 19:00",
    "明天下午三点半": "05-06 15:30",
    "后天早上八点": "05-07 08:00",
    "今晚八点": "05-05 20:00",
    "明早七点半": "05-06 07:30",
    "晚上十二点": "05-06 00:00",
    "下周一": "05-11 09:00",
    "下周一上午十点": "05-11 10:00",
    "五月二十号下午三点": "05-20 15:00",
    "今天下午": "05-05 15:00",
}


@pytest.mark.parametrize(("text", "moment"), MOMENTS.items())
def test_moments(means, text, moment):
    value = means(Moment, text)
    assert value.strftime("%m-%d %H:%M") == moment
    assert value.tzinfo == ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    "text", ["today", "yesterday at noon", "this morning", "today at 8 am", "now", "昨天八点"]
)
def test_the_past_is_no_moment(means, text):
    now = datetime(2026, 5, 5, 11, 0, tzinfo=ZoneInfo("UTC"))
    assert means(Moment, text, now) is None


def test_hours_are_real_over_a_change_of_clocks(means):
    evening = datetime(2026, 3, 28, 22, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    assert means(Moment, "in eight hours", evening).hour == 7
    assert means(Moment, "tomorrow at 2:30 am", evening).strftime("%d %H:%M") == "29 03:30"


def test_shown(shown):
    moment = datetime(2026, 5, 11, 17, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert shown(Moment, moment) == ("Monday, 11 May at 5 PM", "5月11日 星期一 下午5点")
