"""Days that are asked for in a memory have been."""

from datetime import date, timedelta

import pytest

from lorgnette.core.search.days import day_named, hours_of, last
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.testing.turns import NOW


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("yesterday", date(2026, 3, 3)),
        ("Monday", date(2026, 3, 2)),
        ("wednesday", date(2026, 3, 4)),
        ("the 5th of May", date(2025, 5, 5)),
        ("2024-12-01", date(2024, 12, 1)),
        ("menu", None),
        ("yesterday menu", None),
        ("", None),
    ],
)
def test_a_day_is_the_last_of_its_name(said, day):
    assert day_named(said, NOW, ENGLISH) == day


def test_in_chinese():
    assert day_named("昨天", NOW, CHINESE) == date(2026, 3, 3)


def test_a_leap_day_is_looked_for_in_a_leap_year():
    assert last(date(2028, 2, 29), date(2026, 3, 4)) == date(2024, 2, 29)


def test_a_day_has_its_hours():
    begins, over = hours_of(NOW.date(), NOW)
    assert begins <= NOW < over
    assert over - begins == timedelta(days=1)
