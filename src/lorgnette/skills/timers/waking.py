"""When alarms ring: moments whose doubtful hours mean what people get up at.

«Wake me at six tomorrow» is 6:00, where «lunch tomorrow at six» would have been 18:00. An alarm
«for seven», with no day named, is the next seven to come; to be woken at seven is tomorrow.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import NewType

from lorgnette.core.slots import Clocktime, Context, register
from lorgnette.core.slots.clock import CLOCK
from lorgnette.core.slots.moment import MOMENT
from lorgnette.core.types import Language

Ringing = NewType("Ringing", datetime)
"""When an alarm rings: on a named day, a doubtful hour is one of the morning."""

Waking = NewType("Waking", datetime)
"""When to wake: a doubtful hour is one of the morning, on a named day or not."""

MORNING = range(4, 12)
"""Hours at which people get up."""

PARTS_OF_DAY = frozenset("早晨晚夜午") | {"morning", "afternoon", "evening", "night", "tonight"}
"""Words that leave no doubt about the half of the day."""


class Rising:
    """The slot of such moments."""

    name = "moment"

    def __init__(self, *, any_day: bool) -> None:
        """`any_day`: doubtful hours mean the morning when no day is named, too."""
        self.any_day = any_day

    def read(self, words: Sequence[str], context: Context) -> Iterator[tuple[int, datetime]]:
        """See `Slot`."""
        for used, moment in MOMENT.read(words, context):
            yield used, self.settled(words[:used], moment, context)

    def settled(self, words: Sequence[str], moment: datetime, context: Context) -> datetime:
        """The moment, or the morning that was meant."""
        clock, alone = doubtful_clock(words, context.language)
        if clock is None or clock.hour not in MORNING or (alone and not self.any_day):
            return moment
        early = Clocktime(clock.hour, clock.minute, clock.second).on(moment.date(), moment.tzinfo)
        if early > context.now:
            return early
        day = moment.date() + timedelta(days=1)
        return Clocktime(early.hour, early.minute, early.second).on(day, moment.tzinfo)

    def template(self, language: Language) -> str | None:
        """See `Slot`."""
        return MOMENT.template(language)

    def show(self, value: datetime, language: Language) -> str:
        """See `Slot`."""
        return MOMENT.show(value, language)


def doubtful_clock(words: Sequence[str], language: Language) -> tuple[Clocktime | None, bool]:
    """The time of day among the words, if its half is in doubt, and whether it is all of them."""
    if PARTS_OF_DAY.intersection(words):
        return None, False
    for at in range(len(words)):
        found = CLOCK.part(language).scan(words, at)
        if found:
            end, clock = max(found, key=lambda reading: reading[0])
            return None if clock.explicit else clock, (at, end) == (0, len(words))
    return None, False


register(Ringing, Rising(any_day=False))
register(Waking, Rising(any_day=True))
