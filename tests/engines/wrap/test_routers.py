"""Several routers: who has the map is believed, and a closed office is not a missing map."""

import pytest

from lorgnette.core.errors import EngineFailed, NoMap, NoRoute
from lorgnette.core.routes import Manoeuvre, Mode, Route, Step
from lorgnette.core.types import Spot
from lorgnette.engines.router import Trip
from lorgnette.engines.wrap.routers import SeveralRouters

HERE, THERE = Spot(48.0, 7.8), Spot(48.01, 7.8)
TRIP = Trip((HERE, THERE))


def way(source):
    steps = (Step(Manoeuvre.START, 0, 1, length=1112.0), Step(Manoeuvre.ARRIVE, 1, 1))
    return Route(Mode.FOOT, (HERE, THERE), steps, (1,), source=source)


class Says:
    """A router that says the same to everything, and counts how often."""

    def __init__(self, said):
        self.said = said
        self.asked = 0

    async def routes(self, _trip, /):
        self.asked += 1
        if isinstance(self.said, Exception):
            raise self.said
        return self.said


def several(*said):
    parts = [Says(each) for each in said]
    return parts, SeveralRouters({str(number): part for number, part in enumerate(parts)})


async def test_who_has_the_map_leaves_nothing_to_ask():
    parts, both = several([way("here")], [way("elsewhere")])
    assert [route.source for route in await both.routes(TRIP)] == ["here"]
    assert parts[1].asked == 0


@pytest.mark.parametrize(
    "said", [NoMap("not here"), EngineFailed("killed"), ValueError("a bug"), []]
)
async def test_who_has_no_map_or_breaks_leaves_it_to_the_next(said):
    _, both = several(said, [way("elsewhere")])
    assert [route.source for route in await both.routes(TRIP)] == ["elsewhere"]


async def test_who_has_the_map_and_finds_no_way_is_believed():
    parts, both = several(NoRoute("an island"), [way("the shore")])
    with pytest.raises(NoRoute, match="an island"):
        await both.routes(TRIP)
    assert parts[1].asked == 0


@pytest.mark.parametrize("turned", [False, True])
async def test_who_could_not_be_asked_might_have_known(turned):
    said = [NoMap("not here"), EngineFailed("busy")]
    _, both = several(*(reversed(said) if turned else said))
    with pytest.raises(EngineFailed, match="busy") as caught:
        await both.routes(TRIP)
    assert caught.value.__notes__ == ["NoMap: not here"]


async def test_where_nobody_has_a_map_there_is_none():
    _, both = several(NoMap("not here"), NoMap("nor here"))
    with pytest.raises(NoMap, match="not here"):
        await both.routes(TRIP)
