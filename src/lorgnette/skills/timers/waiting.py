"""What waits for its time on a wearer's shelf, and what has rung."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from lorgnette.core import cards
from lorgnette.core.alarms import Alarm
from lorgnette.core.slots import Clocktime
from lorgnette.engines import Stored
from lorgnette.skills import Offer, Reply, Turn

Kind = Literal["timer", "alarm", "reminder"]

MOST = 50
"""Timers, alarms and reminders a wearer can have at once."""

SHOWN = 10

REMEMBERED = timedelta(hours=1)
"""How long after it rang something can be put off."""

RINGING = timedelta(minutes=2)
"""How long «stop the alarm» means the one that rang."""


async def keep(turn: Turn, alarm: Alarm, due: datetime) -> bool:
    """Store an alarm and forget those that rang long ago; False when there are too many."""
    shelf = turn.shelf(Alarm)
    every = await shelf.all()
    over = [each for each in every if each.item.rung and turn.now - each.item.rung > REMEMBERED]
    await shelf.remove(*(each.id for each in over))
    if sum(each.item.rung is None for each in every) >= MOST:
        return False
    await shelf.add(alarm, due=due)
    return True


async def waiting(turn: Turn, *kinds: Kind, label: str = "") -> list[Stored[Alarm]]:
    """The wearer's alarms of some kinds that have not rung, the next first."""
    found = [
        each
        for each in await turn.shelf(Alarm).all()
        if each.item.kind in kinds and each.due is not None and label_fits(each.item, label)
    ]
    return sorted(found, key=lambda each: each.due or turn.now)


async def rung(turn: Turn, *kinds: Kind, within: timedelta, label: str = "") -> list[Stored[Alarm]]:
    """The alarms of some kinds that rang lately, the last first."""
    found = [
        (each.item.rung, each)
        for each in await turn.shelf(Alarm).all()
        if each.item.kind in kinds and each.item.rung and turn.now - each.item.rung <= within
        if label_fits(each.item, label)
    ]
    return [each for _, each in sorted(found, key=lambda pair: pair[0], reverse=True)]


def label_fits(alarm: Alarm, label: str) -> bool:
    """Whether every word of `label` is part of what the alarm is for."""
    known = alarm.label.casefold()
    return all(word in known for word in label.casefold().split())


async def cancel(turn: Turn, found: Sequence[Stored[Alarm]], nothing: str) -> Reply:
    """Cancel one alarm at once; offer to cancel several. `nothing` is said when there is none."""
    if not found:
        return Reply(say=nothing)

    async def commit() -> Reply:
        count = await turn.shelf(Alarm).remove(*(each.id for each in found))
        return Reply(say=turn.message("cancelled", count=count), clears=True)

    if len(found) == 1:
        return await commit()
    names = "\n".join(name_of(each.item) for each in found[:SHOWN])
    return Reply(offer=Offer(turn.message("cancel-all", count=len(found)), commit), body=names)


async def silence(turn: Turn, kind: Kind, label: str = "") -> Reply | None:
    """Put away what is ringing; None when nothing is."""
    ringing = await rung(turn, kind, within=RINGING, label=label)
    if not ringing:
        return None
    await turn.shelf(Alarm).remove(*(each.id for each in ringing))
    return Reply(say=turn.message("stopped"), clears=True)


def countdown(alarm: Alarm, left: timedelta) -> cards.Card:
    """A timer that runs on the lens."""
    return cards.Progress(
        title=alarm.title,
        label=alarm.label,
        seconds_left=left.total_seconds(),
        seconds_whole=alarm.seconds,
    )


def alarm_at(turn: Turn, moment: datetime, label: str = "") -> Alarm:
    """An alarm, with what it says when it rings."""
    time, named = clock_face(moment), "yes" if label else "no"
    return Alarm(
        kind="alarm",
        language=turn.language,
        title=turn.message("alarm-title", time=time),
        say=turn.message("alarm-rings", time=time, label=label, named=named),
        label=label,
    )


def name_of(alarm: Alarm) -> str:
    """What an alarm is for, or what it is."""
    return alarm.label or alarm.title


def left_of(turn: Turn, stored: Stored[Alarm]) -> timedelta:
    """How long until an alarm rings, in whole seconds."""
    rest = due_in(turn, stored) - turn.now
    return max(timedelta(0), timedelta(seconds=round(rest.total_seconds())))


def due_in(turn: Turn, stored: Stored[Alarm]) -> datetime:
    """When an alarm rings, in the wearer's zone."""
    return (stored.due or turn.now).astimezone(turn.now.tzinfo)


def when_due(turn: Turn, due: datetime) -> str:
    """A moment in the wearer's zone and words: «tomorrow at 7 AM»."""
    there = due.astimezone(turn.now.tzinfo)
    days = (there.date() - turn.now.date()).days
    near = {0: "today", 1: "tomorrow"}.get(days, "later")
    return turn.message("when", day=near, date=there.date(), time=clock_face(there))


def clock_face(moment: datetime) -> Clocktime:
    """The time of day of a moment."""
    return Clocktime(moment.hour, moment.minute, moment.second)
