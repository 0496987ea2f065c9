"""Whoever follows the way that a service answered hears what there is to do, on the right side."""

from pathlib import Path

import pytest

from lorgnette.core.guidance import Phase, spoken
from lorgnette.core.routes import Mode
from lorgnette.core.types import CHINESE, ENGLISH, Spot
from lorgnette.engines.router import Trip
from lorgnette.providers.amap.ways import ways
from lorgnette.providers.osrm.result import result
from lorgnette.testing.journeys import follow
from lorgnette.testing.tracks import OPEN, TOWN, track

GOLDEN = Path(__file__).parent / "golden"
DRIVE = Trip((Spot(48.0, 7.8), Spot(48.003, 7.8025), Spot(48.0305, 7.821)), Mode.CAR)
WALK = Trip((Spot(51.5, -0.12), Spot(51.5005, -0.119)))


def golden(name):
    return (GOLDEN / f"{name}.json").read_bytes()


ROUTES = {
    "osrm, by car": result(golden("osrm/car"), DRIVE)[0],
    "osrm, on foot": result(golden("osrm/foot"), WALK)[0],
    "amap, by car": ways(golden("amap/driving"), Mode.CAR, 1)[0],
    "amap, on foot": ways(golden("amap/walking"), Mode.FOOT, 1)[0],
}

HEARD = {
    "osrm, by car": (
        *(("turn right onto", "右转进入"), ("take the third exit", "第三个出口")),
        *(("your stop is on the right", "途经点在右侧"), ("keep right", "靠右")),
        *(("the ramp on the right", "右侧匝道"), ("merge to the left", "向左汇入")),
        *(("the exit on the right", "右侧出口"), ("turn sharp left", "向左后方")),
        *(("take the ferry", "乘坐渡轮"), ("leave the ferry", "下渡轮")),
        *(("u-turn to the left", "向左掉头"), ("destination is on the left", "目的地在左侧")),
    ),
    "osrm, on foot": (("turn right onto", "右转进入"),),
    "amap, by car": (
        *(("take the second exit", "第二个出口"), ("the ramp on the right", "右侧匝道")),
        *(("merge to the left", "向左汇入"), ("the exit on the right", "右侧出口")),
        *(("turn left onto", "左转进入"), ("take the ferry", "乘坐渡轮")),
        ("leave the ferry", "下渡轮"),
    ),
    "amap, on foot": (
        *(("turn right onto", "右转进入"), ("the stairs on the left", "左侧的楼梯")),
        ("turn slightly right", "向右前方"),
    ),
}
"""What there is to hear on each, in English and Chinese."""


@pytest.mark.parametrize("name", ROUTES)
def test_everything_there_is_to_do_is_said(name):
    route = ROUTES[name]
    record = follow(route, track(route.line, route.mode, 1, OPEN))
    english = [spoken(each.prompt, ENGLISH).lower() for each in record.told]
    chinese = [spoken(each.prompt, CHINESE) for each in record.told]
    for said_so, also in HEARD[name]:
        assert any(said_so in each for each in english), said_so
        assert any(also in each for each in chinese), also


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", ROUTES)
def test_it_is_said_in_time_and_one_arrives(name, seed):
    route = ROUTES[name]
    record = follow(route, track(route.line, route.mode, seed, TOWN))
    assert (record.missed, record.twice, record.wished) == ([], [], [])
    assert record.state.phase is Phase.ARRIVED
