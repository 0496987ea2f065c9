"""What takes place: the VEVENT of an iCalendar (RFC 5545)."""

import datetime as dt
import re
from typing import Final
from zoneinfo import ZoneInfo

from lorgnette.core.codes.contents import Event
from lorgnette.core.codes.fields import unescaped
from lorgnette.core.codes.people import lines

_DATE: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z?))?", re.ASCII)
_DURATION: Final = re.compile(
    r"P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,6}S)?)?", re.ASCII
)
_ZONE: Final = re.compile(r"[A-Za-z]+(?:/[A-Za-z_+-]+[0-9]{0,2})*", re.ASCII)

Moment = dt.datetime | dt.date


def event(text: str) -> Event | None:
    """The first event of a code; None when there is none."""
    if text[:15].upper() != "BEGIN:VCALENDAR" and text[:12].upper() != "BEGIN:VEVENT":
        return None
    told = _first_event(text)
    title = unescaped(told.get("SUMMARY", ("", ""))[0]).strip()
    begins, ends = (when(*told.get(name, ("", ""))) for name in ("DTSTART", "DTEND"))
    if not (title or begins):
        return None
    return Event(
        title,
        begins,
        ends or _after(begins, told.get("DURATION", ("", ""))[0]),
        unescaped(told.get("LOCATION", ("", ""))[0]).strip(),
        unescaped(told.get("DESCRIPTION", ("", ""))[0]).strip(),
    )


def _first_event(text: str) -> dict[str, tuple[str, str]]:
    """Values and zones by name, without what belongs to an alarm in the event."""
    told: dict[str, tuple[str, str]] = {}
    inside: list[str] = []
    for name, parameters, value in lines(text):
        part = value.strip().upper()
        if name == "BEGIN":
            inside.append(part)
        elif name == "END" and inside:
            if inside.pop() == "VEVENT":
                break
        elif inside[-1:] == ["VEVENT"]:
            told.setdefault(name, (value, parameters.get("TZID", "")))
    return told


def when(text: str, zone: str = "") -> Moment | None:
    """A date, or a time: in UTC or a zone when it says so, else without; None for neither."""
    found = _DATE.fullmatch(text.strip())
    if not found:
        return None
    year, month, day, hour, minute, second, utc = found.groups()
    try:
        date = dt.date(int(year), int(month), int(day))
        if hour is None:
            return date
        time = dt.time(int(hour), int(minute), min(int(second or 0), 59))
    except ValueError:
        return None
    return dt.datetime.combine(date, time, dt.UTC if utc else _zone(zone))


def _zone(name: str) -> ZoneInfo | None:
    """A zone of the IANA's list; None for what is not in it, as the names that Windows gives."""
    if not _ZONE.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return None


def _after(begins: Moment | None, duration: str) -> Moment | None:
    """When it ends that lasts so long; None when nobody said."""
    found = _DURATION.fullmatch(duration.strip())
    if begins is None or not found or not any(found.groups()):
        return None
    weeks, days, hours, minutes = (int(each or 0) for each in found.groups())
    try:
        return begins + dt.timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)
    except OverflowError:
        return None
