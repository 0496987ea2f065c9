"""The tiny town, its real ways and its real places: somebody who lands there finds everything."""

from contextlib import asynccontextmanager

import pytest

from lorgnette.core.fixes import Fix
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.engines import PLACES, ROUTER
from lorgnette.providers.valhalla.router import ValhallaMaps
from lorgnette.skills.navigate import skill
from lorgnette.store.places import provider
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.town import STATION, at
from towns import tables, town

pytestmark = [pytest.mark.real, pytest.mark.asyncio]

SQUARE = at(30, 200)


@asynccontextmanager
async def maps():
    """The engines of a hub that has the map of the town."""
    router = ValhallaMaps(tables(town()))
    try:
        yield {ROUTER: router, PLACES: provider(tables(town()))}
    finally:
        await router.aclose()


def standing(spot, until=60):
    return [Fix(float(second), spot, 4.0) for second in range(until)]


async def asked(text, *, spot=SQUARE, language=ENGLISH, until=9.0):
    """What is answered to somebody who stands somewhere in the town."""
    stage = Stage(language=language).types(text, at=0.5).walks(standing(spot))
    async with maps() as engines:
        await converse(stage, [skill], engines, until=until)
    return stage.ear


async def test_somebody_is_led_to_the_station():
    assert (await asked("take me to lensham station")).startswith("To Lensham Station: ")


async def test_an_island_without_a_road_cannot_be_reached():
    assert "I found no way there." in await asked("take me to the seal light", until=12.0)


async def test_where_one_is():
    assert "Lensham" in await asked("what street is this", spot=STATION)


async def test_coffee_is_near():
    assert "Shall I take you there?" in await asked("coffee near me", until=12.0)


async def test_a_pharmacy_is_found_in_chinese():
    assert "药房" in await asked("最近的药店", language=CHINESE, until=12.0)


@pytest.mark.parametrize(
    ("text", "tongue", "told"),
    [
        ("is there a cafe open now", ENGLISH, "Corner Coffee"),
        ("when does the post office open", ENGLISH, "It opens at 11:00 and closes at 19:00."),
        ("附近有开着的药店吗", CHINESE, "灯笼药房"),
        ("面包店几点关门", CHINESE, "金面包"),
    ],
)
async def test_opening_hours_are_understood(text, tongue, told):
    assert told in await asked(text, language=tongue, until=12.0)


@pytest.mark.parametrize(
    ("text", "tongue", "told"),
    [
        ("take me to 48.001, -29.999", ENGLISH, "To 48.001, -29.999: "),
        ("take me to forty eight point zero zero one minus thirty", ENGLISH, "To 48.001, -30: "),
        ("take me to 89WG2222+9G", ENGLISH, "To 89WG2222+9G: "),
        ("take me to 2 2 2 2 plus nine g in lensham", ENGLISH, "To 2222+9G: "),
        ("take me to the corner of quay street and bridge street", ENGLISH, "To Quay Street / "),
        ("take me to 52.52, 13.405", ENGLISH, "I have no map of that place."),
        ("带我去北纬四十八点零零一度西经三十度", CHINESE, "去48.001, -30："),
        ("导航到2222加9g镜湾镇", CHINESE, "去2222+9G："),
        ("去码头街和桥街路口怎么走", CHINESE, "去码头街 / 桥街："),
    ],
)
async def test_spots_are_found_however_they_are_said(text, tongue, told):
    assert (await asked(text, language=tongue)).startswith(told)
