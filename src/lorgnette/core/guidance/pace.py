"""What is different for whoever walks, rides or drives: numbers of one mode, side by side."""

from typing import Final

import msgspec

from lorgnette.core.routes import Manoeuvre, Mode


class Band(msgspec.Struct, frozen=True):
    """How far ahead something is told: so many seconds at the speed one has, within bounds.

    `faster` is the speed (m/s) from which on it is told at all.
    """

    seconds: float
    least: float
    most: float
    faster: float = 0.0

    def metres(self, speed: float) -> float:
        """The distance at a speed; 0 when one is too slow for it."""
        if speed < self.faster:
            return 0.0
        return min(max(self.seconds * speed, self.least), self.most)


class Pace(msgspec.Struct, frozen=True):
    """One mode. Distances in metres, speeds in metres a second.

    `bands` are from far to near; the last says that it is now. `chain` is within how many seconds
    something else is said along, `calm` how long a stretch must be for a word about it, `reach`
    the radius of a goal, `top` no speed that anybody has, `usual` the speed of most, `reckons` for
    how many seconds one goes on without a fix, and `waits` for how many one may stand as routers
    expect: at lights.
    """

    bands: tuple[Band, ...]
    chain: Band
    calm: float
    reach: float
    top: float
    usual: float
    reckons: float
    waits: float = 0.0


PACES: Final = {
    Mode.FOOT: Pace(
        bands=(Band(28, 40, 50), Band(9, 12, 15)),
        chain=Band(20, 25, 30),
        calm=150,
        reach=15,
        top=5,
        usual=1.4,
        reckons=10,
    ),
    Mode.BICYCLE: Pace(
        bands=(Band(30, 120, 200), Band(8, 25, 50)),
        chain=Band(12, 40, 70),
        calm=500,
        reach=20,
        top=15,
        usual=4.5,
        reckons=15,
        waits=30,
    ),
    Mode.CAR: Pace(
        bands=(Band(30, 600, 1200, faster=16), Band(16, 150, 500), Band(6, 40, 200)),
        chain=Band(9, 60, 250),
        calm=1500,
        reach=30,
        top=60,
        usual=12,
        reckons=30,
        waits=90,
    ),
}

CARRIED: Final = frozenset({Manoeuvre.FERRY, Manoeuvre.LIFT, Manoeuvre.ESCALATOR})
"""What moves by itself, and not as fast nor as straight as one thinks."""

ABOARD: Final = msgspec.structs.replace(PACES[Mode.CAR], top=30.0)
"""How one moves on a ferry."""

CARRIED_LIMIT: Final = 300.0
"""Ferries sail beside their lines on the map, by as many metres."""
