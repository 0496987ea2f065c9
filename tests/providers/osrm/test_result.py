"""What OSRM answers: turns, roundabouts, motorways, ferries and stops, and what is no answer."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import EngineFailed, LorgnetteError, NoMap, NoRoute
from lorgnette.core.geo import metres
from lorgnette.core.routes import Direction, Hindrance, Manoeuvre, Mode
from lorgnette.core.types import Spot
from lorgnette.engines.router import Trip
from lorgnette.providers.osrm.result import code, result

GOLDEN = Path(__file__).parent.parent / "golden" / "osrm"
CAR = (GOLDEN / "car.json").read_bytes()
FOOT = (GOLDEN / "foot.json").read_bytes()
DRIVE = Trip((Spot(48.0, 7.8), Spot(48.003, 7.8025), Spot(48.0305, 7.821)), Mode.CAR)
WALK = Trip((Spot(51.5, -0.12), Spot(51.5005, -0.119)), others=2)


def told(step):
    words = [step.manoeuvre.value, step.direction.value, *step.streets[:1]]
    return " | ".join([*words, *(["exit " + str(step.exit)] if step.exit else [])])


def test_a_drive_is_told_as_one_does_it():
    [route] = result(CAR, DRIVE)
    assert [told(step) for step in route.steps] == [
        "start | straight | Mill Street",
        "turn | right | High Street",
        "roundabout | left | Station Road | exit 3",  # as a whole, though one enters it right
        "stop | right | Station Road",
        "fork | slight-right",
        "ramp | slight-right",
        "merge | slight-left | A 5",
        "exit | slight-right",
        "turn | sharp-left | Quay",
        "ferry | straight | Lake Ferry",
        "leave-ferry | straight | Far Quay",
        "turn | u-turn-left | Far Quay",
        "turn | right | Little Lane",
        "continue | straight | Church Row",
        "arrive | left | Church Row",
    ]


def test_its_steps_follow_each_other_along_the_line():
    [route] = result(CAR, DRIVE)
    assert route.steps[0].begin == 0
    for step, following in pairwise(route.steps):
        assert step.end == following.begin
        along = route.line[step.begin : step.end + 1]
        walked = sum(metres(a, b) for a, b in pairwise(along))
        assert step.length == pytest.approx(walked, abs=1)
    assert route.steps[-1].begin == route.steps[-1].end == len(route.line) - 1
    assert [route.line[stop] for stop in route.stops] == list(DRIVE.stops[1:])


def test_what_a_drive_has_is_told():
    [route] = result(CAR, DRIVE)
    assert route.has == {Hindrance.MOTORWAYS, Hindrance.TOLLS, Hindrance.FERRIES}
    assert route.source == "© OpenStreetMap contributors"
    assert route.steps[1].streets == ("High Street", "B 31")
    assert route.steps[5].towards == ("A 5", "Basel", "Karlsruhe")
    assert route.steps[7].towards == ("Lake Ferry",)  # without the markup
    legs = json.loads(CAR)["routes"][0]["legs"]
    assert route.seconds == pytest.approx(sum(leg["duration"] for leg in legs))


def test_alternatives_come_as_many_as_are_welcome():
    first, second = result(FOOT, WALK)
    assert first.steps[1].direction is Direction.RIGHT
    assert second.steps[1].direction is Direction.LEFT
    assert first.steps[1].streets == ("中国城",)
    assert all(step.keeps_left for step in first.steps)
    assert len(result(FOOT, Trip(WALK.stops))) == 1


def test_whoever_keeps_left_turns_round_to_the_right():
    said = json.loads(FOOT)
    said["routes"][0]["legs"][0]["steps"][1]["maneuver"]["modifier"] = "uturn"
    first = result(json.dumps(said).encode(), WALK)[0]
    assert first.steps[1].direction is Direction.U_TURN_RIGHT


def test_a_roundabout_that_is_not_left_has_no_exit():
    said = json.loads(FOOT)
    said["routes"][0]["legs"][0]["steps"][1]["maneuver"] = {"type": "rotary", "modifier": "left"}
    step = result(json.dumps(said).encode(), WALK)[0].steps[1]
    assert (step.manoeuvre, step.exit) == (Manoeuvre.ROUNDABOUT, 0)


def test_a_turn_that_nobody_knows_yet_is_a_turn():
    said = json.loads(FOOT)
    said["routes"][0]["legs"][0]["steps"][1]["maneuver"]["type"] = "teleport"
    step = result(json.dumps(said).encode(), WALK)[0].steps[1]
    assert (step.manoeuvre, step.direction) == (Manoeuvre.TURN, Direction.RIGHT)


@pytest.mark.parametrize(
    ("name", "error"),
    [("no-route", NoRoute), ("no-segment", NoMap), ("not-prepared", EngineFailed)],
)
def test_what_went_wrong_is_told(name, error):
    with pytest.raises(error):
        result((GOLDEN / f"{name}.json").read_bytes(), WALK)


def test_the_nearest_road_in_another_country_is_no_road():
    far = Trip((Spot(35.0, 139.0), WALK.stops[1]))
    with pytest.raises(NoMap, match="within 2000 m"):
        result(FOOT, far)


def test_the_shore_across_the_water_is_not_where_one_wants_to_go():
    island = Trip((WALK.stops[0], Spot(51.5005, -0.108)))
    with pytest.raises(NoRoute, match="within 500 m"):
        result(FOOT, island)


def spoiled(change):
    said = json.loads(FOOT)
    change(said["routes"][0]["legs"][0]["steps"], said)
    return json.dumps(said).encode()


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"<html>busy</html>", b"{}", b"[]", b'{"code": 5}', FOOT[:999]),
        *(b'{"code": "TooBig"}', b'{"code": "Ok"}', b'{"code": "Ok", "routes": [{"legs": []}]}'),
        spoiled(lambda steps, _: steps.pop()),
        spoiled(lambda steps, _: steps.clear()),
        spoiled(lambda steps, _: steps[1].update(geometry="~~~~~~~~~~~~~~~~")),
        spoiled(lambda steps, _: steps[1].update(geometry="")),
        spoiled(lambda steps, _: steps[1].update(distance=-5)),
        spoiled(lambda steps, _: steps[1].update(duration=float("nan"))),
        spoiled(lambda steps, _: steps[1].update(distance="1e999")),
        spoiled(lambda steps, _: steps[1]["maneuver"].update(exit=10**30)),
        spoiled(lambda _, said: said["waypoints"][0].update(location=[])),
    ],
)
def test_what_is_no_way_is_refused(body):
    with pytest.raises((EngineFailed, NoRoute)):
        result(body, WALK)


def test_the_code_of_what_is_no_answer_is_none():
    assert code(FOOT) == "Ok"
    assert code(b"<html>") == ""


@given(st.binary(max_size=300) | st.integers(0, len(CAR)).map(lambda n: CAR[:n] + CAR[n + 7 :]))
def test_whatever_comes_is_a_way_or_an_error(body):
    try:
        routes = result(body, DRIVE)
    except LorgnetteError:
        return
    for route in routes:
        assert route.steps[0].manoeuvre is Manoeuvre.START
        assert route.steps[-1].manoeuvre is Manoeuvre.ARRIVE
