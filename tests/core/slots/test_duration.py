"""How long something lasts."""

from datetime import timedelta

import pytest

from lorgnette.core.slots import Duration

SECONDS = {
    "an hour and a half": 5400,
    "one minute thirty": 90,
    "90 seconds": 90,
    "1h30": 5400,
    "1h30m5s": 5405,
    "half an hour": 1800,
    "half a minute": 30,
    "a couple of minutes": 120,
    "two and a half hours": 9000,
    "two hours and a half": 9000,
    "1 hour 30 minutes and 5 seconds": 5405,
    "one hundred and twenty five minutes": 7500,
    "three quarters of an hour": 2700,
    "a quarter of an hour": 900,
    "1.5 seconds": 1.5,
    "two weeks and a day": 15 * 86400,
    "两个半小时": 9000,
    "一个半小时": 5400,
    "半小时": 1800,
    "半个小时": 1800,
    "一刻钟": 900,
    "三刻钟": 2700,
    "一分半": 90,
    "一分三十": 90,
    "一分三十秒": 90,
    "一小时零五分": 3900,
    "1小时30分": 5400,
    "两小时五分钟十秒": 7510,
    "三个星期": 3 * 7 * 86400,
    "两天": 2 * 86400,
}


@pytest.mark.parametrize(("text", "seconds"), SECONDS.items())
def test_durations(means, text, seconds):
    assert means(Duration, text) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "text",
    [
        "ten",
        "hour",
        "minus five minutes",
        "five minutes ten minutes",
        "one minute ninety",
        "a billion weeks",
        "五",
        "负五分钟",
    ],
)
def test_no_durations(means, text):
    assert means(Duration, text) is None


def test_shown(shown):
    assert shown(Duration, timedelta(hours=1, minutes=30)) == (
        "1 hour 30 minutes",
        "1 小时 30 分钟",
    )
    assert shown(Duration, timedelta()) == ("0 seconds", "0 秒")
    assert shown(Duration, timedelta(days=1, seconds=1.5)) == ("1 day 1.5 seconds", "1 天 1.5 秒")
    assert shown(Duration, timedelta(seconds=-90))[0] == "-1 minute 30 seconds"
