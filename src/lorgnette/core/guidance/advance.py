"""From one place on the way to the next, past what was to be done between them."""

from typing import Final

from lorgnette.core.guidance.marks import BENT, Mark
from lorgnette.core.guidance.pace import PACES
from lorgnette.core.guidance.snapping import Match, Sight, nearest
from lorgnette.core.guidance.state import Stand, State
from lorgnette.core.routes import Manoeuvre

ENTER: Final = 20.0
"""Metres before a mark from which on it may be passed."""

LEAVE: Final = 5.0
"""Metres behind a mark where it is passed."""

EXACT: Final = 25.0
"""Metres of accuracy that it takes to tell one street from the next at a corner."""

STILL: Final = 10.0
"""Metres back that are the receiver's trembling: nobody has moved."""

FIRST: Final = 60.0
"""Metres of a way on which somebody may be when it begins."""

ROUND: Final = 150.0
"""Degrees: who turns by more goes back."""

FAR: Final = 150.0
"""Metres back that one may have gone while one was off the way."""

LONG: Final = 15.0
"""Seconds for which one is expected to go on along a way that one has left."""

_GAP: Final = 5.0
_CLEARLY: Final = 2.0


def unplaced(state: State, unseen: float) -> float:
    """For how many seconds nobody has been on the way, `unseen` of them without any fix.

    Who is off it for long is looked for everywhere anyway.
    """
    at = state.stand.at
    return unseen if at is None else min(state.at - at, max(unseen, LONG))


def window(state: State, gap: float) -> tuple[Sight, float, float]:
    """What to look for, and between which places of the way, `gap` seconds after the last one.

    A way may come by the same corner again, and go back where it came: what is farther ahead than
    one can have come is not looked at.
    """
    motion, stand = state.motion, state.stand
    fix, pace = motion.fix, PACES[state.way.route.mode]
    assert fix is not None  # noqa: S101 - it was believed a moment ago
    fast = max(1.5 * motion.speed, pace.usual)
    ahead = fast * gap + 20 + fix.accuracy
    back = 30 + fix.accuracy
    if state.straying.slack is None:
        ahead = FIRST + 2 * motion.speed
    if state.straying.off:
        back = FAR
    round_at = state.next.along - stand.sure
    if abs(state.next.angle) > ROUND and round_at < FAR:  # one may turn before one is told to
        ahead = max(ahead, 2 * round_at + STILL)
    sight = Sight(fix.spot, motion.course, stand.sure + motion.speed * gap)
    low, high = max(stand.sure - back, 0.0), min(stand.sure + ahead, state.way.length)
    return sight, low, max(high, low)


def advanced(state: State, match: Match, sight: Sight, low: float, gap: float) -> Stand:
    """Where somebody is who is likeliest at `match`, unless a mark before it is not passed yet."""
    way, stand = state.way, state.stand
    number, entered = stand.mark, stand.entered or gap > _GAP
    while number < len(way.marks) - 1 and match.along > way.marks[number].along:
        before = nearest(way, sight, min(low, way.marks[number].along), way.marks[number].along)
        if not _passes(state, number, before, match, entered=entered):
            match = before
            break
        number, entered = number + 1, True
    number = _stepped_back(way.marks, number, match.along)
    along = match.along
    if number == stand.mark and 0 < stand.along - along < STILL and match.askew < 90:
        along = stand.along
    near = way.marks[number].along - along <= max(ENTER, _accuracy(state))
    farthest = max(along, stand.farthest if number >= stand.mark else 0.0)
    return Stand(along, along, state.at, match.beside, number, near, farthest)


def _passes(state: State, number: int, before: Match, beyond: Match, *, entered: bool) -> bool:
    """Whether a mark is passed by somebody who is likelier on the way behind it.

    On the other pavement one is beside the next street before one has come to the corner: it is
    left only when the street one came by is clearly worse, course included.
    """
    mark, after = state.way.marks[number], state.way.marks[number + 1]
    leave = LEAVE if _accuracy(state) <= EXACT else 2 * _accuracy(state)
    if beyond.along < mark.along + min(leave, (after.along - mark.along) / 2):
        return False
    if abs(mark.angle) < BENT or before.beside > max(30.0, 1.5 * _accuracy(state)):
        return True
    doubt = _CLEARLY if state.motion.course is not None else _CLEARLY + _accuracy(state) / 2
    about = abs(mark.angle) > ROUND and before.askew > ROUND
    return (entered or about) and before.cost > beyond.cost + doubt


def _stepped_back(marks: tuple[Mark, ...], number: int, along: float) -> int:
    """The number of the next mark for somebody who is clearly before the last one again."""
    while number > 1 and along < marks[number - 1].along - ENTER - STILL:
        if marks[number - 1].step.manoeuvre is Manoeuvre.STOP:
            break
        number -= 1
    return number


def _accuracy(state: State) -> float:
    return state.motion.fix.accuracy if state.motion.fix is not None else 0.0
