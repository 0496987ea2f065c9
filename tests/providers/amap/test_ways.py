"""What Amap answers: what is done at the end of a stretch begins the next, on earth again."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import EngineFailed, LorgnetteError, NoMap, NoRoute
from lorgnette.core.geo import metres, turn_between
from lorgnette.core.routes import Hindrance, Manoeuvre, Mode
from lorgnette.core.types import Spot
from lorgnette.providers.amap.legs import joined
from lorgnette.providers.amap.verdict import TooMuchAsked
from lorgnette.providers.amap.ways import ways

GOLDEN = Path(__file__).parent.parent / "golden" / "amap"
WALKING = (GOLDEN / "walking.json").read_bytes()
DRIVING = (GOLDEN / "driving.json").read_bytes()
FINE = b'{"status": "1", "infocode": "10000"'


def told(step):
    words = [step.manoeuvre.value, step.direction.value, *step.streets]
    return " | ".join([*words, *(["exit " + str(step.exit)] if step.exit else [])])


def test_a_walk_is_told_as_one_does_it():
    [route] = ways(WALKING, Mode.FOOT, 1)
    assert [told(step) for step in route.steps] == [
        "start | straight | 磨坊街",
        "turn | right | 市场路",
        "stairs | left",
        "continue | straight | 车站街",
        "turn | slight-right",
        "arrive | straight",
    ]
    assert route.has == {Hindrance.STAIRS}
    assert route.seconds == 445
    assert route.source == "© 高德地图 Amap"


def test_a_drive_is_told_as_one_does_it():
    [route] = ways(DRIVING, Mode.CAR, 1)
    assert [told(step) for step in route.steps] == [
        "start | straight | 磨坊街",
        "roundabout | straight | 车站大街 | exit 2",
        "ramp | slight-right",
        "merge | slight-left | G4高速",
        "exit | slight-right",
        "turn | left | 码头路",
        "ferry | straight | 湖上轮渡",
        "leave-ferry | straight | 对岸路",
        "arrive | straight",
    ]
    assert route.has == {Hindrance.TOLLS, Hindrance.FERRIES}


@pytest.mark.parametrize(("body", "mode"), [(WALKING, Mode.FOOT), (DRIVING, Mode.CAR)])
def test_its_line_is_on_earth_and_its_steps_follow_each_other(body, mode):
    [route] = ways(body, mode, 1)
    assert metres(route.line[0], Spot(39.9, 116.4)) < 0.2
    assert route.steps[0].begin == 0
    for step, following in pairwise(route.steps):
        assert step.end == following.begin
        along = pairwise(route.line[step.begin : step.end + 1])
        assert step.length == pytest.approx(sum(metres(a, b) for a, b in along), abs=2)
    assert route.steps[-1].begin == route.steps[-1].end == route.stops[-1] == len(route.line) - 1


def test_bearings_are_those_of_the_line():
    [route] = ways(WALKING, Mode.FOOT, 1)
    start, right = route.steps[:2]
    assert start.before is None
    assert abs(turn_between(start.after, 0)) < 0.5
    assert abs(turn_between(right.before, 0)) < 0.5
    assert abs(turn_between(right.after, 90)) < 0.5
    assert route.steps[-1].after is None


def test_alternatives_come_as_many_as_are_welcome():
    assert len(ways(WALKING, Mode.FOOT, 3)) == 2


def test_two_ways_are_one_with_a_stop():
    first, second = ways(WALKING, Mode.FOOT, 3)
    whole = joined([first, second])
    assert [step.manoeuvre for step in whole.steps].count(Manoeuvre.STOP) == 1
    assert [step.manoeuvre for step in whole.steps].count(Manoeuvre.ARRIVE) == 1
    assert whole.stops == (len(first.line) - 1, len(whole.line) - 1)
    assert whole.length == pytest.approx(first.length + second.length)
    for step, following in pairwise(whole.steps):
        assert step.end == following.begin
    assert whole.steps[-1].end == len(whole.line) - 1
    assert joined([first]) == first


def refusal(code, info="REASON"):
    return json.dumps({"status": "0", "info": info, "infocode": code}).encode()


@pytest.mark.parametrize(
    ("code", "error", "said"),
    [
        ("10001", EngineFailed, "does not know the key"),
        ("10009", EngineFailed, "another platform"),
        ("10007", EngineFailed, "wants a signature"),
        ("10003", TooMuchAsked, "again in 3600 s"),
        ("10021", TooMuchAsked, "again in 1 s"),
        ("20800", NoMap, "no road there"),
        ("20801", NoMap, "no road there"),
        ("20802", NoRoute, "finds no way"),
        ("20803", NoRoute, "finds no way"),
        ("20000", EngineFailed, r"refuses \(20000\): REASON"),
        ("99999", EngineFailed, "refuses"),
    ],
)
def test_what_went_wrong_is_told_in_a_sentence(code, error, said):
    with pytest.raises(error, match=said):
        ways(refusal(code), Mode.FOOT, 1)


@pytest.mark.parametrize(
    ("body", "error"),
    [
        *((each, EngineFailed) for each in (b"", b"<html>", b"[]", b"{}", WALKING[:500])),
        (FINE + b"}", EngineFailed),
        (FINE + b', "route": {"paths": []}}', NoRoute),
        (FINE + b', "route": {"paths": [5]}}', EngineFailed),
        (FINE + b', "route": {"paths": [{"steps": []}]}}', EngineFailed),
        (refusal(["10001"]), EngineFailed),
    ],
)
def test_what_is_no_way_is_refused(body, error):
    with pytest.raises(error):
        ways(body, Mode.FOOT, 1)


FIELDS = ["polyline", "road_name", "step_distance", "cost", "navi", "instruction"]
ODD = st.none() | st.integers() | st.floats() | st.text() | st.just([]) | st.just({"tolls": "nan"})


@given(st.dictionaries(st.sampled_from(FIELDS), ODD), st.integers(0, 5))
def test_whatever_a_field_holds_it_is_a_way_or_an_error(spoiled, number):
    said = json.loads(WALKING)
    said["route"]["paths"][0]["steps"][number].update(spoiled)
    try:
        routes = ways(json.dumps(said).encode(), Mode.FOOT, 3)
    except LorgnetteError:
        return
    for route in routes:
        assert route.steps[0].manoeuvre is Manoeuvre.START
        assert route.steps[-1].manoeuvre is Manoeuvre.ARRIVE
        assert route.length >= 0
