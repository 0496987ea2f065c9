"""Set timers, alarms and reminders."""

from datetime import timedelta

from lorgnette.core.alarms import Alarm
from lorgnette.core.errors import NotUnderstood
from lorgnette.core.slots import Duration, Moment
from lorgnette.skills import Reply, Turn
from lorgnette.skills.timers.skill import skill
from lorgnette.skills.timers.waiting import alarm_at, countdown, keep, when_due
from lorgnette.skills.timers.waking import Ringing, Waking


@skill.action(
    "<set> <a> timer [set] (for|of) {duration}",
    "<set> [a|an|another] {duration} timer",
    "[a|the] timer (for|of) {duration}",
    "{duration} timer",
    "(count down|countdown) [from|for] {duration}",
    "<set> [a|the] countdown (of|for|from) {duration}",
    "<set> <a> timer (called|named|labelled) {label} (for|of) {duration}",
    "(wake me up|wake me|call me|alert me) in {duration}",
    "<set> <a> timer (for|of) {duration} (called|named|labelled|for) {label}",
    "<set> [a|an|another] {duration} timer (called|named|labelled|for) {label}",
    "<set> [a|an|another|the] {label} timer (for|of) {duration}",
    "<set> <a> timer",
    "time [me for] {duration}",
)
async def set_timer(turn: Turn, duration: Duration, label: str = "") -> Reply:
    """Set a timer that rings after a duration."""
    if duration <= timedelta(0):
        raise NotUnderstood
    named = "yes" if label else "no"
    alarm = Alarm(
        kind="timer",
        language=turn.language,
        title=turn.message("timer-title", duration=duration),
        say=turn.message("timer-rings", duration=duration, label=label, named=named),
        rings=turn.message("timer-over"),
        label=label,
        seconds=duration.total_seconds(),
    )
    if not await keep(turn, alarm, turn.now + duration):
        return Reply(say=turn.message("too-many"))
    say = turn.message("timer-set", duration=duration, label=label, named=named)
    return Reply(say=say, card=countdown(alarm, duration))


@skill.action(
    "<set> [<an>] alarm [set] (for|at) {moment}",
    "<set> [<an>] alarm {moment}",
    "<set> [a|an|my|the] {moment} alarm",
    "alarm (for|at) {moment}",
    "<set> [<an>] alarm (for|at) {moment} (called|named|labelled) {label}",
    "<set> [<an>] alarm",
)
async def set_alarm(turn: Turn, moment: Ringing, label: str = "") -> Reply:
    """Set an alarm for a time of day, today or on another day."""
    alarm = alarm_at(turn, moment, label)
    if not await keep(turn, alarm, moment):
        return Reply(say=turn.message("too-many"))
    when = when_due(turn, moment)
    return Reply(say=turn.message("alarm-set", when=when), title=alarm.title, body=when)


@skill.action("<wake> [for] {moment}")
async def wake(turn: Turn, moment: Waking) -> Reply:
    """Set an alarm to be woken by."""
    return await set_alarm(turn, Ringing(moment))


@skill.action(
    "remind me to {what} {moment}",
    "remind me {moment} to {what}",
    "remind me (about|of|that) {what} {moment}",
    "remind me {moment} (about|of|that) {what}",
    "<add> [a|another] reminder (to|about|for) {what} [for] {moment}",
    "<add> [a|another] reminder [for] {moment} (to|about) {what}",
    "<forget> {what} {moment}",
    "{moment} remind me to {what}",
    "remind me (to|about|of|that) {what}",
    "<add> [a|another] reminder (to|about) {what}",
    "<forget> {what}",
    "remind me {moment}",
    "<add> [a|another] reminder [for {moment}]",
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
    if not await keep(turn, alarm, moment):
        return Reply(say=turn.message("too-many"))
    when = when_due(turn, moment)
    return Reply(say=turn.message("reminder-set", what=what, when=when), title=what, body=when)
