"""The tiny town, its real ways and its real places: somebody who lands there finds everything.

All who ask do so at the same time, for these conversations take as long as real ones.
"""

from contextlib import asynccontextmanager

import anyio
import pytest

from lorgnette.core.fixes import Fix
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.engines import PLACES, ROUTER
from lorgnette.providers.valhalla.router import ValhallaMaps
from lorgnette.skills.navigate import skill
from lorgnette.store.places import provider
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.town import at
from towns import tables, town

pytestmark = [pytest.mark.real, pytest.mark.asyncio]

SQUARE = at(30, 200)

BETWEEN = 5.0
"""Seconds from one sentence to the next."""


@asynccontextmanager
async def maps():
    """The engines of a hub that has the map of the town."""
    router = ValhallaMaps(tables(town()))
    try:
        yield {ROUTER: router, PLACES: provider(tables(town()))}
    finally:
        await router.aclose()


async def answers(*talks):
    """All that is read by each of several people who stand in the square and talk."""
    talks = [[talk] if isinstance(talk, str) else talk for talk in talks]
    stages = [Stage(language=ENGLISH if talk[0][0].isascii() else CHINESE) for talk in talks]
    async with maps() as engines, anyio.create_task_group() as tasks:
        for stage, talk in zip(stages, talks, strict=True):
            for number, text in enumerate(talk):
                stage.types(text, at=0.5 + BETWEEN * number)
            until = stage.last_cue + 9.0
            stage.walks(Fix(float(second), SQUARE, 4.0) for second in range(int(until)))

            async def talked(stage=stage, until=until):
                await converse(stage, [skill], engines, until=until)

            tasks.start_soon(talked)
    return [" ".join(stage.read) for stage in stages]


async def told(expected):
    """What is not told to those who ask, of what is expected."""
    heard = await answers(*expected)
    pairs = zip(expected.items(), heard, strict=True)
    return {text: said for (text, wanted), said in pairs if wanted not in said}


async def test_somebody_is_led_where_they_want_to_go():
    expected = {
        "take me to lensham station": "To Lensham Station: ",
        "take me to the harbour via the bakery": "To Harbour by way of Golden Loaf: ",
        "take me to the castle without stairs": "To Lensham Castle: ",
        "take me to the seal light": "I found no way there.",
        "take me to gull island": "I found no way there.",
        "take me to 52.52, 13.405": "I have no map of that place.",
        "take me to atlantis": "Do you mean Atlantic Motorway",
        "take me to the eiffel tower": "I don't know a place called the eiffel tower.",
        "coffee near me": "Shall I take you there?",
    }
    assert await told(expected) == {}


async def test_names_are_known_in_three_scripts():
    expected = {
        "take me to 龙井茶楼": "To Dragon Well Tea House: ",
        "take me to long jing cha lou": "To Dragon Well Tea House: ",
        "take me to dragon well tea house": "To Dragon Well Tea House: ",
        "带我去dragon well tea house": "去龙井茶楼：",
        "带我去龙井茶楼": "去龙井茶楼：",
        "带我去埃菲尔铁塔": "我不知道叫埃菲尔铁塔的地方。",
        "最近的药店": "药房",
        "带我去镜湾火车站": "沿市场街继续前行",
    }
    assert await told(expected) == {}


async def test_where_one_is():
    expected = {"what street is this": "Lensham", "这是什么街": "镜湾镇市场街13号"}
    assert await told(expected) == {}


async def test_spots_are_found_however_they_are_said():
    expected = {
        "take me to 48.001, -29.999": "To 48.001, -29.999: ",
        "take me to forty eight point zero zero one minus thirty": "To 48.001, -30: ",
        "take me to 89WG2222+9G": "To 89WG2222+9G: ",
        "take me to 2 2 2 2 plus nine g in lensham": "To 2222+9G: ",
        "take me to the corner of quay street and bridge street": "To Quay Street / Bridge",
        "带我去北纬四十八点零零一度西经三十度": "去48.001, -30：",
        "导航到2222加9g镜湾镇": "去2222+9G：",
        "去码头街和桥街路口怎么走": "去码头街 / 桥街：",
    }
    assert await told(expected) == {}


async def test_opening_hours_are_understood():
    expected = {
        "is there a cafe open now": "Corner Coffee",
        "when does the post office open": "It opens at 11:00 and closes at 19:00.",
        "附近有开着的药店吗": "灯笼药房",
        "面包店几点关门": "金面包",
    }
    assert await told(expected) == {}


async def test_two_of_one_name_are_told_apart():
    first, second, chinese = await answers(
        ("take me to corner coffee", "the one in garden street"),
        ("take me to corner coffee", "the nearer one"),
        ("带我去街角咖啡", "近的那个"),
    )
    assert "Quay Street, 200 metres away, or Garden Street, 400 metres away?" in first
    assert "To Corner Coffee: 600 metres" in first
    assert "To Corner Coffee: 250 metres" in second
    assert "码头街，距离200米、还是花园街，距离400米" in chinese
    assert "去街角咖啡：步行250米" in chinese


async def test_of_several_ways_one_is_chosen():
    english, chinese = await answers(
        ("take me to lensham station", "is there another way", "bridge street"),
        ("带我去镜湾火车站", "还有别的路吗", "第一条"),
    )
    assert "by Market Street, or 500 metres, 6 minutes on foot, by Bridge Street" in english
    assert "onto Bridge Street" in english.rpartition("To Lensham Station")[2]
    assert "走市场街" in chinese
    assert chinese.count("去镜湾火车站：步行") == 2
