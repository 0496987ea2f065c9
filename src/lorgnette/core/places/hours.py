"""Opening hours as OpenStreetMap writes them: `Mo-Fr 08:00-18:00; PH off`."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from lorgnette.core.places.place import Place

LONGEST: Final = 255
"""Characters of hours, as of every value of OpenStreetMap."""

_UTC: Final = ZoneInfo("UTC")


class Opening(msgspec.Struct, frozen=True):
    """Whether a place is open, and when that changes.

    `is_open` is None when that cannot be told. `until` is in the time zone of who asked; None when
    nothing changes within a year.
    """

    is_open: bool | None = None
    until: datetime | None = None


class Times(NamedTuple):
    """From when to when a place is open."""

    since: datetime
    until: datetime


def opening(place: Place, now: datetime) -> Opening:
    """Whether a place is open now, where it is: in its time zone, with holidays of its country.

    `now` is aware. Hours that are missing or cannot be read are unknown. Whoever must not wait
    calls `load` before, in a thread.
    """
    hours = _read(place.hours, round(place.spot.latitude, 3), round(place.spot.longitude, 3))
    there = now.astimezone(_UTC)
    state, remark = _asked(lambda: hours.state(there)) or ("unknown", "")
    if str(state) == "unknown" or (remark and str(state) == "open"):
        return Opening()  # «by appointment» is no open door
    change = _asked(lambda: hours.next_change(there))
    return Opening(str(state) == "open", change.astimezone(now.tzinfo) if change else None)


def opened_on(place: Place, day: date, zone: tzinfo) -> Sequence[Times] | None:
    """From when to when a place is open on a day of a time zone; None when that is unknown.

    What begins on that day may end on the next.
    """
    hours = _read(place.hours, round(place.spot.latitude, 3), round(place.spot.longitude, 3))
    begin = datetime.combine(day, time(), zone)
    end = datetime.combine(day + timedelta(days=1), time(), zone)
    until = (end + timedelta(hours=12)).astimezone(_UTC)
    found = _asked(lambda: list(hours.intervals(begin.astimezone(_UTC), until)))
    if not found:
        return None
    spans = [
        Times(since.astimezone(zone), till.astimezone(zone) if till else until)
        for since, till, state, _ in found
        if str(state) == "open" and since < end
    ]
    unclear = any(str(state) == "unknown" or remark for _, _, state, remark in found)
    return None if unclear else spans


@cache
def load() -> None:
    """Load the borders of time zones, once: that takes a third of a second."""
    _read("24/7", 0.0, 0.0)


def loaded() -> bool:
    """Whether the borders of time zones are loaded."""
    return load.cache_info().currsize > 0


@lru_cache(maxsize=256)
def _read(hours: str, latitude: float, longitude: float) -> Any:
    if not hours or len(hours) > LONGEST:
        return None
    from opening_hours import OpeningHours

    where = (latitude, longitude)
    return _asked(lambda: OpeningHours(hours, coords=where, max_interval_days=366))


def _asked(question: Callable[[], Any]) -> Any:
    """What the library says; None when it cannot: it is written in Rust, and may also panic."""
    try:
        return question()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - a panic is no Exception
        return None
