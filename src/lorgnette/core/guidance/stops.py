"""Reaching a stop, and the goal, which is the last: by the way, across a square, from anywhere."""

from typing import Final

import msgspec

from lorgnette.core import geo
from lorgnette.core.guidance.marks import Mark
from lorgnette.core.guidance.pace import PACES
from lorgnette.core.guidance.state import Phase, Prompt, Saying, State, change
from lorgnette.core.routes import Manoeuvre

NEARLY: Final = 150.0
"""Metres of the way before a stop from which on it may be reached across a square."""


def fence(state: State) -> float:
    """The place of the next stop: nobody who is looked for ahead is found beyond it."""
    return state.way.stops[min(state.stops, len(state.way.stops) - 1)]


def reached(state: State) -> State:
    """The state with the next stop reached, if it is near enough: perhaps the goal."""
    if not _near(state):
        return state
    way = state.way
    if state.stops < len(way.stops) - 1:
        return _stopped(state)
    step = way.marks[-1].step
    prompt = Prompt(f"{state.leg}.arrived", Saying.ARRIVED, step, mark=len(way.marks) - 1)
    return change(state, phase=Phase.ARRIVED, wants=None, prompts=(*state.prompts, prompt))


def _near(state: State) -> bool:
    """Whether the next stop is within reach. Where there is a turn before it, that comes first."""
    way, fix, place = state.way, state.motion.fix, fence(state)
    left = place - state.stand.along
    if fix is None or (left > NEARLY and not state.off):
        return False
    reach = max(PACES[way.route.mode].reach, min(fix.accuracy, 30.0))
    straight = state.next.along >= place - 1.0
    if straight and not state.off and left <= reach:
        return True
    return geo.metres(fix.spot, way.spot(place)) <= (reach if straight or state.off else reach / 2)


def _stopped(state: State) -> State:
    """The state after the next stop, which is not the last: the way goes on from there."""
    stop, place, marks = state.stops, fence(state), state.way.marks
    state = change(state, stops=stop + 1)
    if state.off:  # what is wished for still leads here
        straying = msgspec.structs.replace(state.straying, wished=None)
        state = change(state, straying=straying, wants=None)
    number = next((each for each, mark in enumerate(marks) if _is_stop(mark, place)), None)
    if number is None or number < state.stand.mark:
        return state
    stand = msgspec.structs.replace(state.stand, mark=number + 1, entered=False)
    state = change(state, stand=stand)
    if stop in state.skipped:
        return state
    prompt = Prompt(f"{state.leg}.stop.{stop}", Saying.STOP, marks[number].step, mark=number)
    return change(state, prompts=(*state.prompts, prompt))


def _is_stop(mark: Mark, place: float) -> bool:
    return mark.step.manoeuvre is Manoeuvre.STOP and mark.along == place
