"""How fast somebody gets on, held against what the router thought: for the time of arrival.

The way is measured in spans of some seconds, so that the errors of a receiver do not count. Waits
are no pace, nor is what one does on a ferry. The router is believed until there is more to go by:
after a few minutes the wearer's own pace counts as much, and then ever more.
"""

from typing import Final

from msgspec.structs import replace

from lorgnette.core.guidance.pace import CARRIED, PACES
from lorgnette.core.guidance.state import State, change

SPAN: Final = 15.0
"""Seconds of a span."""

BROKEN: Final = 60.0
"""Seconds after which a span says nothing: one was in a tunnel, or in a shop."""

SLOW: Final = 0.2
"""The share of the usual speed below which one waits."""

KEPT: Final = 1_800.0
"""Seconds of the way that count; what was before them fades."""


def timed(state: State) -> State:
    """A state with what its latest place says of the wearer's pace."""
    tempo, at, along = state.tempo, state.at, state.stand.along
    if state.off or state.straying.strays or _is_carried(state):
        return state if tempo.at is None else change(state, tempo=replace(tempo, at=None))
    if tempo.at is None:
        return change(state, tempo=replace(tempo, at=at, along=along))
    span = at - tempo.at
    if span < SPAN:
        return state
    pace = PACES[state.way.route.mode]
    speed, thought = (along - tempo.along) / span, _thought(state, tempo.along)
    waits = speed < SLOW * pace.usual
    stood = tempo.stood + span if waits else 0.0
    tempo = replace(tempo, at=at, along=along, stood=stood)
    if span <= BROKEN and speed <= pace.top and (not waits or stood <= pace.waits):
        fades = min(KEPT / (tempo.thought + thought + 1.0), 1.0)
        took, thought = fades * (tempo.took + span), fades * (tempo.thought + max(thought, 0.0))
        tempo = replace(tempo, took=took, thought=thought)
    return change(state, tempo=tempo)


def _is_carried(state: State) -> bool:
    return state.way.marks[state.stand.mark - 1].step.manoeuvre in CARRIED


def _thought(state: State, since: float) -> float:
    """Seconds that the router thought it takes from a place to where the wearer is."""
    return state.way.seconds_left(since) - state.way.seconds_left(state.stand.along)
