"""Where somebody is, as a receiver tells it."""

import math

import msgspec

from lorgnette.core.types import Spot


class Fix(msgspec.Struct, frozen=True):
    """One position. Whoever makes one checks it first: see `sound`.

    `at` are seconds of a clock that only grows. `accuracy` is the radius in metres within which
    the truth lies two times of three. `course` is where one moves to, clockwise from north in
    degrees, and `speed` how fast in metres a second; None when the receiver does not say.
    """

    at: float
    spot: Spot
    accuracy: float = 10.0
    course: float | None = None
    speed: float | None = None

    @property
    def sound(self) -> bool:
        """Whether all numbers are ones that a receiver can mean."""
        numbers = (self.at, self.spot.latitude, self.spot.longitude, self.accuracy)
        said = tuple(each for each in (self.course, self.speed) if each is not None)
        return (
            all(map(math.isfinite, (*numbers, *said)))
            and abs(self.spot.latitude) <= 90
            and abs(self.spot.longitude) <= 180
            and self.accuracy >= 0
            and min(said, default=0.0) >= 0
        )
