"""Moments on the clocks of a place, over the days when those clocks change."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo


def at_wall(day: date, clock: time, zone: tzinfo | None) -> datetime:
    """The moment when the clocks of `zone` show this; a time that is skipped moves forward."""
    return datetime.combine(day, clock, zone).astimezone(UTC).astimezone(zone)


def later(now: datetime, span: timedelta) -> datetime:
    """`span` after `now`, counted in real seconds."""
    return (now.astimezone(UTC) + span).astimezone(now.tzinfo)
