"""Days of the calendar. Today is Tuesday, 5 May 2026."""

from datetime import date

import pytest

DATES = {
    "today": "2026-05-05",
    "tomorrow": "2026-05-06",
    "yesterday": "2026-05-04",
    "the day after tomorrow": "2026-05-07",
    "friday": "2026-05-08",
    "on friday": "2026-05-08",
    "tuesday": "2026-05-12",
    "this tuesday": "2026-05-05",
    "next friday": "2026-05-15",
    "last tuesday": "2026-04-28",
    "a week from monday": "2026-05-18",
    "this weekend": "2026-05-09",
    "next weekend": "2026-05-16",
    "周末": "2026-05-09",
    "下周末": "2026-05-16",
    "in three days": "2026-05-08",
    "in a month": "2026-06-05",
    "two weeks ago": "2026-04-21",
    "next week": "2026-05-12",
    "the 5th of may": "2026-05-05",
    "may the fourth": "2027-05-04",
    "may 5": "2026-05-05",
    "11 May": "2026-05-11",
    "Monday, 11 May": "2026-05-11",
    "Sunday, 11 May": "2031-05-11",
    "december 25th twenty twenty seven": "2027-12-25",
    "the second of june 2028": "2028-06-02",
    "february 29": "2028-02-29",
    "the twenty first": "2026-05-21",
    "the 3rd": "2026-06-03",
    "2026-12-01": "2026-12-01",
    "今天": "2026-05-05",
    "大后天": "2026-05-08",
    "前天": "2026-05-03",
    "星期天": "2026-05-10",
    "下周三": "2026-05-13",
    "下下周一": "2026-05-18",
    "上周五": "2026-05-01",
    "这周五": "2026-05-08",
    "五月五号": "2026-05-05",
    "12月1日": "2026-12-01",
    "明年一月一日": "2027-01-01",
    "二零二七年三月八日": "2027-03-08",
    "15号": "2026-05-15",
    "下个月五号": "2026-06-05",
    "三天后": "2026-05-08",
    "两个星期以前": "2026-04-21",
}


@pytest.mark.parametrize(("text", "day"), DATES.items())
def test_dates(means, text, day):
    assert means(date, text) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    ["31 february", "2026-02-30", "the 32nd", "in a billion years", "may", "五月三十二号", "月"],
)
def test_no_dates(means, text):
    assert means(date, text) is None


def test_the_end_of_a_month(means, now):
    assert means(date, "in a month", now.replace(month=1, day=31)) == date(2026, 2, 28)
    assert means(date, "the 31st", now.replace(month=2, day=1)) == date(2026, 3, 31)


def test_shown(shown):
    assert shown(date, date(2026, 5, 11)) == ("Monday, 11 May", "5月11日 星期一")
