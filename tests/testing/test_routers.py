"""The suite for routers finds every fault that it is there for."""

import msgspec
import pytest

from lorgnette.core.errors import EngineFailed, NoMap, NoRoute
from lorgnette.core.routes import Manoeuvre, Mode, Route, Step
from lorgnette.engines.router import Trip
from lorgnette.testing.routers import ScriptedRouter, check_router
from lorgnette.testing.town import at

TRIP = Trip((at(0, 0), at(0, 100), at(0, 300)))
BEYOND = Trip((at(0, 0), at(90_000, 0)))
CUT_OFF = Trip((at(0, 0), at(0, 9)))
WAY = Route(
    Mode.FOOT,
    tuple(at(0, north) for north in (0, 100, 200, 300)),
    (
        Step(Manoeuvre.START, 0, 1, length=100, seconds=70),
        Step(Manoeuvre.STOP, 1, 3, length=200, seconds=140),
        Step(Manoeuvre.ARRIVE, 3, 3),
    ),
    stops=(1, 3),
    source="a test",
)
STRAIGHT = msgspec.structs.replace(
    WAY,
    steps=(Step(Manoeuvre.START, 0, 3, length=300, seconds=210), WAY.steps[-1]),
    stops=(3,),
)


class Right(ScriptedRouter):
    """A router that knows one street."""

    async def routes(self, trip, /):
        if trip == BEYOND:
            raise NoMap
        if trip == CUT_OFF:
            raise NoRoute
        return [WAY if len(trip.stops) == 3 else STRAIGHT]


class Wrong(Right):
    """A router that breaks one promise."""

    def __init__(self, fault):
        super().__init__()
        self.fault = fault

    async def routes(self, trip, /):
        try:
            [found] = await super().routes(trip)
        except (NoMap, NoRoute):
            if self.fault == "knows everything":
                return [WAY]
            if self.fault == "tells one for the other":
                raise EngineFailed("?") from None
            raise
        if self.fault == "too many":
            return [found] * 4
        if self.fault == "twice the same":
            return [found] * (1 + min(trip.others, 1))
        return [FAULTS.get(self.fault, lambda way: way)(found)]


def with_step(way, number, **what):
    steps = list(way.steps)
    steps[number] = msgspec.structs.replace(steps[number], **what)
    return msgspec.structs.replace(way, steps=tuple(steps))


FAULTS = {
    "another mode": lambda way: msgspec.structs.replace(way, mode=Mode.CAR),
    "no source": lambda way: msgspec.structs.replace(way, source=""),
    "a stop is missing": lambda way: msgspec.structs.replace(way, stops=way.stops[-1:]),
    "it ends elsewhere": lambda way: msgspec.structs.replace(
        way, line=(*way.line[:-1], at(0, 1_900))
    ),
    "it is longer than its line": lambda way: with_step(way, 0, length=900),
    "a gap": lambda way: with_step(way, 0, end=0),
    "no arrival": lambda way: with_step(way, -1, manoeuvre=Manoeuvre.TURN),
    "no time": lambda way: with_step(with_step(way, 0, seconds=0), -2, seconds=0),
}


async def test_the_suite_accepts_a_router_that_keeps_its_promises():
    await check_router(Right(), TRIP, BEYOND, CUT_OFF)


@pytest.mark.parametrize(
    "fault",
    [*FAULTS, "knows everything", "tells one for the other", "too many", "twice the same"],
)
async def test_the_suite_finds_a_fault(fault):
    with pytest.raises((AssertionError, EngineFailed)):
        await check_router(Wrong(fault), TRIP, BEYOND, CUT_OFF)


async def test_a_scripted_router_answers_in_turn_and_stays_with_the_last():
    router = ScriptedRouter([WAY, WAY], NoRoute("an island"))
    assert await router.routes(TRIP) == [WAY]
    for _ in range(2):
        with pytest.raises(NoRoute):
            await router.routes(TRIP)
    assert router.asked == [TRIP] * 3


async def test_without_a_script_there_is_no_map():
    with pytest.raises(NoMap):
        await ScriptedRouter().routes(TRIP)
