"""OSRM's steps as ours: what it splits is one thing to do, and sides are where they are."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from lorgnette.core.routes import Direction, Manoeuvre, Step
from lorgnette.providers import foreign
from lorgnette.providers.joined import longer, rounded, stopped
from lorgnette.providers.osrm.answer import Stretch, Turn

DIRECTIONS: Final = {
    "straight": Direction.STRAIGHT,
    "slight left": Direction.SLIGHT_LEFT,
    "left": Direction.LEFT,
    "sharp left": Direction.SHARP_LEFT,
    "slight right": Direction.SLIGHT_RIGHT,
    "right": Direction.RIGHT,
    "sharp right": Direction.SHARP_RIGHT,
}

MANOEUVRES: Final = {
    "depart": Manoeuvre.START,
    "arrive": Manoeuvre.ARRIVE,
    "new name": Manoeuvre.CONTINUE,
    "merge": Manoeuvre.MERGE,
    "ramp": Manoeuvre.RAMP,
    "on ramp": Manoeuvre.RAMP,
    "off ramp": Manoeuvre.EXIT,
    "fork": Manoeuvre.FORK,
    "roundabout": Manoeuvre.ROUNDABOUT,
    "rotary": Manoeuvre.ROUNDABOUT,
}
"""All others are turns, as its documentation says of those that nobody knows yet."""

LEAVING: Final = frozenset({"exit roundabout", "exit rotary"})

NOTHING_TO_DO: Final = frozenset({"notification", "use lane", "continue"})
"""What need not be told when it leads straight on: the road and its name stay."""

SIGNS: Final = 4
"""Names of a sign that are told."""


class Piece(NamedTuple):
    """A stretch, and where it lies in the line."""

    stretch: Stretch
    begin: int
    end: int


def steps(pieces: Iterable[Piece]) -> tuple[Step, ...]:
    """The steps of a whole way, all legs after another."""
    made: list[Step] = []
    sailed = False
    for piece in pieces:
        turn = piece.stretch.maneuver
        sails = piece.stretch.mode == "ferry" and turn.type != "arrive"
        step = _step(piece, _manoeuvre(turn, sails=sails, sailed=sailed))
        if turn.type == "depart" and made:
            made[-1] = stopped(made[-1], step)
        elif turn.type in LEAVING and made and made[-1].manoeuvre is Manoeuvre.ROUNDABOUT:
            made[-1] = rounded(made[-1], step)
        elif made and _goes_on(turn, sails=sails, sailed=sailed):
            made[-1] = longer(made[-1], step)
        else:
            made.append(step)
        sailed = sails
    return tuple(made)


def _manoeuvre(turn: Turn, *, sails: bool, sailed: bool) -> Manoeuvre:
    """What there is to do. Boarding and landing are told by how one travels, whatever the turn."""
    if turn.type in {"depart", "arrive"}:
        return MANOEUVRES[turn.type]
    if sails:
        return Manoeuvre.FERRY
    if sailed:
        return Manoeuvre.LEAVE_FERRY
    told = MANOEUVRES.get(turn.type, Manoeuvre.TURN)
    return Manoeuvre.CONTINUE if told is Manoeuvre.TURN and _is_straight(turn) else told


def _is_straight(turn: Turn) -> bool:
    return turn.modifier in {"straight", ""}


def _goes_on(turn: Turn, *, sails: bool, sailed: bool) -> bool:
    """Whether there is nothing to do: the same ferry, or straight on without another name."""
    if sails or sailed:
        return sails and sailed
    return turn.type in NOTHING_TO_DO and _is_straight(turn)


def _step(piece: Piece, manoeuvre: Manoeuvre) -> Step:
    stretch, turn = piece.stretch, piece.stretch.maneuver
    starts, arrives = manoeuvre is Manoeuvre.START, manoeuvre is Manoeuvre.ARRIVE
    keeps_left = stretch.driving_side == "left"
    return Step(
        manoeuvre=manoeuvre,
        begin=piece.begin,
        end=piece.end,
        direction=_direction(turn, manoeuvre, keeps_left=keeps_left),
        length=stretch.distance,
        seconds=stretch.duration,
        streets=_streets(stretch),
        towards=_towards(stretch.destinations),
        exit=turn.exit if manoeuvre is Manoeuvre.ROUNDABOUT else 0,
        before=None if starts else turn.bearing_before % 360,
        after=None if arrives else turn.bearing_after % 360,
        keeps_left=keeps_left,
    )


def _direction(turn: Turn, manoeuvre: Manoeuvre, *, keeps_left: bool) -> Direction:
    """Which way one turns; for an arrival the side, for a roundabout nothing until it is left."""
    if manoeuvre in {Manoeuvre.START, Manoeuvre.ROUNDABOUT, Manoeuvre.FERRY}:
        return Direction.STRAIGHT
    if manoeuvre is Manoeuvre.ARRIVE:
        sides = {"left": Direction.LEFT, "right": Direction.RIGHT}
        return sides.get(turn.modifier.rpartition(" ")[2], Direction.STRAIGHT)
    if turn.modifier == "uturn":
        return Direction.U_TURN_RIGHT if keeps_left else Direction.U_TURN_LEFT
    return DIRECTIONS.get(turn.modifier, Direction.STRAIGHT)


def _streets(stretch: Stretch) -> tuple[str, ...]:
    """The name of the way and its number; several are parted by semicolons."""
    said = f"{stretch.name};{stretch.ref}".split(";")
    return tuple(dict.fromkeys(filter(None, map(foreign.name, said))))


def _towards(destinations: str) -> tuple[str, ...]:
    """What signs say: «A 5: Basel, Karlsruhe»."""
    said = destinations.replace(":", ",").split(",")
    return tuple(filter(None, map(foreign.name, said)))[:SIGNS]
