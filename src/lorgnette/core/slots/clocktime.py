"""A time of day with its doubt, and the parts of the day that remove it."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo

import msgspec

from lorgnette.core.slots.instant import at_wall


class Clocktime(msgspec.Struct, frozen=True):
    """A time of day: `hour` is 0 to 24, where 24 is the midnight at the end of a day.

    `explicit` is false when only a twelve-hour clock was named: «seven», «half past three».
    """

    hour: int
    minute: int = 0
    second: int = 0
    explicit: bool = True

    @property
    def time(self) -> time:
        """The same without its doubt: «seven» is 7:00."""
        return time(self.hour % 24, self.minute, self.second)

    def on(self, day: date, zone: tzinfo | None) -> datetime:
        """The moment of this time on a day."""
        return at_wall(day + timedelta(days=self.hour // 24), self.time, zone)

    def next_after(self, now: datetime) -> datetime:
        """The first moment after `now` that this can mean: at 9:00, «seven» is 19:00."""
        tomorrow = now.date() + timedelta(days=1)
        return self.later_on(now.date(), now) or self.meanings()[0].on(tomorrow, now.tzinfo)

    def later_on(self, day: date, now: datetime) -> datetime | None:
        """The first moment of a day that this can mean and that is still to come."""
        moments = (each.on(day, now.tzinfo) for each in self.meanings())
        return next((moment for moment in moments if moment > now), None)

    def meanings(self) -> "tuple[Clocktime, ...]":
        """The times of a 24-hour clock that this can mean."""
        if self.explicit:
            return (self,)
        return tuple(self._at(self.hour % 12 + half) for half in (0, 12))

    def by_day(self) -> "Clocktime":
        """On a day that was named, a doubtful hour means the one from 7:00 to 18:59."""
        if self.explicit:
            return self
        return self._at(self.hour % 12 + (12 if self.hour % 12 < 7 else 0))

    def _at(self, hour: int) -> "Clocktime":
        return Clocktime(hour, self.minute, self.second)


class Daypart(msgspec.Struct, frozen=True):
    """A part of the day: the hours it covers, and the hour it means by itself.

    `hours` may hold 24, the midnight that ends the day, and the small hours that people still
    call the night of the day before.
    """

    hours: Sequence[int]
    hour: int

    def of(self, clock: Clocktime) -> Clocktime | None:
        """The time in this part of the day, or None: there is no «nine in the afternoon»."""
        half = clock.hour % 12
        hours = (clock.hour,) if clock.explicit else (half, half + 12, *(() if half else (24,)))
        for hour in hours:
            if hour in self.hours:
                return Clocktime(hour, clock.minute, clock.second)
        return None

    def alone(self) -> Clocktime:
        """What it means when no time is said: «tomorrow morning»."""
        return Clocktime(self.hour)
