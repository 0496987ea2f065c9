"""What Valhalla answers, recorded in the tiny town, and what is no answer."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import EngineFailed, LorgnetteError, NoMap, NoRoute
from lorgnette.core.routes import Direction, Hindrance, Manoeuvre, Mode
from lorgnette.engines.router import Trip
from lorgnette.providers.valhalla.result import result, trouble
from lorgnette.testing.routers import check_route
from lorgnette.testing.town import CASTLE_FOOT, CASTLE_GATE, NORTH_PIER, SEAL_ISLAND, at

GOLDEN = Path(__file__).parent.parent / "golden" / "valhalla"

WALK = Trip((CASTLE_FOOT, CASTLE_GATE, at(-90, 192)))
DRIVE = Trip((at(-360, 320), at(-200, 562), at(930, 300)), Mode.CAR)
MOTORWAY = Trip((at(-360, 720), at(900, 700)), Mode.CAR)
OTHERS = Trip((at(-500, 180), at(400, 300)), others=2)
FERRY = Trip((at(590, 62), at(610, -62)))
CYCLE = Trip((at(-400, -190), at(-590, -400)), Mode.BICYCLE)
NO_STAIRS = Trip((CASTLE_FOOT, CASTLE_GATE), avoid=frozenset({Hindrance.STAIRS}))

TRIPS = {
    "walk": WALK,
    "drive": DRIVE,
    "motorway": MOTORWAY,
    "others": OTHERS,
    "ferry": FERRY,
    "cycle": CYCLE,
    "no-stairs": NO_STAIRS,
}


def golden(name):
    return (GOLDEN / f"{name}.json").read_bytes()


def told(step):
    words = [step.manoeuvre.value, step.direction.value, *step.streets[:1]]
    return " | ".join([*words, *(["exit " + str(step.exit)] if step.exit else [])])


def steps_of(name, body=None):
    route, *_ = result(body or golden(name), TRIPS[name])
    return [told(step) for step in route.steps]


@pytest.mark.parametrize("name", TRIPS)
def test_every_way_keeps_what_ways_promise(name):
    for route in result(golden(name), TRIPS[name]):
        check_route(route, TRIPS[name])


def test_a_roundabout_is_one_thing_to_do_and_a_stop_goes_on():
    assert steps_of("drive") == [
        "start | straight | Station Road",
        "roundabout | right | Castle Road | exit 1",
        "stop | straight | Castle Road",
        "turn | left | Hill Street",
        "turn | right | Sea Road",
        "arrive | left",
    ]


def test_stairs_are_told_and_left_out_when_they_are_to_be_avoided():
    assert steps_of("walk")[:3] == [
        "start | straight | Church Lane",
        "stairs | straight | Castle Steps",
        "stop | straight | Castle Track",
    ]
    [up] = result(golden("walk"), WALK)
    [round_it] = result(golden("no-stairs"), NO_STAIRS)
    assert up.has == {Hindrance.STAIRS}
    assert not round_it.has
    assert all("Castle Steps" not in step.streets for step in round_it.steps)


def test_a_ferry_is_boarded_and_left():
    [route] = result(golden("ferry"), FERRY)
    assert steps_of("ferry") == [
        "start | straight | Quay Street",
        "ferry | straight | Lensham Ferry",
        "leave-ferry | left | 南码头",
        "arrive | straight",
    ]
    assert route.has == {Hindrance.FERRIES}


def test_signs_say_where_an_exit_leads():
    [route] = result(golden("motorway"), MOTORWAY)
    [leaving] = (step for step in route.steps if step.manoeuvre is Manoeuvre.EXIT)
    assert leaving.towards == ("Lensham Harbour",)
    assert leaving.direction is Direction.SLIGHT_RIGHT
    assert route.has == {Hindrance.MOTORWAYS}
    assert route.steps[1].streets == ("A1", "Atlantic Motorway")


def test_who_cycles_learns_that_a_way_is_unpaved():
    [route] = result(golden("cycle"), CYCLE)
    assert route.has == {Hindrance.UNPAVED}


def test_alternatives_are_other_ways_and_no_more_than_were_wanted():
    assert len({route.line for route in result(golden("others"), OTHERS)}) == 3
    assert len(result(golden("others"), Trip(OTHERS.stops, others=1))) == 2


def test_without_heights_nobody_pretends_to_know_the_climb():
    [route] = result(golden("walk"), WALK)
    assert route.climb is None
    assert route.descent is None


def test_heights_add_up_to_a_climb_without_their_noise():
    def high(said):
        said["trip"]["legs"][0]["elevation"] = [10, 11, 10, 30, 29, 31, 20]

    [route] = result(changed("cycle", high), CYCLE)
    assert (route.climb, route.descent) == (20, 10)


@pytest.mark.parametrize(("country", "left"), [("GB", True), ("LI", False), ("", False)])
def test_the_side_is_that_of_the_country(country, left):
    def there(said):
        for leg in said["trip"]["legs"]:
            leg["summary"]["admins"] = [{"country_code": country}]

    [route] = result(changed("drive", there), DRIVE)
    assert {step.keeps_left for step in route.steps} == {left}


@pytest.mark.parametrize(("country", "way"), [("JP", "u-turn-right"), ("DE", "u-turn-left")])
@pytest.mark.parametrize("kind", [12, 13])
def test_one_turns_round_towards_the_other_side_of_the_road(country, way, kind):
    def turned(said):
        leg = said["trip"]["legs"][0]
        leg["summary"]["admins"] = [{"country_code": country}]
        leg["maneuvers"][1]["type"] = kind

    [route] = result(changed("cycle", turned), CYCLE)
    assert route.steps[1].direction.value == way


def test_its_texts_are_never_used():
    def spoken(said):
        for maneuver in said["trip"]["legs"][0]["maneuvers"]:
            maneuver["instruction"] = maneuver["verbal_alert"] = "SECRET"

    assert "SECRET" not in repr(result(changed("cycle", spoken), CYCLE))


def test_a_shore_is_not_the_island():
    with pytest.raises(NoRoute):
        result(golden("shore"), Trip((NORTH_PIER, SEAL_ISLAND)))


def test_no_map_is_told_from_no_way_and_from_everything_else():
    assert isinstance(trouble(golden("no-map")), NoMap)
    assert isinstance(trouble(golden("no-route")), NoRoute)
    refused = trouble(b'{"error_code":150,"error":"Exceeded <b>max</b> locations: 20"}')
    assert str(refused) == "Valhalla refuses (150): Exceeded max locations: 20"
    assert isinstance(trouble(b"<html>"), EngineFailed)


BROKEN = {
    "no leg": lambda said: said["trip"].update(legs=[]),
    "no steps": lambda said: said["trip"]["legs"][0].update(maneuvers=[]),
    "no line": lambda said: said["trip"]["legs"][0].update(shape=""),
    "half a line": lambda said: said["trip"]["legs"][0].update(shape="_p~iF"),
    "a step beyond the line": lambda said: said["trip"]["legs"][0]["maneuvers"][1].update(
        end_shape_index=99
    ),
    "a step below": lambda said: said["trip"]["legs"][0]["maneuvers"][1].update(length=-1),
    "no arrival": lambda said: said["trip"]["legs"][0]["maneuvers"].pop(),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_way_is_none(how):
    with pytest.raises(EngineFailed):
        result(changed("cycle", BROKEN[how]), CYCLE)


@given(st.binary(max_size=60), st.integers(0, 2_500))
def test_whatever_it_answers_nothing_but_our_errors_comes_out(noise, at_byte):
    body = golden("cycle")
    for said in (noise, body[:at_byte] + noise + body[at_byte + len(noise) :]):
        assert isinstance(trouble(said), LorgnetteError)
        with suppress(LorgnetteError):
            result(said, CYCLE)


def changed(name, change):
    said = json.loads(golden(name))
    change(said)
    return json.dumps(said).encode()
