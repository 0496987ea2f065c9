"""By when: seen from Tuesday, 5 May 2026."""

import pytest
from meetings import BEGAN

from lorgnette.core.minutes.due import due
from lorgnette.core.minutes.said import Said
from lorgnette.core.transcripts import Line
from lorgnette.core.types import CHINESE, ENGLISH

DAYS = {
    "I'll do it today": "2026-05-05",
    "I'll do it tonight": "2026-05-05",
    "I'll do it by the end of the day": "2026-05-05",
    "by Friday": "2026-05-08",
    "this week": "2026-05-08",
    "at the end of next week": "2026-05-15",
    "before the end of the month": "2026-05-31",
    "end of next month": "2026-06-30",
    "by the end of the year": "2026-12-31",
    "in two weeks": "2026-05-19",
    "tomorrow or by Monday": "2026-05-11",
    "by the 20th": "2026-05-20",
    "the second point": None,
    "since Monday": None,
    "the numbers of the fifth of June": None,
    "last Friday": None,
    "she sat there": None,
    "by Sat": "2026-05-09",
    "": None,
}
CHINESE_DAYS = {
    "周五之前": "2026-05-08",
    "今晚": "2026-05-05",
    "明天下班前": "2026-05-06",
    "下周三": "2026-05-13",
    "本周内": "2026-05-08",
    "月底前": "2026-05-31",
    "下个月底": "2026-06-30",
    "年底": "2026-12-31",
    "六月一号": "2026-06-01",
    "三天后": "2026-05-08",
    "从明天开始": None,
    "上周五": None,
    "没有日子": None,
}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [(text, ENGLISH, day) for text, day in DAYS.items()]
    + [(text, CHINESE, day) for text, day in CHINESE_DAYS.items()],
)
def test_the_day_that_is_named(text, language, expected):
    day = due(Said(text, Line(1, 0.0, 1.0, text, language=language), ""), BEGAN)

    assert (day and day.isoformat()) == expected


def test_without_the_day_of_the_meeting_nothing_is_due():
    assert due(Said("by Friday", Line(1, 0.0, 1.0, "by Friday"), ""), None) is None
