"""Which places are open, and until when: in the wearer's time. What no map knows is not guessed."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import anyio.to_thread

from lorgnette.core.places import Place, hours
from lorgnette.core.places.hours import Opening
from lorgnette.engines import Found
from lorgnette.skills import Turn
from lorgnette.skills.navigate.plans import Goal
from lorgnette.skills.navigate.seeking import told

SOON = timedelta(minutes=30)
"""How long before it closes that is told unasked."""

ALL_DAY = timedelta(hours=24)

NIGHT = timedelta(hours=12)
"""Within which «until two» needs no day."""


async def openings(turn: Turn, found: Sequence[Found]) -> Sequence[Opening]:
    """Whether each of some places is open now."""
    return await opened([each.place for each in found], turn.now)


async def opened(places: Sequence[Place], at: datetime) -> Sequence[Opening]:
    """Whether each of some places is open at a time."""
    if not hours.loaded() and any(place.hours for place in places):
        await anyio.to_thread.run_sync(hours.load)
    return [hours.opening(place, at) for place in places]


async def on_arrival(turn: Turn, goal: Goal, arrival: datetime) -> str:
    """That a goal will be closed when one comes there; "" when it is open or nobody knows."""
    [there] = await opened([Place(goal.spot, hours=goal.hours)], arrival)
    if there.is_open is not False:
        return ""
    if there.until is None:
        return turn.message("goal-closed")
    return turn.message("goal-opens", time=day_and_time(turn, there.until))


def note(turn: Turn, opening: Opening) -> str:
    """What one should know before one goes there: that it is closed, or soon will be; else ""."""
    if opening.is_open is False:
        return turn.message("closed-now")
    if closes_soon(turn, opening) and opening.until:
        return turn.message("closes-soon", time=f"{opening.until:%H:%M}")
    return ""


def noted(turn: Turn, place: str, opening: Opening) -> str:
    """A place as it is said, with what one should know before one goes there."""
    known = note(turn, opening)
    return turn.message("noted", place=place, note=known) if known else place


def closes_soon(turn: Turn, opening: Opening) -> bool:
    """Whether a place is open, but not for long."""
    if not opening.is_open or opening.until is None:
        return False
    return opening.until - turn.now <= SOON


def in_full(turn: Turn, found: Found, opening: Opening) -> str:
    """Whether a place is open, until when, or from when on, as a sentence."""
    name, until = told(turn, found), opening.until
    if opening.is_open is None:
        return turn.message("hours-unknown", name=name)
    if until is None:
        return turn.message("open-always" if opening.is_open else "closed-long", name=name)
    if opening.is_open:
        return turn.message("open-until", name=name, time=closing(turn, turn.now, until))
    again = hours.opening(found.place, until)
    when = day_and_time(turn, until)
    if not again.is_open or again.until is None:
        return turn.message("opens", name=name, time=when)
    time = closing(turn, until, again.until)
    return turn.message("opens-until", name=name, time=when, until=time)


async def in_full_on(turn: Turn, found: Found, day: date) -> str:
    """From when to when a place is open on a day, as a sentence."""
    await opened([found.place], turn.now)
    name, when = told(turn, found), on_day(turn, day)
    times = hours.opened_on(found.place, day, turn.now.tzinfo or UTC)
    if times is None:
        return turn.message("hours-unknown", name=name)
    if not times:
        return turn.message("closed-on", name=name, day=when)
    if any(each.until - each.since >= ALL_DAY for each in times):
        return turn.message("open-all-day", name=name, day=when)
    spans = [
        turn.message("from-to", since=f"{each.since:%H:%M}", until=f"{each.until:%H:%M}")
        for each in times
    ]
    return turn.message("open-on", name=name, day=when, times=turn.message("and").join(spans))


def closing(turn: Turn, since: datetime, until: datetime) -> str:
    """When something closes that is open since then."""
    return f"{until:%H:%M}" if until - since <= NIGHT else day_and_time(turn, until)


def day_and_time(turn: Turn, moment: datetime) -> str:
    """«at 18:00», «tomorrow at 08:00», «Monday, 9 March at 08:00»."""
    day, time = relative(turn, moment.date()), f"{moment:%H:%M}"
    return turn.message("at", day=day, date=moment.date(), time=time)


def on_day(turn: Turn, day: date) -> str:
    """«today», «tomorrow», «on Monday, 9 March»."""
    return turn.message("on-day", day=relative(turn, day), date=day)


def relative(turn: Turn, day: date) -> str:
    """Whether a day is today, tomorrow, or another: a variant of messages."""
    return {0: "today", 1: "tomorrow"}.get((day - turn.now.date()).days, "other")
