"""Valhalla's maneuvers as steps: what it splits is one thing to do."""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from lorgnette.core.geo import turn_between
from lorgnette.core.routes import Direction, Manoeuvre, Step, turned
from lorgnette.providers import foreign
from lorgnette.providers.joined import rounded, stopped
from lorgnette.providers.valhalla.answer import Maneuver

TURNS: Final = {
    9: Direction.SLIGHT_RIGHT,
    10: Direction.RIGHT,
    11: Direction.SHARP_RIGHT,
    12: Direction.U_TURN_RIGHT,
    13: Direction.U_TURN_LEFT,
    14: Direction.SHARP_LEFT,
    15: Direction.LEFT,
    16: Direction.SLIGHT_LEFT,
}

OTHERS: Final = {
    1: (Manoeuvre.START, Direction.STRAIGHT),
    2: (Manoeuvre.START, Direction.STRAIGHT),
    3: (Manoeuvre.START, Direction.STRAIGHT),
    4: (Manoeuvre.ARRIVE, Direction.STRAIGHT),
    5: (Manoeuvre.ARRIVE, Direction.RIGHT),
    6: (Manoeuvre.ARRIVE, Direction.LEFT),
    17: (Manoeuvre.RAMP, Direction.STRAIGHT),
    18: (Manoeuvre.RAMP, Direction.SLIGHT_RIGHT),
    19: (Manoeuvre.RAMP, Direction.SLIGHT_LEFT),
    20: (Manoeuvre.EXIT, Direction.SLIGHT_RIGHT),
    21: (Manoeuvre.EXIT, Direction.SLIGHT_LEFT),
    22: (Manoeuvre.FORK, Direction.STRAIGHT),
    23: (Manoeuvre.FORK, Direction.SLIGHT_RIGHT),
    24: (Manoeuvre.FORK, Direction.SLIGHT_LEFT),
    25: (Manoeuvre.MERGE, Direction.STRAIGHT),
    26: (Manoeuvre.ROUNDABOUT, Direction.STRAIGHT),
    27: (Manoeuvre.TURN, Direction.STRAIGHT),
    28: (Manoeuvre.FERRY, Direction.STRAIGHT),
    29: (Manoeuvre.LEAVE_FERRY, Direction.STRAIGHT),
    37: (Manoeuvre.MERGE, Direction.SLIGHT_RIGHT),
    38: (Manoeuvre.MERGE, Direction.SLIGHT_LEFT),
    39: (Manoeuvre.LIFT, Direction.STRAIGHT),
    40: (Manoeuvre.STAIRS, Direction.STRAIGHT),
    41: (Manoeuvre.ESCALATOR, Direction.STRAIGHT),
    42: (Manoeuvre.ENTER_BUILDING, Direction.STRAIGHT),
    43: (Manoeuvre.LEAVE_BUILDING, Direction.STRAIGHT),
}
"""All others that are no turn lead on, as far as a wearer is concerned."""

ROUND: Final = frozenset({Direction.U_TURN_LEFT, Direction.U_TURN_RIGHT})

STARTS: Final = frozenset({1, 2, 3})
LEAVES_ROUNDABOUT: Final = 27
UNSAID: Final = frozenset({LEAVES_ROUNDABOUT, 29, 40, 41, 43})
"""Of which it does not say the direction: it follows from the bearings."""

SIGNS: Final = 4
"""Names of a sign that are told."""


class Piece(NamedTuple):
    """A maneuver, where its leg begins in the line, and on which side one drives there."""

    maneuver: Maneuver
    offset: int
    keeps_left: bool


def steps(pieces: Iterable[Piece]) -> tuple[Step, ...]:
    """The steps of a whole way, all legs after another."""
    made: list[Step] = []
    for piece in pieces:
        kind, step = piece.maneuver.type, _step(piece)
        if kind in STARTS and made:
            made[-1] = stopped(made[-1], step)
        elif kind == LEAVES_ROUNDABOUT and made and made[-1].manoeuvre is Manoeuvre.ROUNDABOUT:
            made[-1] = rounded(made[-1], step)
        else:
            made.append(step)
    return tuple(made)


def _step(piece: Piece) -> Step:
    maneuver = piece.maneuver
    before, after = maneuver.bearing_before, maneuver.bearing_after
    manoeuvre, direction = _what(maneuver, keeps_left=piece.keeps_left)
    is_roundabout = manoeuvre is Manoeuvre.ROUNDABOUT
    return Step(
        manoeuvre=manoeuvre,
        begin=piece.offset + maneuver.begin_shape_index,
        end=piece.offset + maneuver.end_shape_index,
        direction=direction,
        length=maneuver.length * 1_000,
        seconds=maneuver.time,
        streets=_names((*maneuver.begin_street_names, *maneuver.street_names)),
        towards=_names(map(_text, _signs(maneuver)))[:SIGNS],
        exit=maneuver.roundabout_exit_count if is_roundabout else 0,
        before=None if before is None or manoeuvre is Manoeuvre.START else before % 360,
        after=None if after is None or manoeuvre is Manoeuvre.ARRIVE else after % 360,
        keeps_left=piece.keeps_left,
    )


def _what(maneuver: Maneuver, *, keeps_left: bool) -> tuple[Manoeuvre, Direction]:
    """What there is to do, and which way.

    One turns round towards the other side of the road: Valhalla takes that for the left one
    wherever the map has no boundary of the country.
    """
    kind = maneuver.type
    direction = TURNS.get(kind)
    if direction in ROUND:
        direction = Direction.U_TURN_RIGHT if keeps_left else Direction.U_TURN_LEFT
    if direction is not None:
        return Manoeuvre.TURN, direction
    manoeuvre, direction = OTHERS.get(kind, (Manoeuvre.CONTINUE, Direction.STRAIGHT))
    before, after = maneuver.bearing_before, maneuver.bearing_after
    if kind in UNSAID and before is not None and after is not None:
        direction = turned(turn_between(before, after))
    return manoeuvre, direction


def _signs(maneuver: Maneuver) -> tuple[Any, ...]:
    """Where the signs point: places before roads."""
    return (*maneuver.sign.exit_toward_elements, *maneuver.sign.exit_branch_elements)


def _text(element: Any) -> Any:
    return element.get("text") if isinstance(element, dict) else None


def _names(said: Iterable[Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(foreign.name, said))))
