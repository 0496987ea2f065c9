"""What is said, and when: once for each band of distance, and never after the turn."""

from lorgnette.core.guidance.marks import Mark
from lorgnette.core.guidance.pace import CARRIED, PACES, Pace
from lorgnette.core.guidance.state import Prompt, Saying, State, change
from lorgnette.core.routes import Direction, Manoeuvre, Step

_GOALS = frozenset({Manoeuvre.ARRIVE, Manoeuvre.STOP})
_ALWAYS = frozenset({Saying.STOP, Saying.ARRIVED, Saying.OFF, Saying.NEW})


def prompted(state: State, *, passed: bool) -> State:
    """A state with what is due: `passed` when a mark was just left behind."""
    if 0 not in state.told:
        state, passed = _started(state), True
    pace = PACES[state.way.route.mode]
    band = _band(state, pace)
    if band > state.told.get(state.stand.mark, -1):
        return _told(state, band, pace)
    return _calm(state, pace) if passed else state


def still_due(state: State, prompt: Prompt) -> bool:
    """Whether a prompt that had to wait is still worth saying."""
    if prompt.saying in _ALWAYS:
        return True
    leg = int(prompt.key.partition(".")[0])
    return leg == state.leg and prompt.mark >= state.stand.mark and not state.off


def silent(step: Step) -> bool:
    """Whether it is no turn at all: the way goes straight on, perhaps with another name."""
    return step.manoeuvre is Manoeuvre.CONTINUE and step.direction is Direction.STRAIGHT


def _started(state: State) -> State:
    """Say how the way begins."""
    marks, told = state.way.marks, state.told | {0: 0}
    if state.stand.mark > 1 or marks[0].step.manoeuvre is not Manoeuvre.START:
        return change(state, told=told)
    then = chained(state, 0)
    if then is not None:
        told = _with_chained(state, 0, told)
    key, mode = f"{state.leg}.0.start", state.way.route.mode
    prompt = Prompt(key, Saying.START, marks[0].step, then=then, mark=1, mode=mode)
    return change(state, told=told, prompts=(*state.prompts, prompt))


def _band(state: State, pace: Pace) -> int:
    """The nearest band of distance that the next mark is in; −1 when it is too far."""
    step, last = state.next.step, len(pace.bands) - 1
    speed, distance = state.motion.speed, state.distance
    for band in range(last, -1, -1):
        if distance <= pace.bands[band].metres(speed):
            if band == last and step.manoeuvre in _GOALS:
                return last - 1
            return band if band == last or not silent(step) else -1
    return -1


def _told(state: State, band: int, pace: Pace) -> State:
    number, last = state.stand.mark, len(pace.bands) - 1
    told = state.told | {number: band}
    then = chained(state, number) if band >= last - 1 else None
    if then is not None:
        told = _with_chained(state, number, told)
    state = change(state, told=told)
    if _is_skipped(state, state.next):
        return state
    now = band == last
    prompt = Prompt(
        f"{state.leg}.{number}.{band}",
        Saying.NOW if now else Saying.AHEAD,
        state.next.step,
        0.0 if now else state.distance,
        then,
        number,
        state.way.route.mode,
    )
    return change(state, prompts=(*state.prompts, prompt))


def chained(state: State, number: int) -> Step | None:
    """What comes so soon after a mark that it is said along with it; None if there is time."""
    marks, pace = state.way.marks, PACES[state.way.route.mode]
    after = marks[number + 1] if number + 1 < len(marks) else None
    if after is None or silent(after.step) or _is_skipped(state, after):
        return None
    near = _gap(state, number) <= pace.chain.metres(state.motion.speed)
    return after.step if near else None


def _gap(state: State, number: int) -> float:
    """Metres from a mark, or from where one is behind it, to the next one."""
    marks = state.way.marks
    return marks[number + 1].along - max(marks[number].along, state.stand.along)


def _with_chained(state: State, number: int, told: dict[int, int]) -> dict[int, int]:
    """What was told when what comes after a mark was told along: all but that it is now."""
    bands = PACES[state.way.route.mode].bands
    last = len(bands) - 1
    at_once = _gap(state, number) <= bands[last].metres(state.motion.speed)
    known = last if at_once else last - 1
    return told | {number + 1: max(told.get(number + 1, -1), known)}


def _calm(state: State, pace: Pace) -> State:
    """Say that nothing is to be done for a while, if it is so: then all is quiet."""
    number = state.stand.mark
    step = state.way.marks[number - 1].step
    if state.distance < pace.calm or step.manoeuvre in CARRIED or number in state.calmed:
        return state
    key = f"{state.leg}.{number}.continue"
    mode = state.way.route.mode
    prompt = Prompt(key, Saying.CONTINUE, step, state.distance, mark=number, mode=mode)
    return change(state, calmed=state.calmed | {number}, prompts=(*state.prompts, prompt))


def _is_skipped(state: State, mark: Mark) -> bool:
    """Whether it is a stop that the wearer left out."""
    if mark.step.manoeuvre is not Manoeuvre.STOP:
        return False
    stops = state.way.stops
    return any(stops[stop] == mark.along for stop in state.skipped)
