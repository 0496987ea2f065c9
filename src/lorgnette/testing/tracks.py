"""What a receiver tells of somebody who walks, rides or drives: simulated, the same for each seed.

Receivers do not err anew with every fix: they are off to one side for a while. Between tall houses
they jump by half a street and come back; now and then they say nothing; and they begin badly.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import exp, sqrt
from random import Random
from typing import NamedTuple

import msgspec

from lorgnette.core.fixes import Fix
from lorgnette.core.geo import bearing, metres, moved, turn_between
from lorgnette.core.routes import Mode, Route
from lorgnette.core.types import Spot
from lorgnette.testing.ways import SPEEDS


class Sky(msgspec.Struct, frozen=True):
    """How well one is received.

    `noise` is how many metres a fix is off, typically, and `memory` for how many seconds it is off
    to the same side. In every hour there are so many `gaps` of 3 to 12 seconds and `jumps` of 40
    to 80 metres that last 2 to 5. `courses`: whether course and speed are told. `settles` is for
    how many seconds it begins badly.
    """

    noise: float = 5.0
    memory: float = 30.0
    gaps: float = 0.0
    jumps: float = 0.0
    courses: bool = True
    settles: float = 0.0


OPEN = Sky(noise=3.0)
TOWN = Sky(noise=6.0, gaps=20, jumps=10, settles=6)
CANYON = Sky(noise=10.0, gaps=40, jumps=60, settles=15)


class Sample(NamedTuple):
    """A fix, and the truth about it: where one was, and how many metres one had gone by then."""

    fix: Fix
    spot: Spot
    gone: float


def track(
    path: Sequence[Spot], mode: Mode, seed: int = 0, sky: Sky = TOWN, *, lights: bool = True
) -> list[Sample]:
    """The fixes of somebody who goes along a path, one a second, with waits at `lights`."""
    random = Random(seed)  # noqa: S311 - it must be the same again
    receiver = _Receiver(random, sky)
    along = [0.0, *accumulate(metres(one, other) for one, other in pairwise(path))]
    samples = list[Sample]()
    for at, (gone, speed) in enumerate(_gone(along[-1], _bends(path, along), mode, random, lights)):
        spot, course = _where(path, along, gone)
        fix = receiver.fix(float(at), spot, course, speed)
        if fix is not None:
            samples.append(Sample(fix, spot, gone))
    return samples


def wrong_turn(route: Route, step: int, length: float) -> list[Spot]:
    """The path of somebody who goes straight on for so many metres where a step begins."""
    place = route.steps[step].begin
    path = list(route.line[: place + 1])
    return [*path, moved(path[-1], bearing(path[-2], path[-1]), length)]


def _bends(path: Sequence[Spot], along: Sequence[float]) -> list[float]:
    """Where a path bends so much that nobody drives on at full speed."""
    courses = [bearing(one, other) for one, other in pairwise(path)]
    return [
        along[number]
        for number, (one, other) in enumerate(pairwise(courses), 1)
        if abs(turn_between(one, other)) > 40
    ]


def _gone(
    length: float, bends: Sequence[float], mode: Mode, random: Random, lights: bool
) -> Iterator[tuple[float, float]]:
    """Metres gone and speed for every second, to some seconds after the end."""
    usual = SPEEDS[mode] * random.uniform(0.85, 1.2)
    slow = 1.0 if mode is Mode.FOOT else min(usual, 5.0) / usual
    red = [random.uniform(0.2, 0.9) * length for _ in range(int(length // 600))] if lights else []
    gone, speed = 0.0, 0.0
    waits = sorted(red)
    while gone < length:
        near = any(abs(bend - gone) < 4 * speed + 5 for bend in bends)
        wanted = usual * (slow if near else 1.0) * random.uniform(0.9, 1.1)
        speed += min(max(wanted - speed, -3.0), 2.0)
        if waits and gone >= waits[0]:
            waits.pop(0)
            for _ in range(random.randint(5, 25)):
                yield gone, 0.0
            speed = 0.0
        gone = min(gone + speed, length)
        yield gone, speed
    for _ in range(20):
        yield length, 0.0


def _where(path: Sequence[Spot], along: Sequence[float], gone: float) -> tuple[Spot, float]:
    number = min(max(bisect_right(along, gone) - 1, 0), len(path) - 2)
    course = bearing(path[number], path[number + 1])
    return moved(path[number], course, gone - along[number]), course


class _Receiver:
    """Errs as receivers do."""

    def __init__(self, random: Random, sky: Sky) -> None:
        self.random, self.sky = random, sky
        self.east, self.north = random.gauss(0, sky.noise), random.gauss(0, sky.noise)
        self.silent = 0
        self.away: tuple[float, float] | None = None
        self.back = 0

    def fix(self, at: float, spot: Spot, course: float, speed: float) -> Fix | None:
        """What is received at that second; None when nothing is."""
        random, sky = self.random, self.sky
        keep = exp(-1 / sky.memory)
        spread = sky.noise / sqrt(2) * sqrt(1 - keep**2)
        self.east = keep * self.east + random.gauss(0, spread)
        self.north = keep * self.north + random.gauss(0, spread)
        if self.silent or random.random() < sky.gaps / 3600:
            self.silent = self.silent - 1 if self.silent else random.randint(3, 12)
            return None
        worse = 1 + 3 * max(1 - at / sky.settles, 0.0) if sky.settles else 1.0
        told = moved(moved(spot, 0, self.north * worse), 90, self.east * worse)
        accuracy = max(sky.noise * worse * random.uniform(0.8, 1.4), 3.0)
        if self._jumps(at):
            told = moved(told, *self.away) if self.away else told
        if not sky.courses:
            return Fix(at, told, accuracy)
        shaken = (course + random.gauss(0, 8)) % 360
        return Fix(at, told, accuracy, shaken if speed > 0.5 else None, speed)

    def _jumps(self, at: float) -> bool:
        if self.away is not None and at >= self.back:
            self.away = None
        elif self.away is None and self.random.random() < self.sky.jumps / 3600:
            self.away = (self.random.uniform(0, 360), self.random.uniform(40, 80))
            self.back = int(at) + self.random.randint(2, 5)
        return self.away is not None
