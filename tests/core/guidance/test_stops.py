"""Stops and goals: reached in turn, in time, and from wherever one comes."""

import pytest
from msgspec.structs import replace

from lorgnette.core.fixes import Fix
from lorgnette.core.geo import moved
from lorgnette.core.guidance import Phase, Saying, begin, guide
from lorgnette.core.routes import Direction, Mode
from lorgnette.testing.tracks import Sky, track
from lorgnette.testing.ways import Draft

CLEAR = Sky(noise=0.0)
ROUTE = (
    (Draft(street="A").go(200, 20).turn(Direction.LEFT, "B").go(200, 20).stop(Direction.LEFT))
    .go(200, 20)
    .arrive(Direction.RIGHT)
)


def until(route, gone):
    state = begin(route)
    for sample in track(route.line, route.mode, 0, CLEAR, lights=False):
        if sample.gone <= gone:
            state = guide(state, sample.fix)
    return state


def led(state, *legs):
    """The states of somebody who goes so far in these (course, metres)."""
    states, spot = [state], state.motion.fix.spot
    for course, length in legs:
        for _ in range(round(length / 1.4)):
            spot = moved(spot, course, 1.4)
            states.append(guide(states[-1], Fix(states[-1].at + 1, spot, 5.0, course, 1.4)))
    return states


def heard(states):
    return [prompt.saying for state in states for prompt in state.prompts]


def test_stops_are_reached_in_turn_and_the_goal_ends_the_journey():
    samples = track(ROUTE.line, Mode.FOOT, 0, CLEAR, lights=False)
    states = [begin(ROUTE)]
    for sample in samples:
        states.append(guide(states[-1], sample.fix))

    assert heard(states).count(Saying.STOP) == heard(states).count(Saying.ARRIVED) == 1
    assert (states[-1].phase, states[-1].stops) == (Phase.ARRIVED, 1)
    later = guide(states[-1], Fix(1e4, ROUTE.line[0]))
    assert (later.phase, later.prompts) == (Phase.ARRIVED, ())


def test_a_round_trip_has_not_arrived_when_it_begins():
    draft = Draft()
    for _ in range(3):
        draft.go(150, 10).turn(Direction.LEFT)
    route = draft.go(150, 10).arrive()

    assert until(route, 30).phase is Phase.GOING
    assert until(route, 600).phase is Phase.ARRIVED


def test_a_goal_across_a_square_is_reached_beside_its_street():
    state = until(ROUTE, 560)
    goal = ROUTE.line[-1]
    state = guide(state, Fix(state.at + 12, moved(goal, 0, 12), 5.0))

    assert state.phase is Phase.ARRIVED


@pytest.mark.parametrize("mode", list(Mode))
def test_nobody_has_arrived_before_the_last_turn(mode):
    route = Draft(mode).go(300, 20).turn(Direction.LEFT).go(12).arrive()
    states = [begin(route)]
    for sample in track(route.line, mode, 0, CLEAR, lights=False):
        states.append(guide(states[-1], sample.fix))
    arrived = next(state for state in states if state.phase is Phase.ARRIVED)

    assert arrived.stand.along > 290
    assert heard(states)[-2:] == [Saying.NOW, Saying.ARRIVED]


def test_who_comes_to_the_goal_another_way_has_arrived_too():
    states = led(until(ROUTE, 450), (0, 80), (270, 150), (180, 80))

    assert any(state.off for state in states)
    assert heard(states)[-1] == Saying.ARRIVED
    assert (states[-1].phase, states[-1].wants) == (Phase.ARRIVED, None)


def test_who_comes_to_a_stop_another_way_need_not_come_again():
    states = led(until(ROUTE, 250), (0, 80), (270, 148), (180, 80))
    told = [prompt for state in states for prompt in state.prompts]

    assert [each for each in told if each.saying is Saying.STOP]
    assert states[-1].stops == 1
    assert states[-1].wants is None or len(states[-1].wants.stops) == 2


def test_a_stop_that_no_step_is_about_is_passed_in_silence():
    bare = replace(ROUTE, steps=(*ROUTE.steps[:2], *ROUTE.steps[3:]))
    states = led(until(bare, 380), (270, 220))

    assert states[-1].stops == 1
    assert Saying.STOP not in heard(states)
    assert heard(states)[-1] is Saying.ARRIVED
