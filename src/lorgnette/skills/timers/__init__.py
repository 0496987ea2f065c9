"""Timers, alarms and reminders: stored, so that they ring whatever happens in between."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

import msgspec

from lorgnette.core import cards
from lorgnette.core.alarms import Alarm
from lorgnette.core.errors import NotUnderstood
from lorgnette.core.slots import Duration, Moment
from lorgnette.engines import Stored
from lorgnette.skills import Offer, Reply, Skill, Turn

skill = Skill("timers")

MOST = 50
"""Alarms a wearer can have at once."""

SHOWN = 10


@skill.action(
    "(set|start|create|make) [me] (a|another|the) timer (for|of) {duration}",
    "(set|start|create|make) [me] (a|another|an) {duration} timer",
    "(set|start|create|make) [me] (a|another) timer",
    "timer (for|of) {duration}",
    "{duration} timer",
    "(count down|countdown) [from] {duration}",
    "(wake me up|wake me|tell me|call me) in {duration}",
    "(set|start) (a|another) timer (for|of) {duration} (called|named|for) {label}",
)
async def set_timer(turn: Turn, duration: Duration, label: str = "") -> Reply:
    """Set a timer that rings after a duration."""
    if duration <= timedelta(0):
        raise NotUnderstood
    alarm = Alarm(
        kind="timer",
        language=turn.language,
        title=turn.message("timer-title", duration=duration),
        say=turn.message("timer-rings", duration=duration, label=label, named=named(label)),
        label=label,
        seconds=duration.total_seconds(),
    )
    await keep(turn, alarm, turn.now + duration)
    card = cards.Progress(
        title=turn.message("timer-title", duration=duration),
        label=label,
        seconds_left=duration.total_seconds(),
        seconds_whole=duration.total_seconds(),
    )
    return Reply(say=turn.message("timer-set", duration=duration), card=card)


@skill.action(
    "(set|create|make) [me] an alarm (for|at) {moment}",
    "(wake me up|wake me) [up] (at|for) {moment}",
    "(set|create|make) [me] an alarm",
    "alarm (for|at) {moment}",
)
async def set_alarm(turn: Turn, moment: Moment) -> Reply:
    """Set an alarm for a time of day, today or on another day."""
    alarm = Alarm(
        kind="alarm",
        language=turn.language,
        title=turn.message("alarm-title", moment=moment),
        say=turn.message("alarm-rings", moment=moment),
    )
    await keep(turn, alarm, moment)
    return Reply(say=turn.message("alarm-set", moment=moment), title=alarm.title)


@skill.action(
    "remind me to {what} (at|on) {moment}",
    "remind me to {what} {moment}",
    "remind me (at|on) {moment} to {what}",
    "remind me {moment} to {what}",
    "(set|create|make|add) a reminder to {what} (at|on|for) {moment}",
    "(set|create|make|add) a reminder (for|at) {moment} to {what}",
    "remind me to {what}",
    "(set|create|make|add) a reminder to {what}",
)
async def remind(turn: Turn, what: str, moment: Moment) -> Reply:
    """Remind the wearer of something at a time."""
    alarm = Alarm(
        kind="reminder",
        language=turn.language,
        title=turn.message("reminder-title"),
        say=turn.message("reminder-rings", what=what),
        label=what,
    )
    await keep(turn, alarm, moment)
    say = turn.message("reminder-set", what=what, moment=moment)
    return Reply(say=say, title=what, body=turn.show(moment))


@skill.action(
    "how (much time|long) is left [on (my|the) timer]",
    "how (long|much longer) (on|does) (my|the) timer [have]",
    "(show|list|check|what are) [me] [all] [my|the] (timers|timer)",
)
async def time_left(turn: Turn) -> Reply:
    """Tell how much time the timers have left."""
    waiting = await waiting_of(turn, "timer")
    if not waiting:
        return Reply(say=turn.message("no-timers"))
    lines = [(each.item, left(turn, each)) for each in waiting[:SHOWN]]
    first, remains = lines[0]
    if len(lines) == 1:
        card = cards.Progress(
            title=first.title,
            seconds_left=remains.total_seconds(),
            seconds_whole=first.seconds,
        )
        return Reply(say=turn.message("left", duration=remains), card=card)
    items = tuple(cards.Line(item.title, turn.show(rest)) for item, rest in lines)
    say = turn.message("several-left", count=len(waiting), duration=remains)
    return Reply(say=say, card=cards.List(title=turn.message("timers-title"), items=items))


@skill.action(
    "(show|list|read|what are) [me] [all] [my|the] (alarms|reminders|alarms and reminders)",
    "(what|which) (alarms|reminders) (do I have|are set)",
    "do I have any (alarms|reminders)",
    "what do I have to remember",
)
async def list_alarms(turn: Turn) -> Reply:
    """Tell which alarms and reminders are set."""
    waiting = await waiting_of(turn, "alarm", "reminder")
    if not waiting:
        return Reply(say=turn.message("no-alarms"))
    lines = [(each.item.label or each.item.title, shown_due(turn, each)) for each in waiting]
    say = turn.message("list-separator").join(f"{what}, {when}" for what, when in lines[:3])
    items = tuple(cards.Line(what, when) for what, when in lines[:SHOWN])
    title = turn.message("alarms-title", count=len(waiting))
    return Reply(say=say, card=cards.List(title=title, items=items))


@skill.action(
    "(cancel|stop|delete|remove|turn off|clear) (my|the|that) timer",
    "(cancel|stop|delete|remove|turn off|clear) (all [of] [my|the]|my|the) timers",
)
async def cancel_timers(turn: Turn) -> Reply:
    """Cancel the timer; with several, ask first."""
    return await cancel(turn, await waiting_of(turn, "timer"), "no-timers")


@skill.action(
    "(cancel|delete|remove|turn off|clear) (my|the|that) alarm",
    "(cancel|delete|remove|turn off|clear) (all [of] [my|the]|my|the) alarms",
)
async def cancel_alarms(turn: Turn) -> Reply:
    """Cancel the alarm; with several, ask first."""
    return await cancel(turn, await waiting_of(turn, "alarm"), "no-alarms")


@skill.action(
    "(cancel|delete|remove|clear) (my|the|that) [last] reminder",
    "(cancel|delete|remove|clear) (all [of] [my|the]|my|the) reminders",
)
async def cancel_reminders(turn: Turn) -> Reply:
    """Cancel the reminder; with several, ask first."""
    return await cancel(turn, await waiting_of(turn, "reminder"), "no-alarms")


@skill.action("snooze [it] [for {duration}]", "remind me again in {duration}")
async def snooze(turn: Turn, duration: Duration = timedelta(minutes=9)) -> Reply:
    """Let the alarm that rang last ring again later."""
    rung = [each for each in await turn.shelf(Alarm).all() if each.item.rung]
    if not rung:
        return Reply(say=turn.message("nothing-rang"))
    again = msgspec.structs.replace(rung[-1].item, rung=False)
    await turn.shelf(Alarm).replace(rung[-1].id, again, due=turn.now + duration)
    return Reply(say=turn.message("snoozed", duration=duration), clears=True)


async def keep(turn: Turn, alarm: Alarm, due: Moment) -> None:
    """Store an alarm, and forget those that rang long ago."""
    shelf = turn.shelf(Alarm)
    every = await shelf.all()
    old = [each.id for each in every if each.item.rung]
    if len(every) - len(old) >= MOST:
        await shelf.remove(*old)
        raise NotUnderstood
    await shelf.remove(*old)
    await shelf.add(alarm, due=due)


async def waiting_of(
    turn: Turn, *kinds: Literal["timer", "alarm", "reminder"]
) -> list[Stored[Alarm]]:
    """The wearer's alarms of some kinds that have not rung, the next first."""
    every = await turn.shelf(Alarm).all()
    waiting = [each for each in every if each.item.kind in kinds and each.due is not None]
    return sorted(waiting, key=lambda each: each.due or turn.now)


async def cancel(turn: Turn, waiting: Sequence[Stored[Alarm]], nothing: str) -> Reply:
    """Cancel one alarm at once; offer to cancel several."""
    if not waiting:
        return Reply(say=turn.message(nothing))

    async def commit() -> Reply:
        count = await turn.shelf(Alarm).remove(*(each.id for each in waiting))
        return Reply(say=turn.message("cancelled", count=count), clears=True)

    if len(waiting) == 1:
        return await commit()
    titles = "\n".join(each.item.label or each.item.title for each in waiting[:SHOWN])
    return Reply(offer=Offer(turn.message("cancel-all", count=len(waiting)), commit), body=titles)


def left(turn: Turn, stored: Stored[Alarm]) -> Duration:
    """How long until an alarm rings, in whole seconds."""
    rest = (stored.due or turn.now) - turn.now
    return max(timedelta(0), timedelta(seconds=round(rest.total_seconds())))


def shown_due(turn: Turn, stored: Stored[Alarm]) -> str:
    """When an alarm rings, in the wearer's zone and words."""
    due = (stored.due or turn.now).astimezone(turn.now.tzinfo)
    return str(turn.show(due))


def named(label: str) -> str:
    """Whether there is a label, as Fluent can choose by it."""
    return "yes" if label else "no"
