"""Opening hours: open, shut, or unknown, and until when."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.places import Place
from lorgnette.core.places.hours import Opening, load, loaded, opened_on, opening
from lorgnette.core.types import Spot

VADUZ = Spot(47.14, 9.52)
FRIDAY = datetime(2026, 11, 27, 13, 30, tzinfo=ZoneInfo("Europe/Vaduz"))


def at(hours, now=FRIDAY, spot=VADUZ):
    return opening(Place(spot, hours=hours), now)


@pytest.mark.parametrize(
    ("hours", "is_open", "hour"),
    [
        ("24/7", True, None),
        ("Mo-Fr 08:00-18:00", True, 18),
        ("Mo-Fr 08:00-12:00,14:00-18:00", False, 14),
        ("Fr 13:00-02:00", True, 2),
        ("Mo-Su 08:00-18:00; Nov 27 off", False, 8),
        ("Mo-Fr sunrise-sunset", True, 16),
        ("", None, None),
        ("whenever we like", None, None),
        ('"by appointment"', None, None),
        ("Mo-Fr 08:00-18:00 unknown", None, None),
        ("x" * 300, None, None),
    ],
)
def test_hours_are_understood_or_unknown(hours, is_open, hour):
    found = at(hours)
    assert found.is_open is is_open
    assert (found.until and found.until.hour) == hour


def test_hours_are_those_of_where_the_place_is():
    now = datetime(2026, 11, 27, 7, 30, tzinfo=UTC)
    assert at("Mo-Fr 08:00-18:00", now) == Opening(True, datetime(2026, 11, 27, 17, tzinfo=UTC))
    assert at("Mo-Fr 08:00-18:00", now, Spot(51.5, -0.1)).is_open is False


def test_holidays_of_the_country_count():
    christmas = FRIDAY.replace(month=12, day=25)
    assert at("Mo-Fr 08:00-18:00", christmas).is_open
    assert at("Mo-Fr 08:00-18:00; PH off", christmas).is_open is False


@given(
    st.text(alphabet='MoTuWeThFrSaPH 0123456789:-,;+/"offsunrisejan[]()|', max_size=60),
    st.integers(0, 100_000),
)
def test_whatever_stands_there_is_survived(hours, days):
    now = FRIDAY + timedelta(days=days)
    found = at(hours, now)
    assert found.until is None or found.until > now - timedelta(minutes=1)


def test_what_takes_long_is_done_once():
    load()
    assert loaded()


ZONE = FRIDAY.tzinfo


@pytest.mark.parametrize(
    ("hours", "times"),
    [
        ("Mo-Fr 08:00-12:00,14:00-18:00", ["08-12", "14-18"]),
        ("Mo-Fr 20:00-02:00", ["00-02", "20-02"]),
        ("Sa 10:00-12:00", []),
        ("24/7", ["00-12"]),
        ("Mo-Su 08:00-18:00; Nov 27 off", []),
        ("", None),
        ("whenever we like", None),
        ('Mo-Fr 08:00-18:00 "by appointment"', None),
    ],
)
def test_the_hours_of_a_day_are_told_or_unknown(hours, times):
    found = opened_on(Place(VADUZ, hours=hours), FRIDAY.date(), ZONE)
    told = None if found is None else [f"{each.since:%H}-{each.until:%H}" for each in found]
    assert told == times
