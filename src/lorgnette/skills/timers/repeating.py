"""What should happen again and again: not yet, and nobody is left to believe it will."""

from datetime import datetime
from typing import Literal

from lorgnette.core.slots import Clocktime, Moment
from lorgnette.core.slots.clock import DAYPARTS
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.timers.setting import remind, set_alarm
from lorgnette.skills.timers.skill import skill
from lorgnette.skills.timers.waiting import when_due
from lorgnette.skills.timers.waking import Ringing

PartOfDay = Literal["morning", "afternoon", "evening", "night"]


@skill.action(
    "<set> [<an>] alarm [for|at] <every> [[at|for] {moment}]",
    "<set> [<an>] alarm [for|at] {moment} <every>",
    "<set> [<an>] alarm [for|at] every {moment}",
    "<set> [a|an] (daily|weekly|weekday|recurring|repeating) (alarm|timer) [[for|at] {moment}]"
    " [<every>]",
    "<wake> <every> [[at|for] {moment}]",
    "<wake> {moment} <every>",
    "<wake> every {moment}",
    "<wake> (every|each) {part} [[at|for] {moment}]",
    "<set> [<an>] alarm [for|at] (every|each) {part} [[at|for] {moment}]",
)
async def repeat_alarm(
    turn: Turn, moment: Ringing | None = None, part: PartOfDay | None = None
) -> Reply:
    """Say that alarms cannot repeat yet, and offer one that does not."""
    once = next_in(turn, moment, part)
    if once is None:
        return Reply(say=turn.message("cannot-repeat"))

    async def commit() -> Reply:
        return await set_alarm(turn, Ringing(once))

    ask = turn.message("once-alarm", when=when_due(turn, once))
    never = turn.message("cannot-repeat")
    return Reply(say=never, body=never, offer=Offer(ask, commit))


@skill.action(
    "remind me <every> [[at] {moment}] (to|about|of|that) {what}",
    "remind me every {moment} (to|about|of|that) {what}",
    "remind me {moment} <every> (to|about|of|that) {what}",
    "remind me (to|about|of|that) {what} <every> [[at] {moment}]",
    "remind me (to|about|of|that) {what} every {moment}",
    "remind me (to|about|of|that) {what} {moment} <every>",
    "remind me (every|each) {part} [[at] {moment}] (to|about|of|that) {what}",
    "remind me (to|about|of|that) {what} (every|each) {part} [[at] {moment}]",
    "<add> [a] (daily|weekly|recurring|repeating) reminder (to|about|for) {what} [{moment}]",
)
async def repeat_reminder(
    turn: Turn, what: str, moment: Moment | None = None, part: PartOfDay | None = None
) -> Reply:
    """Say that reminders cannot repeat yet, and offer one that does not."""
    once = next_in(turn, moment, part)
    if once is None:
        return Reply(say=turn.message("cannot-repeat"))

    async def commit() -> Reply:
        return await remind(turn, what, Moment(once))

    ask = turn.message("once-reminder", when=when_due(turn, once), what=what)
    never = turn.message("cannot-repeat")
    return Reply(say=never, body=never, offer=Offer(ask, commit))


def next_in(turn: Turn, moment: datetime | None, part: PartOfDay | None) -> datetime | None:
    """The next time it would ring: «every morning at six» is not six in the evening."""
    if moment is None or part is None:
        return moment
    said = Clocktime(moment.hour % 12 or 12, moment.minute, explicit=False)
    clock = DAYPARTS[part].of(said)
    return moment if clock is None else clock.next_after(turn.now)
