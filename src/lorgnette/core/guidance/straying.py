"""Whether somebody has left the way, and when to wish for another.

It is judged before any step is advanced, for whoever stands beside the way must not be led on
along it. One fix proves nothing: four in a row beyond the limit do, and two in a row well within
it take that back.
"""

from typing import Final

import msgspec

from lorgnette.core.guidance.motion import MOVING
from lorgnette.core.guidance.pace import CARRIED, CARRIED_LIMIT
from lorgnette.core.guidance.snapping import ASKEW, Match
from lorgnette.core.guidance.state import (
    Prompt,
    Saying,
    State,
    Straying,
    Why,
    Wish,
    change,
)

OFF_AFTER: Final = 4
"""Fixes in a row beyond the limit: then the way is left."""

PATIENT: Final = 8
"""The same where it is likelier that the receiver errs: see `_doubtful`."""

BACK_AFTER: Final = 2
"""Fixes in a row within two thirds of the limit: then it is found again."""

LIMIT: Final = 30.0
SLACK: Final = 150.0
WRONG_WAY: Final = 40.0

BETWEEN: Final = 30.0
"""Seconds between two wishes, at least: twice as many after each way that was not followed."""

OFTEN: Final = 2
"""So many ways in a row that were not followed: from then on it is no longer spoken of."""

FOLLOWED: Final = 100.0
"""Metres of a way: after that it was followed."""

_BACKWARDS: Final = 120.0
_PARALLEL: Final = 5.0
_GAP: Final = 3.0


def limit_of(state: State, least: float) -> tuple[float, float]:
    """How far beside the way one may be, and how much of that is because one has just begun.

    A way begins in a street, and whoever asks for it in a park or behind a building. Until they
    have been on it, they are as far off as they were.
    """
    step, fix = state.way.marks[state.stand.mark - 1].step, state.motion.fix
    accuracy = fix.accuracy if fix is not None else 0.0
    limit = CARRIED_LIMIT if step.manoeuvre in CARRIED else max(LIMIT, 1.5 * accuracy)
    slack = state.straying.slack
    if least <= LIMIT or slack == 0:
        return limit, 0.0
    if slack is None:
        slack = min(least, SLACK)
    return max(limit, slack + LIMIT), slack


def judged(state: State, match: Match, elsewhere: Match | None, unseen: float) -> Straying:
    """The straying after a fix, `unseen` seconds after the last one that was believed.

    `elsewhere` is a place on a later part of the way.
    """
    limit, slack = limit_of(state, match.least)
    before = msgspec.structs.replace(state.straying, slack=slack)
    if before.times and state.stand.along > FOLLOWED:
        before = msgspec.structs.replace(before, times=0)
    if strays(state, match):
        if not before.strays:
            before = msgspec.structs.replace(before, first=match.beside, unseen=unseen)
        enough = PATIENT if _doubtful(state, match, before) else OFF_AFTER
        return _away(before, enough, later=elsewhere is not None)
    if not before.off:
        return msgspec.structs.replace(before, strays=0, returns=0, elsewhere=0)
    well = match.beside <= limit * 2 / 3 and match.askew <= 90
    returns = before.returns + 1 if well else 0
    if returns < BACK_AFTER:
        return msgspec.structs.replace(before, returns=returns, elsewhere=0)
    return _back(before)


def strays(state: State, match: Match) -> bool:
    """Whether one is beyond the limit, or goes back on the way one came."""
    limit, _ = limit_of(state, match.least)
    return match.least > limit or _backwards(state, match)


def _backwards(state: State, match: Match) -> bool:
    motion, fix = state.motion, state.motion.fix
    if motion.speed < MOVING or match.askew < _BACKWARDS or fix is None:
        return False
    return match.along < state.stand.farthest - max(WRONG_WAY, 2 * fix.accuracy)


def _doubtful(state: State, match: Match, before: Straying) -> bool:
    """Whether one who is beyond the limit stands, or goes beside the way and not away from it.

    Nobody leaves a way like that; receivers between houses show it. So do those that have just
    found their satellites again, and then stay as far away as they were.
    """
    if state.motion.speed < MOVING:
        return True
    if match.beside > before.first + _PARALLEL:
        return False
    beside = state.motion.course is None or match.askew <= ASKEW
    inside = state.stand.sure < match.along < state.next.along
    return before.unseen > _GAP or (beside and inside)


def _away(before: Straying, enough: int, *, later: bool) -> Straying:
    if not later:
        count = before.strays + 1
        off = before.off or count >= enough
        return msgspec.structs.replace(before, strays=count, returns=0, elsewhere=0, off=off)
    count = before.elsewhere + 1
    if count < (BACK_AFTER if before.off else OFF_AFTER):
        return msgspec.structs.replace(before, elsewhere=count, returns=0)
    return _back(before)


def _back(before: Straying) -> Straying:
    return msgspec.structs.replace(before, strays=0, returns=0, elsewhere=0, off=False)


def wished(state: State) -> State:
    """A state that is off its way, with what that calls for: a word, and a wish for another."""
    straying = state.straying
    pause = BETWEEN * 2 ** min(straying.times, 3)
    if state.wants is not None:
        return state
    if straying.wished is not None and state.at - straying.wished < pause:
        return state
    state = wish(state, Why.OFF)
    if straying.times >= OFTEN:
        return state
    key = f"{state.leg}.off.{state.straying.wishes}"
    return change(state, prompts=(*state.prompts, Prompt(key, Saying.OFF)))


def wish(state: State, why: Why) -> State:
    """A state that wishes for a way from where one is to the stops that are left."""
    fix, straying = state.motion.fix, state.straying
    here = fix.spot if fix is not None else state.way.spot(state.stand.along)
    number = straying.wishes + 1
    left = [
        state.way.spot(along)
        for stop, along in enumerate(state.way.stops)
        if stop >= state.stops and stop not in state.skipped
    ]
    straying = msgspec.structs.replace(straying, wishes=number, wished=state.at)
    stops, mode = (here, *left), state.way.route.mode
    return change(
        state, straying=straying, wants=Wish(number, why, stops, mode, state.motion.course)
    )
