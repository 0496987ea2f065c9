"""What is said and when: once, in time, chained when turns are close, and else nothing."""

import pytest

from lorgnette.core.fixes import Fix
from lorgnette.core.guidance import Saying, begin, guide, spoken, still_due
from lorgnette.core.routes import Direction, Manoeuvre, Mode
from lorgnette.core.types import ENGLISH
from lorgnette.testing.journeys import follow
from lorgnette.testing.tracks import Sky, track
from lorgnette.testing.ways import Draft

LEFT, RIGHT = Direction.LEFT, Direction.RIGHT
CLEAR = Sky(noise=0.0)


def said(route, seed=0):
    """(metres gone, sentence) of all prompts for somebody who follows the route exactly."""
    record = follow(route, track(route.line, route.mode, seed, CLEAR, lights=False))
    return [(each.sample.gone, spoken(each.prompt, ENGLISH)) for each in record.told]


def sentences(route):
    return [sentence for _, sentence in said(route)]


def test_a_walk_is_told_from_its_start_to_its_goal_and_quiet_between():
    route = Draft(street="High Street").go(200, 20).turn(LEFT, "Park Road").go(100, 20)

    assert sentences(route.arrive(RIGHT)) == [
        "Head north on High Street.",
        "Continue on High Street for 200 metres.",
        "In 40 metres, turn left onto Park Road.",
        "Turn left onto Park Road.",
        "In 40 metres, your destination is on the right.",
        "You have arrived: your destination is on the right.",
    ]


@pytest.mark.parametrize(
    ("mode", "length", "bands"),
    [(Mode.FOOT, 400, (40, 13)), (Mode.BICYCLE, 800, (135, 36)), (Mode.CAR, 2_000, (200, 75))],
)
def test_faster_is_told_from_farther_away(mode, length, bands):
    route = Draft(mode).go(length, 25).turn(LEFT).go(length, 25).arrive()
    turns = [length - gone for gone, sentence in said(route) if "turn left" in sentence.lower()]

    assert turns == [pytest.approx(band, rel=0.35) for band in bands]


def test_on_a_motorway_an_exit_is_told_three_times():
    route = Draft(Mode.CAR).go(4_000, 100).do(Manoeuvre.EXIT, Direction.SLIGHT_RIGHT).go(1_000)
    state, told = begin(route.arrive()), []
    for at in range(140):
        fix = Fix(float(at), state.way.spot(30.0 * at), 5.0, 0.0, 30.0)
        state = guide(state, fix)
        told += [
            state.distance
            for prompt in state.prompts
            if prompt.saying in (Saying.AHEAD, Saying.NOW) and prompt.mark == 1
        ]

    assert [round(distance, -2) for distance in told] == [900, 500, 200]


def test_turns_that_follow_each_other_closely_are_said_together():
    route = Draft().go(200, 20).turn(LEFT, "B").go(18).turn(RIGHT, "C").go(100, 20).arrive()
    heard = sentences(route)

    assert "In 40 metres, turn left onto B, then turn right onto C." in heard
    assert "Turn left onto B, then turn right onto C." in heard
    assert heard.count("Turn right onto C.") == 1
    assert not any(each.startswith("In") and "right onto C" in each[:40] for each in heard)


def test_what_comes_at_once_is_said_along_and_not_again():
    route = Draft().go(200, 20).turn(LEFT, "B").go(6).do(Manoeuvre.STAIRS).go(100, 20).arrive()
    heard = sentences(route)

    assert "Turn left onto B, then take the stairs." in heard
    assert "Take the stairs." not in heard


def test_another_name_is_told_once_and_only_there():
    route = Draft(street="A").go(300, 20).do(Manoeuvre.CONTINUE, street="B").go(300, 20).arrive()

    assert [each for each in sentences(route) if "on B" in each] == [
        "Continue on B.",
        "Continue on B for 300 metres.",
    ]


def test_a_stop_is_announced_and_reached_and_the_way_goes_on():
    route = Draft().go(200, 20).stop(LEFT).go(200, 20).arrive()

    assert sentences(route)[2:6] == [
        "In 40 metres, your stop is on the left.",
        "This is your stop, on the left.",
        "Continue for 200 metres.",
        "In 40 metres, your destination is ahead.",
    ]


def test_on_a_ferry_nobody_is_told_to_go_on():
    route = Draft().go(100, 20).do(Manoeuvre.FERRY).go(2_000).do(Manoeuvre.LEAVE_FERRY).go(100, 20)

    assert not any("Continue" in each for each in sentences(route.arrive()))


def test_a_prompt_that_waited_until_after_its_turn_is_not_due_any_more():
    route = Draft().go(100, 20).turn(LEFT).go(100, 20).arrive()
    state, waiting = begin(route), None
    for sample in track(route.line, Mode.FOOT, 0, CLEAR):
        state = guide(state, sample.fix)
        for prompt in state.prompts:
            waiting = prompt if prompt.saying is Saying.NOW else waiting
        if waiting is not None and sample.gone < 98:
            assert still_due(state, waiting)

    assert not still_due(state, waiting)
    assert still_due(state, state.prompts[-1] if state.prompts else waiting.__class__("x", "off"))


def test_the_side_of_a_prompt_is_that_of_its_turn():
    route = Draft().go(100, 20).turn(LEFT).go(100, 20).turn(RIGHT).go(100, 20).arrive()
    record = follow(route, track(route.line, Mode.FOOT, 0, CLEAR))
    sides = {
        saying: [each.prompt.side for each in record.told if each.prompt.saying is saying]
        for saying in Saying
    }

    assert sides[Saying.NOW] == [-1, 1]
    assert sides[Saying.AHEAD] == [-1, 1, 0]
    assert sides[Saying.ARRIVED] == [0]


def test_what_goes_on_for_long_comes_from_no_side_though_it_began_with_a_turn():
    route = Draft().go(100, 20).turn(LEFT).go(900, 20).arrive(RIGHT)
    record = follow(route, track(route.line, Mode.FOOT, 0, CLEAR))
    told = [(each.prompt.saying, each.prompt.side) for each in record.told]

    assert (Saying.NOW, -1) in told
    assert (Saying.CONTINUE, 0) in told
    assert (Saying.ARRIVED, 1) in told
