"""Somebody drives through the tiny town with the page as their glasses."""

import pytest
from driving import BEGIN, DRIVER, drives, map_in, street_of, turns, way_to_the_station
from playwright.async_api import expect

from lorgnette.app.house import WAYS
from lorgnette.core.geo import bearing, metres, moved, turn_between
from lorgnette.core.guidance import spoken
from lorgnette.core.guidance.journal import read
from lorgnette.core.types import ENGLISH

pytestmark = pytest.mark.real

ON_THE_LENS = """
globalThis.maps = [];
lorgnette.glasses.addEventListener("message", ({ detail: { card, pages } }) => {
  const shapes = pages?.[0].marks.filter((mark) => mark.draw === "shape");
  if (card?.kind === "map") maps.push({ card, shapes });
});
"""
"""Notes every map that arrives, and what is drawn of it."""


@pytest.fixture
def map_of_town(hub):
    """The hub has the map, for as long as the test."""
    with map_in(hub):
        yield


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
    first = street_of(turns(route)[0])
    async with visit(**DRIVER) as tab:
        await tab.puts_on()
        await tab.types("take me to lensham station by car")
        await tab.reads("To Lensham Station: ")
        await tab.sees(first)
        await drives(tab, route.line)
        await tab.reads("You have arrived")
        await tab.sees("arrived")
        await tab.reads(first)
    *_, (journal, said) = kept(hub)
    assert journal.head.goal == "Lensham Station"
    assert said[-1].startswith("You have arrived")
    begin, *_, end = journal.track().points
    assert metres(begin.spot, route.line[0]) < 60
    assert metres(end.spot, route.line[-1]) < 60


async def test_the_map_follows_and_turns_with_who_drives(browser, visit, map_of_town):
    browser.says()
    route = await way_to_the_station()
    turn = turns(route)[0]
    around = [*route.line[: turn.begin + 1], moved(route.line[turn.begin], turn.after, 60)]
    async with visit(**DRIVER) as tab:
        await tab.page.evaluate(ON_THE_LENS)
        await tab.types("take me to lensham station by car")
        await tab.sees("Distance")
        await tab.types("show the map")
        await tab.reads("Here is the map.")
        await drives(tab, around)
        overview, *seen = await tab.page.evaluate("maps")
        await tab.types("stop navigation")
        await tab.reads("Navigation is over.")

    assert overview["card"]["title"] == "Lensham Station"
    assert seen[0]["card"]["title"].endswith(street_of(turn))
    for card, heading in ((seen[0], turn.before), (seen[-1], turn.after)):
        assert abs(turn_between(card["card"].get("up", 0.0), heading)) < 20
    drawn = [each["shapes"][0]["polygons"] for each in seen]
    assert all(drawn)
    assert len({str(each) for each in drawn}) > 3


async def test_other_ways_are_seen_one_by_one_and_one_is_taken(browser, visit, map_of_town):
    browser.says()
    async with visit(**DRIVER) as tab:
        await tab.types("take me to lensham station by car")
        await tab.reads("To Lensham Station: ")
        await tab.types("show me alternatives")
        await drives(tab, [BEGIN, moved(BEGIN, 90, 20)])
        await tab.reads("Which way: ")
        await tab.sees("1 of ")
        await tab.page.get_by_role("button", name="Slide forward").click()
        await tab.sees("2 of ")
        await tab.reads("This one?")
        await tab.types("previous")
        await tab.sees("1 of ")
        await tab.types("this one")
        begun = tab.turns.locator("li[data-who=hub]", has_text="To Lensham Station: ")
        await expect(begun).to_have_count(2)
        await tab.types("stop navigation")
        await tab.reads("Navigation is over.")


async def test_who_drives_straight_on_is_led_from_there(browser, visit, map_of_town):
    browser.says()
    route = await way_to_the_station()
    way = list(route.line[: turns(route)[0].begin + 1])
    way.append(moved(way[-1], bearing(way[-2], way[-1]), 200))
    async with visit(locale="zh-CN", **DRIVER) as tab:
        await tab.types("开车去Lensham Station", "输入")
        await tab.reads("去镜湾火车站：开车")
        await drives(tab, way)
        await tab.reads("重新规划")
        await tab.types("停止导航", "输入")
        await tab.reads("导航结束。")
        await tab.becomes("state.position === 'off'")
