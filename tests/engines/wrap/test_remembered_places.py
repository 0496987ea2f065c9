"""Answers about places are kept a while: nobody is asked the same twice."""

import datetime as dt

import pytest

from lorgnette.core.errors import EngineFailed
from lorgnette.core.places import Place
from lorgnette.core.types import CHINESE, ENGLISH, Spot
from lorgnette.engines.places import Found
from lorgnette.engines.wrap.remembered_places import NOTHING_KEEPS, RememberedPlaces

HERE = Spot(48.0, 7.8)
CAFE = Place(Spot(48.001, 7.8), {"": "Café"}, "cafe")
WEEK = 7 * 24 * 3600.0


class Time:
    def __init__(self):
        self.time = dt.datetime(2026, 3, 4, tzinfo=dt.UTC)

    def now(self):
        return self.time

    def passes(self, seconds):
        self.time += dt.timedelta(seconds=seconds)


class Service:
    def __init__(self):
        self.asked = []
        self.knows = True
        self.failing = self.closed = False

    def _said(self, *what):
        self.asked.append(what)
        if self.failing:
            raise EngineFailed("busy")
        return [Found(CAFE, metres=1.0)] if self.knows else []

    async def search(self, words, /, *, language, near=None, limit=10):
        return self._said("search", words)

    async def around(self, spot, /, *, kinds=(), within=500, limit=20):
        return self._said("around", spot)

    async def address(self, spot, /):
        return CAFE if self._said("address", spot) else None

    async def aclose(self):
        self.closed = True


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def service():
    return Service()


@pytest.fixture
def places(service, time):
    return RememberedPlaces(service, time, WEEK, most=3)


async def test_nobody_is_asked_the_same_twice(places, service):
    for _ in range(3):
        assert [each.place for each in await places.search("cafe", language=ENGLISH)] == [CAFE]
        assert [each.place for each in await places.around(HERE, kinds={"cafe"})] == [CAFE]
        assert await places.address(HERE) == CAFE
    assert len(service.asked) == 3


async def test_another_question_is_another(places, service):
    await places.search("cafe", language=ENGLISH)
    await places.search("cafe", language=CHINESE)
    await places.search("cafe", language=ENGLISH, near=HERE)
    await places.search("cafe", language=ENGLISH, near=HERE, limit=1)
    assert len(service.asked) == 4


async def test_some_streets_further_it_is_the_same_and_how_far_is_told_anew(places, service):
    [first] = await places.search("cafe", language=ENGLISH, near=HERE)
    [second] = await places.search("cafe", language=ENGLISH, near=Spot(48.002, 7.8))
    assert len(service.asked) == 1
    assert first.metres == pytest.approx(111, abs=1)
    assert second.metres == pytest.approx(111, abs=1)
    [third] = await places.search("cafe", language=ENGLISH, near=CAFE.spot)
    assert third.metres == 0.0


async def test_after_its_time_it_is_asked_again(places, service, time):
    await places.address(HERE)
    time.passes(WEEK + 1)
    await places.address(HERE)
    assert len(service.asked) == 2


async def test_that_it_knows_nothing_is_believed_for_an_hour(places, service, time):
    service.knows = False
    assert await places.address(HERE) is None
    assert await places.address(HERE) is None
    time.passes(NOTHING_KEEPS + 1)
    service.knows = True
    assert await places.address(HERE) == CAFE
    assert len(service.asked) == 2


async def test_an_old_answer_is_better_than_none(places, service, time):
    await places.address(HERE)
    time.passes(WEEK + 1)
    service.failing = True
    assert await places.address(HERE) == CAFE
    with pytest.raises(EngineFailed, match="busy"):
        await places.address(CAFE.spot)


async def test_what_was_asked_for_longest_ago_is_forgotten(places, service):
    for number in range(4):
        await places.address(Spot(number, 0))
    await places.address(Spot(0, 0))
    assert len(service.asked) == 5
    await places.address(Spot(3, 0))
    assert len(service.asked) == 5


async def test_nothing_is_left_when_it_is_closed(places, service):
    await places.address(HERE)
    await places.aclose()
    assert service.closed
    await places.address(HERE)
    assert len(service.asked) == 2
