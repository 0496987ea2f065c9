"""What each event means for guidance: one function for each, all of them pure.

Whoever writes the events down can play them again, and gets the same prompts.
"""

import msgspec

from lorgnette.core.fixes import Fix
from lorgnette.core.guidance.advance import advanced, unplaced, window
from lorgnette.core.guidance.marks import BENT
from lorgnette.core.guidance.motion import ROUGH, SURE, believed, doubted, doubtful, news
from lorgnette.core.guidance.pace import ABOARD, CARRIED, PACES, Pace
from lorgnette.core.guidance.prompts import prompted
from lorgnette.core.guidance.snapping import Match, Sight, found_ahead, nearest
from lorgnette.core.guidance.state import (
    Phase,
    Prompt,
    Saying,
    Stand,
    State,
    Straying,
    Why,
    change,
)
from lorgnette.core.guidance.stops import fence, reached
from lorgnette.core.guidance.straying import OFTEN, judged, limit_of, strays, wish, wished
from lorgnette.core.guidance.tempo import timed
from lorgnette.core.guidance.way import Way
from lorgnette.core.routes import Manoeuvre, Route


def begin(route: Route, at: float = 0.0) -> State:
    """Follow a route, from a time on; raises ValueError when its steps do not fit its line.

    Nothing is said before the first fix.
    """
    return State(Way.of(route), at=at)


def guide(state: State, fix: Fix) -> State:
    """The state after a fix. What is no fix, or from the past, changes nothing."""
    state = _quiet(state)
    if state.phase is Phase.ARRIVED or not news(state.motion, fix):
        return state
    motion, at = state.motion, max(fix.at, state.at)
    if fix.accuracy > ROUGH or _doubted(state, fix):
        return reckon(change(state, motion=doubted(motion, fix)), at)
    gap = fix.at - motion.fix.at if motion.fix is not None else 0.0
    state = change(state, at=at, motion=believed(motion, fix))
    return state if state.phase is Phase.PAUSED else timed(_placed(state, gap))


def reckon(state: State, at: float) -> State:
    """The state at a time when there was no fix: for some seconds one goes on as before.

    To be called about every second while there are none. It leads past no turn, and ends nothing.
    """
    state = _quiet(state)
    gap = at - state.at
    fix, straying = state.motion.fix, state.straying
    if gap <= 0 or fix is None or state.phase is not Phase.GOING:
        return state
    state = change(state, at=at)
    if straying.strays or straying.off or state.reckoned > PACES[state.way.route.mode].reckons:
        return state
    stand, mark = state.stand, state.next
    along = stand.along + state.motion.speed * gap
    straight = abs(mark.angle) < BENT and mark.step.manoeuvre not in _ENDS
    passed = straight and along > mark.along
    if not passed:
        along = min(along, mark.along)
    number = stand.mark + passed
    stand = msgspec.structs.replace(
        stand, along=along, mark=number, farthest=max(stand.farthest, along)
    )
    return prompted(change(state, stand=stand), passed=passed)


_ENDS = frozenset({Manoeuvre.STOP, Manoeuvre.ARRIVE})


def rerouted(state: State, route: Route, number: int) -> State:
    """The answer to the wish of that number: taken if it is still wished for.

    Whoever came back to the old way meanwhile stays on it.
    """
    state = _quiet(state)
    wants = state.wants
    if wants is None or wants.number != number:
        return state
    off = wants.why is Why.OFF
    before = state.straying
    times = before.times + off
    straying = Straying(wishes=before.wishes, wished=before.wished, times=times)
    new = State(
        Way.of(route),
        state.phase,
        state.at,
        state.motion,
        straying=straying,
        leg=state.leg + 1,
        tempo=msgspec.structs.replace(state.tempo, at=None),
    )
    if state.phase is not Phase.GOING or state.motion.fix is None:
        return new
    if times <= OFTEN:
        new = change(new, prompts=(Prompt(f"{new.leg}.new", Saying.NEW),))
    return _placed(new, 0.0)


def unanswered(state: State, number: int) -> State:
    """No way was found for the wish of that number: it may come again, but not at once."""
    state = _quiet(state)
    if state.wants is None or state.wants.number != number:
        return state
    return change(state, wants=None)


def pause(state: State) -> State:
    """Say nothing and judge nothing until `go_on`."""
    return change(_quiet(state), phase=Phase.PAUSED, wants=None) if _goes(state) else state


def go_on(state: State) -> State:
    """Guide again, from wherever the wearer is by now."""
    state = _quiet(state)
    if state.phase is not Phase.PAUSED:
        return state
    straying = msgspec.structs.replace(state.straying, strays=0, returns=0, elsewhere=0, off=False)
    state = change(state, phase=Phase.GOING, straying=straying)
    return _found_again(state) if state.motion.fix is not None else state


def skip_stop(state: State) -> State:
    """Leave out the next stop, and wish for the way without it; the goal cannot be left out."""
    state = _quiet(state)
    left = [stop for stop in range(state.stops, len(state.way.stops)) if stop not in state.skipped]
    if len(left) < 2 or state.phase is Phase.ARRIVED:
        return state
    return wish(change(state, skipped=state.skipped | {left[0]}), Why.SKIP)


def _quiet(state: State) -> State:
    return change(state, prompts=()) if state.prompts else state


def _goes(state: State) -> bool:
    return state.phase is Phase.GOING


def _doubted(state: State, fix: Fix) -> bool:
    """Whether a fix is where nobody can be, nor on the way from where they were.

    Who goes round a bend or stops at a light is not where one who went straight on would be.
    """
    motion, sure = state.motion, state.stand.sure
    if motion.fix is None or not doubtful(motion, fix, _pace(state)):
        return False
    expected = sure + motion.speed * (fix.at - motion.fix.at)
    near = nearest(state.way, Sight(fix.spot, None, expected), sure, expected + fix.accuracy)
    return near.least > SURE + fix.accuracy


def _pace(state: State) -> Pace:
    """How somebody moves here: as their mode says, or as they are carried."""
    carried = state.way.marks[state.stand.mark - 1].step.manoeuvre in CARRIED
    return ABOARD if carried else PACES[state.way.route.mode]


def _placed(state: State, unseen: float) -> State:
    """The state after its latest fix was found on the way, or beside it."""
    gap = unplaced(state, unseen)
    sight, low, high = window(state, gap)
    match = nearest(state.way, sight, low, high)
    elsewhere: Match | None = None
    if strays(state, match):
        radius, _ = limit_of(state, match.least)
        elsewhere = found_ahead(state.way, sight, radius, high, fence(state))
    straying = judged(state, match, elsewhere, unseen)
    returned = state.straying.off and not straying.off
    state = change(state, straying=straying)
    if returned and state.wants is not None and state.wants.why is Why.OFF:
        state = change(state, wants=None)
    if straying.off:
        state = reached(state)
        return state if state.phase is Phase.ARRIVED else wished(state)
    if straying.strays or straying.elsewhere:
        return state
    before = state.stand.mark
    if elsewhere is not None:
        state = _jumped(state, elsewhere)
    else:
        state = change(state, stand=advanced(state, match, sight, low, gap))
    state = reached(state)
    if state.phase is Phase.ARRIVED:
        return state
    return prompted(state, passed=state.stand.mark > before)


def _jumped(state: State, match: Match) -> State:
    """The state on a later part of the way, by a short cut or after a pause."""
    marks = state.way.marks
    number = next(
        (each for each, mark in enumerate(marks) if mark.along > match.along), len(marks) - 1
    )
    place = match.along
    stand = Stand(place, place, state.at, match.beside, max(number, 1), farthest=place)
    return change(state, stand=stand)


def _found_again(state: State) -> State:
    """The state of somebody who may be anywhere on the rest of the way."""
    sight, low, high = window(state, 0.0)
    match = nearest(state.way, sight, low, high)
    radius, _ = limit_of(state, match.least)
    ahead = found_ahead(state.way, sight, radius, high, fence(state))
    if match.beside > radius and ahead is not None:
        return prompted(_jumped(state, ahead), passed=True)
    return _placed(state, 0.0)
