"""What is running, and how long it still takes."""

from lorgnette.core import cards
from lorgnette.core.alarms import Alarm
from lorgnette.skills import Reply, Turn
from lorgnette.skills.timers.skill import skill
from lorgnette.skills.timers.waiting import SHOWN, countdown, due_in, left_of, waiting, when_due

READ_ALOUD = 3
"""Alarms and reminders that are said; the others are only shown."""


@skill.action(
    "how much (time|longer) [is|do I have] [left] [on (my|the) timer|on (my|the) timers]",
    "how (long|much longer) [is left] [on (my|the) timer|on (my|the) timers]",
    "how much time is left on (my|the) {label} timer",
    "how long until (my|the) timer (goes off|rings|is done|is up)",
    "<show> [all] [of] [my|the] (timers|timer)",
    "(what|which|how many) timers (do I have|are running|are set)",
    "(do I have|are there) [any] timers [running]",
)
async def time_left(turn: Turn, label: str = "") -> Reply:
    """Tell how much time the timers have left."""
    running = await waiting(turn, "timer", label=label)
    if not running:
        return Reply(say=turn.message("no-timers"))
    first, left = running[0].item, left_of(turn, running[0])
    if len(running) == 1:
        return Reply(say=turn.message("left", duration=left), card=countdown(first, left))
    items = tuple(
        cards.Line(each.item.label or each.item.title, turn.show(left_of(turn, each)))
        for each in running[:SHOWN]
    )
    say = turn.message("several-left", count=len(running), duration=left)
    return Reply(say=say, card=cards.List(title=turn.message("timers-title"), items=items))


@skill.action(
    "<show> [all] [of] [my|the] [alarms and] (alarms|reminders)",
    "(what|which) (alarms|reminders) (do I have|are set|are there)",
    "(do I have|are there) [any] (alarms|reminders) [set]",
    "(what|when) is my next (alarm|reminder)",
    "when does my alarm (ring|go off)",
    "(what do I have to remember|what's on my (reminder list|list of reminders))",
    "(is there|do I have) a reminder (to|for|about) {about} [set|on my list]",
    "is {about} on my [list of] reminders",
)
async def list_alarms(turn: Turn, about: str = "") -> Reply:
    """Tell which alarms and reminders are set."""
    found = await waiting(turn, "alarm", "reminder", label=about)
    if not found:
        return Reply(say=turn.message("no-alarms"))
    rows = [(what(turn, each.item), when_due(turn, due_in(turn, each))) for each in found]
    said = (turn.message("alarm-at", what=name, when=when) for name, when in rows[:READ_ALOUD])
    items = tuple(cards.Line(name, when) for name, when in rows[:SHOWN])
    say = turn.message("alarms", list=turn.message("list-separator").join(said))
    return Reply(say=say, card=cards.List(title=turn.message("alarms-title"), items=items))


def what(turn: Turn, alarm: Alarm) -> str:
    """What an alarm or a reminder is for."""
    return alarm.label or turn.message("alarm")
