from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.skills.clock.holidays import easter, holidays, nth_weekday, qingming

BY_NAME = {each.english: each for each in holidays()}


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Christmas", 2026, date(2026, 12, 25)),
        ("Easter", 2026, date(2026, 4, 5)),
        ("Easter", 2038, date(2038, 4, 25)),
        ("Good Friday", 2027, date(2027, 3, 26)),
        ("Pentecost", 2026, date(2026, 5, 24)),
        ("Mother's Day", 2026, date(2026, 5, 10)),
        ("Thanksgiving", 2026, date(2026, 11, 26)),
        ("Qingming", 2026, date(2026, 4, 5)),
        ("Qingming", 2028, date(2028, 4, 4)),
        ("Chinese New Year", 2026, date(2026, 2, 17)),
        ("Chinese New Year's Eve", 2026, date(2026, 2, 16)),
        ("Lantern Festival", 2026, date(2026, 3, 3)),
        ("Mid-Autumn Festival", 2026, date(2026, 9, 25)),
        ("Dragon Boat Festival", 2031, date(2031, 6, 24)),
    ],
)
def test_known_days(name, year, day):
    assert BY_NAME[name].in_year(year) == day


def test_the_next_one_may_be_today_or_next_year():
    christmas = BY_NAME["Christmas"]

    assert christmas.next_from(date(2026, 12, 25)) == date(2026, 12, 25)
    assert christmas.next_from(date(2026, 12, 26)) == date(2027, 12, 25)


def test_what_is_not_known_is_not_invented():
    assert BY_NAME["Qixi"].next_from(date(2060, 1, 1)) is None
    assert qingming(2100) is None


@given(st.integers(1900, 2199))
def test_every_day_is_known_or_not_in_every_year(year):
    for holiday in holidays():
        day = holiday.in_year(year)
        assert day is None or day.year == year
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)
    assert nth_weekday(year, 11, 3, 4).weekday() == 3
    assert 22 <= nth_weekday(year, 11, 3, 4).day <= 28
