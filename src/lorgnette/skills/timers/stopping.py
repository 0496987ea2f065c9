"""Stop, cancel, put off, and give more time."""

from datetime import date, timedelta

import msgspec

from lorgnette.core.alarms import Alarm
from lorgnette.core.slots import Duration
from lorgnette.skills import Reply, Turn
from lorgnette.skills.timers.skill import skill
from lorgnette.skills.timers.waiting import (
    REMEMBERED,
    RINGING,
    alarm_at,
    cancel,
    countdown,
    due_in,
    left_of,
    rung,
    silence,
    waiting,
)
from lorgnette.skills.timers.waking import Ringing

SNOOZE = timedelta(minutes=9)


@skill.action("(stop|turn off|silence|dismiss|end) [my|the|that] timer", "timer off")
async def stop_timer(turn: Turn) -> Reply:
    """Put away the timer that rings, or else cancel the one that runs."""
    return await silence(turn, "timer") or await cancel_timers(turn)


@skill.action("(stop|turn off|silence|dismiss|end) [my|the|that] alarm", "alarm off", "I'm awake")
async def stop_alarm(turn: Turn) -> Reply:
    """Put away the alarm that rings, or else cancel the one that is set."""
    return await silence(turn, "alarm") or await cancel_alarms(turn)


@skill.action(
    "(cancel|delete|remove|clear) [my|the|that] timer",
    "(cancel|stop|delete|remove|turn off|clear) (all [of] [my|the]|my|the) timers",
    "(cancel|stop|delete|remove|turn off) (my|the) {duration} timer",
    "(cancel|stop|delete|remove|turn off) (my|the) {label} timer",
    "(cancel|stop|delete|remove|turn off) (my|the) timer (called|named|labelled|for) {label}",
)
async def cancel_timers(turn: Turn, label: str = "", duration: Duration | None = None) -> Reply:
    """Cancel a timer, by its name or its length too; with several, ask first."""
    found = await waiting(turn, "timer", label=label)
    if duration is not None:
        found = [each for each in found if each.item.seconds == duration.total_seconds()]
    quiet = None if found else await silence(turn, "timer", label)
    return quiet or await cancel(turn, found, turn.message("no-timers"))


@skill.action(
    "(cancel|delete|remove|clear) [my|the|that|an] alarm",
    "(cancel|stop|delete|remove|turn off|clear) (all [of] [my|the]|my|the) alarms",
    "(cancel|delete|remove|turn off) (my|the) alarm [for] {day}",
    "(cancel|delete|remove|turn off) (my|the) {moment} alarm",
    "(cancel|delete|remove|turn off) (my|the) alarm (for|at) {moment}",
)
async def cancel_alarms(
    turn: Turn, day: date | None = None, moment: Ringing | None = None
) -> Reply:
    """Cancel an alarm, by its day or its time too; with several, ask first."""
    found = await waiting(turn, "alarm")
    if day is not None:
        found = [each for each in found if due_in(turn, each).date() == day]
    if moment is not None:
        found = [each for each in found if each.due == moment]
    return await cancel(turn, found, turn.message("no-alarms"))


@skill.action(
    "(cancel|delete|remove|clear) [my|the|that] [last] reminder",
    "(cancel|delete|remove|clear) (all [of] [my|the]|my|the) reminders",
    "(cancel|delete|remove) (my|the) [reminder|reminders] (to|about|for) {about}",
)
async def cancel_reminders(turn: Turn, about: str = "") -> Reply:
    """Cancel a reminder, by what it is about too; with several, ask first."""
    found = await waiting(turn, "reminder", label=about)
    return await cancel(turn, found, turn.message("no-alarms"))


@skill.action(
    "(add|put) {duration} [more] (to|on) (my|the) timer",
    "(extend|lengthen) (my|the) timer (by|for) {duration}",
    "give (me|it) {duration} more",
)
async def extend_timer(turn: Turn, duration: Duration) -> Reply:
    """Give the timer that rings next more time; while something rings, put that off."""
    if await rung(turn, "timer", "alarm", "reminder", within=RINGING):
        return await snooze(turn, duration)
    running = await waiting(turn, "timer")
    if not running:
        return Reply(say=turn.message("no-timers"))
    first = running[0]
    left = left_of(turn, first) + duration
    longer = msgspec.structs.replace(
        first.item, seconds=first.item.seconds + duration.total_seconds()
    )
    await turn.shelf(Alarm).replace(first.id, longer, due=turn.now + left)
    return Reply(say=turn.message("left", duration=left), card=countdown(longer, left))


@skill.action(
    "snooze [it|the alarm] [for {duration}]",
    "snooze {duration}",
    "(remind|wake) me [up] again in {duration}",
    "{duration} more",
    "remind me [again] later",
)
async def snooze(turn: Turn, duration: Duration = SNOOZE) -> Reply:
    """Let what rang last ring again later."""
    last = (await rung(turn, "timer", "alarm", "reminder", within=REMEMBERED))[:1]
    if not last:
        return Reply(say=turn.message("nothing-rang"))
    due, item = turn.now + duration, last[0].item
    if item.kind == "alarm":
        item = alarm_at(turn, due, item.label)
    again = msgspec.structs.replace(item, rung=None)
    await turn.shelf(Alarm).replace(last[0].id, again, due=due)
    return Reply(say=turn.message("snoozed", duration=duration), clears=True)
