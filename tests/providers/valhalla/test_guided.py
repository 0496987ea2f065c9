"""Guidance along the ways that Valhalla really finds."""

import json
from pathlib import Path

import pytest

from lorgnette.core.guidance import Phase, spoken
from lorgnette.core.routes import Mode
from lorgnette.core.types import CHINESE, ENGLISH, Spot
from lorgnette.engines.router import Trip
from lorgnette.providers.valhalla.result import result
from lorgnette.testing.journeys import follow
from lorgnette.testing.tracks import TOWN, track

GOLDEN = Path(__file__).parent.parent / "golden" / "valhalla"
MODES = {"drive": Mode.CAR, "motorway": Mode.CAR, "cycle": Mode.BICYCLE}
WAYS = ("walk", "drive", "motorway", "others", "ferry", "cycle", "no-stairs")


def way(name):
    """The first way of a recorded answer."""
    answer = (GOLDEN / f"{name}.json").read_bytes()
    places = json.loads(answer)["trip"]["locations"]
    stops = tuple(Spot(each["lat"], each["lon"]) for each in places)
    return result(answer, Trip(stops, MODES.get(name, Mode.FOOT)))[0]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", WAYS)
def test_every_manoeuvre_is_told_in_time_and_the_goal_is_reached(name, seed):
    route = way(name)
    record = follow(route, track(route.line, route.mode, seed, TOWN))

    assert (record.missed, record.twice, record.wished) == ([], [], [])
    assert record.state.phase is Phase.ARRIVED


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            ENGLISH,
            [
                "In 150 metres, at the roundabout, take the first exit onto Castle Road.",
                "This is your stop.",
                "In 200 metres, turn right onto Sea Road.",
                "You have arrived: your destination is on the left.",
            ],
        ),
        (
            CHINESE,
            [
                "前方150米，在环岛从第一个出口驶出，进入Castle Road。",
                "途经点到了。",
                "前方200米，右转进入Sea Road。",
                "您已到达目的地，它在左侧。",
            ],
        ),
    ],
)
def test_a_drive_is_heard_in_either_language(language, sentences):
    route = way("drive")
    record = follow(route, track(route.line, route.mode, 0, TOWN))
    heard = [spoken(each.prompt, language) for each in record.told]

    assert [each for each in heard if each in sentences] == sentences
