"""What takes place."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.codes.contents import Event
from lorgnette.core.codes.events import event, when

ICAL = """BEGIN:VCALENDAR
BEGIN:VTIMEZONE
DTSTART:19700101T000000
END:VTIMEZONE
BEGIN:VEVENT
BEGIN:VALARM
DESCRIPTION:it begins
END:VALARM
SUMMARY:Summer
  concert
DTSTART:20270612T180000Z
DTEND;TZID=Europe/Berlin:20270612T220000
LOCATION:Park\\, stage 2
END:VEVENT
BEGIN:VEVENT
SUMMARY:another
END:VEVENT
END:VCALENDAR"""


def one(*lines):
    return event("\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"]))


def test_an_event():
    assert event(ICAL) == Event(
        "Summer concert",
        dt.datetime(2027, 6, 12, 18, tzinfo=dt.UTC),
        dt.datetime(2027, 6, 12, 22, tzinfo=ZoneInfo("Europe/Berlin")),
        "Park, stage 2",
    )


@pytest.mark.parametrize(
    ("duration", "hours"),
    [("PT2H", 2), ("PT90M", 1.5), ("P1DT1H", 25), ("P1W", 168), ("P", None), ("2h", None)],
)
def test_it_may_say_how_long_it_lasts(duration, hours):
    begins = dt.datetime.fromisoformat("2027-06-12T20:00")
    ends = begins + dt.timedelta(hours=hours) if hours else None
    assert one("DTSTART:20270612T200000", f"DURATION:{duration}") == Event("", begins, ends)


@pytest.mark.parametrize(
    "zone", ["W. Europe Standard Time", "../../etc/passwd", "/etc/passwd", "Europe", "No/Where", ""]
)
def test_a_zone_that_nobody_knows_is_that_of_the_place(zone):
    assert when("20270612T200000", zone) == dt.datetime.fromisoformat("2027-06-12T20:00")


@pytest.mark.parametrize("text", ["20270230", "20270612T250000", "2027-06-12", "２０２７0612", ""])
def test_what_is_no_date_is_none(text):
    assert when(text) is None


def test_what_says_nothing_is_no_event():
    assert one("LOCATION:Park") is None
    assert event("about BEGIN:VEVENT") is None
    assert one("DTSTART:99991231", "DURATION:P999W") == Event("", dt.date(9999, 12, 31))


@given(st.datetimes(min_value=dt.datetime.fromisoformat("1000-01-01")))
def test_a_time_is_when_it_was(time):
    time = time.replace(microsecond=0, fold=0)
    assert when(f"{time:%Y%m%dT%H%M%S}") == time
    assert when(f"{time:%Y%m%dT%H%M%S}Z") == time.replace(tzinfo=dt.UTC)
    assert when(f"{time:%Y%m%d}") == time.date()


LINES = st.sampled_from(
    ["BEGIN:VALARM", "END:VALARM", "END", "DTSTART:1", "DURATION:P1D", ":", ";"]
)


@given(st.lists(LINES | st.text(max_size=12), max_size=8))
def test_anything_is_an_event_or_none(lines):
    found = one("SUMMARY:x", *lines)
    assert found is not None
