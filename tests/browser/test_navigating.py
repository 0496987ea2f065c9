"""Somebody drives through the tiny town with the page as their glasses."""

import shutil
from itertools import pairwise

import anyio
import pytest

from lorgnette.app.house import WAYS
from lorgnette.core.geo import bearing, metres, moved
from lorgnette.core.guidance import spoken
from lorgnette.core.guidance.journal import read
from lorgnette.core.routes import Manoeuvre, Mode
from lorgnette.core.types import ENGLISH
from lorgnette.engines import Trip
from lorgnette.providers.valhalla.router import ValhallaMaps
from lorgnette.testing.town import STATION, at
from towns import tables, town

pytestmark = pytest.mark.real

BEGIN = at(30, 200)
SPEED, OFTEN = 12.0, 0.4
"""Metres a second, and the seconds between two positions."""

DRIVER = {
    "allowed": ("microphone", "geolocation"),
    "geolocation": {"latitude": BEGIN.latitude, "longitude": BEGIN.longitude, "accuracy": 5},
}


@pytest.fixture
def map_of_town(hub):
    """The hub has the map, for as long as the test."""
    maps = hub.folder / "data" / "maps"
    shutil.copytree(town() / "maps" / "town", maps / "town")
    yield
    shutil.rmtree(maps)


async def way_to_the_station():
    """The route that the hub finds as well."""
    router = ValhallaMaps(tables(town()))
    try:
        [route] = await router.routes(Trip((BEGIN, STATION), Mode.CAR))
    finally:
        await router.aclose()
    return route


def spots(line):
    """Where a car is along a line, from one position to the next."""
    for one, other in pairwise(line):
        for step in range(int(metres(one, other) / (SPEED * OFTEN))):
            yield moved(one, bearing(one, other), step * SPEED * OFTEN)
    yield line[-1]


async def drives(tab, line):
    """Drive along a line."""
    for spot in spots(line):
        here = {"latitude": spot.latitude, "longitude": spot.longitude, "accuracy": 5}
        await tab.context.set_geolocation(here)
        await anyio.sleep(OFTEN)


def street_of(step):
    """The street that a turn leads into."""
    return step.streets[0]


def kept(hub):
    """The journeys that the hub has written down, and everything that was said on each."""
    for path in sorted((hub.folder / "data" / WAYS).iterdir()):
        with path.open("rb") as lines:
            journal = read(lines)
        states = journal.states()
        yield journal, [spoken(each, ENGLISH) for state in states for each in state.prompts]


async def test_somebody_is_driven_to_the_station(browser, visit, hub, map_of_town):
    browser.says()
    route = await way_to_the_station()
    turns = [step for step in route.steps if step.manoeuvre is Manoeuvre.TURN]
    async with visit(**DRIVER) as tab:
        await tab.puts_on()
        await tab.types("take me to lensham station by car")
        await tab.reads("To Lensham Station: ")
        await tab.sees(street_of(turns[0]))
        await drives(tab, route.line)
        await tab.reads("You have arrived")
        await tab.sees("arrived")
        await tab.reads(street_of(turns[0]))
    *_, (journal, said) = kept(hub)
    assert journal.head.goal == "Lensham Station"
    assert said[-1].startswith("You have arrived")
    assert len(journal.track().points) > 50


async def test_who_drives_straight_on_is_led_from_there(browser, visit, map_of_town):
    browser.says()
    route = await way_to_the_station()
    turn = next(step for step in route.steps if step.manoeuvre is Manoeuvre.TURN)
    way = list(route.line[: turn.begin + 1])
    way.append(moved(way[-1], bearing(way[-2], way[-1]), 200))
    async with visit(locale="zh-CN", **DRIVER) as tab:
        await tab.types("开车去Lensham Station", "输入")
        await tab.reads("去镜湾火车站：开车")
        await drives(tab, way)
        await tab.reads("重新规划")
        await tab.types("停止导航", "输入")
        await tab.reads("导航结束。")
        await tab.becomes("state.position === 'off'")
