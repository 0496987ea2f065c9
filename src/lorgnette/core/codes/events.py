"""What takes place: the VEVENT of an iCalendar (RFC 5545)."""

import datetime as dt
import re
from typing import Final

from lorgnette.core.codes.contents import Event
from lorgnette.core.codes.fields import unescaped
from lorgnette.core.codes.people import lines

_DATE: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z?))?", re.ASCII)


def event(text: str) -> Event | None:
    """The first event of a code; None when there is none."""
    start = text.upper().find("BEGIN:VEVENT")
    if start < 0 or not text[:1].isalpha():
        return None
    told: dict[str, str] = {}
    for name, value in lines(text[start:]):
        if name == "END":
            break
        told.setdefault(name, value)
    title = unescaped(told.get("SUMMARY", "")).strip()
    begins = when(told.get("DTSTART", ""))
    if not (title or begins):
        return None
    return Event(
        title,
        begins,
        when(told.get("DTEND", "")),
        unescaped(told.get("LOCATION", "")).strip(),
        unescaped(told.get("DESCRIPTION", "")).strip(),
    )


def when(text: str) -> dt.datetime | dt.date | None:
    """A date, or a time: in UTC when it says so, else without a zone; None for what is neither."""
    found = _DATE.fullmatch(text.strip())
    if not found:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    try:
        date = dt.date(int(year), int(month), int(day))
        if hour is None:
            return date
        time = dt.time(int(hour), int(minute), min(int(second or 0), 59))
    except ValueError:
        return None
    return dt.datetime.combine(date, time, dt.UTC if zone else None)
