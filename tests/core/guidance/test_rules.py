"""Events of a journey: fixes good and bad, gaps, pauses, stops, and new ways."""

import math
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effort import effort
from lorgnette.core.fixes import Fix
from lorgnette.core.geo import moved
from lorgnette.core.guidance import (
    Phase,
    Saying,
    Why,
    begin,
    go_on,
    guide,
    pause,
    reckon,
    rerouted,
    skip_stop,
    unanswered,
)
from lorgnette.core.routes import Direction, Manoeuvre, Mode
from lorgnette.core.types import Spot
from lorgnette.testing.tracks import Sky, track
from lorgnette.testing.ways import Draft

CLEAR = Sky(noise=0.0)
ROUTE = (
    (Draft(street="A").go(200, 20).turn(Direction.LEFT, "B").go(200, 20).stop(Direction.LEFT))
    .go(200, 20)
    .arrive(Direction.RIGHT)
)


def guided(state, samples):
    for sample in samples:
        state = guide(state, sample.fix)
    return state


def until(route, gone, state=None, mode=None):
    samples = track(route.line, mode or route.mode, 0, CLEAR, lights=False)
    return guided(state or begin(route), [each for each in samples if each.gone <= gone])


def heard(states):
    return [prompt.saying for state in states for prompt in state.prompts]


@pytest.mark.parametrize(
    "fix",
    [
        Fix(0.0, ROUTE.line[0]),
        Fix(-5.0, ROUTE.line[0]),
        Fix(1e4, Spot(math.nan, 16.37)),
        Fix(1e4, Spot(48.2, 500.0)),
        Fix(1e4, ROUTE.line[0], math.nan),
        Fix(1e4, ROUTE.line[0], 5.0, math.inf),
        Fix(1e4, ROUTE.line[0], 5.0, 0.0, -3.0),
    ],
)
def test_what_is_no_fix_or_from_the_past_changes_nothing(fix):
    state = until(ROUTE, 100)
    quiet = guide(state, Fix(-1.0, ROUTE.line[0]))

    assert guide(state, fix) == quiet


def test_a_rough_fix_and_a_teleport_move_nobody_away():
    state = until(ROUTE, 100)
    there = state.stand.along

    rough = guide(state, Fix(state.at + 1, moved(state.motion.fix.spot, 90, 400), 500.0))
    jumped = guide(state, Fix(state.at + 1, moved(state.motion.fix.spot, 90, 4_000), 5.0))

    for after in (rough, jumped):
        assert after.stand.along == pytest.approx(there + 1.4, abs=1)
        assert after.straying == state.straying


def test_through_a_gap_one_goes_on_as_before_and_it_is_marked():
    state = until(ROUTE, 100)
    after = reckon(state, state.at + 5)

    assert after.stand.along == pytest.approx(state.stand.along + 5 * state.motion.speed, abs=0.5)
    assert (state.reckoned, after.reckoned, after.lost) == (0, 5, False)


def test_in_a_tunnel_the_exit_is_told_in_time():
    route = Draft(Mode.CAR).go(1_500, 50).turn(Direction.RIGHT).go(500, 50).arrive()
    state = until(route, 1_250)
    states = [state]
    for _ in range(24):
        states.append(reckon(states[-1], states[-1].at + 1))

    assert Saying.AHEAD in heard(states)
    assert Saying.NOW in heard(states)
    assert max(each.stand.along for each in states) <= 1_500.5
    assert states[-1].stand.mark == 1


def test_after_a_long_gap_nothing_is_said_any_more():
    state = until(ROUTE, 60)
    states = [state]
    for _ in range(200):
        states.append(reckon(states[-1], states[-1].at + 1))

    assert states[-1].lost
    assert states[-1].stand.along < 100
    assert heard(states[1:]) == []


def test_time_does_not_run_backwards():
    state = until(ROUTE, 60)

    assert reckon(state, state.at - 10).at == state.at


def test_a_pause_is_silent_and_one_goes_on_wherever_one_is_by_then():
    state = pause(until(ROUTE, 50))
    samples = track(ROUTE.line, Mode.FOOT, 0, CLEAR, lights=False)
    states = [state]
    for sample in samples:
        if 50 < sample.gone <= 300:
            states.append(guide(states[-1], sample.fix))
    assert heard(states) == []
    assert states[-1].phase is Phase.PAUSED

    state = go_on(states[-1])

    assert state.phase is Phase.GOING
    assert state.stand.along == pytest.approx(300, abs=5)
    assert state.stand.mark == 2


def test_who_went_away_during_a_pause_is_off_after_it():
    state = pause(until(ROUTE, 50))
    spot = state.motion.fix.spot
    for second in range(1, 80):
        fix = Fix(state.at + 1, moved(spot, 90, 1.4 * second), 5.0, 90.0, 1.4)
        state = guide(state, fix)
    assert not state.off
    state = go_on(state)
    for _ in range(4):
        state = guide(state, Fix(state.at + 1, state.motion.fix.spot, 5.0, 90.0, 1.4))

    assert state.off


def test_a_stop_is_left_out_and_a_way_without_it_is_wished_for():
    state = skip_stop(until(ROUTE, 100))

    assert state.wants.why is Why.SKIP
    assert len(state.wants.stops) == 2
    assert state.wants.stops[-1] == ROUTE.line[-1]
    assert skip_stop(state).skipped == {0}  # the goal stays


def test_a_stop_that_was_left_out_is_passed_in_silence_when_there_is_no_other_way():
    state = unanswered(skip_stop(until(ROUTE, 100)), 1)
    states = [state]
    for sample in track(ROUTE.line, Mode.FOOT, 0, CLEAR, lights=False):
        if sample.gone > 100:
            states.append(guide(states[-1], sample.fix))
    told = [prompt for each in states for prompt in each.prompts]
    stops = [each for each in told if each.step and each.step.manoeuvre is Manoeuvre.STOP]

    assert {each.saying for each in stops} <= {Saying.CONTINUE}
    assert states[-1].phase is Phase.ARRIVED


def test_a_way_without_the_stop_is_followed():
    state = skip_stop(until(ROUTE, 100))
    new = Draft(start=state.motion.fix.spot).go(300, 20).arrive()
    state = rerouted(state, new, state.wants.number)

    assert (state.way.route, state.skipped, state.stops) == (new, frozenset(), 0)


def test_an_answer_to_an_older_wish_is_not_used():
    state = skip_stop(until(ROUTE, 100))
    new = Draft().go(10).arrive()

    assert rerouted(state, new, state.wants.number + 1).way.route is ROUTE
    assert rerouted(unanswered(state, 1), new, 1).way.route is ROUTE
    assert unanswered(state, 7).wants == state.wants


FIXES = st.builds(
    Fix,
    st.floats(-10, 2_000),
    st.one_of(
        st.builds(lambda east, north: moved(moved(ROUTE.line[0], 0, north), 90, east),
                  st.floats(-500, 500), st.floats(-500, 900)),
        st.builds(Spot, st.floats(), st.floats()),
    ),
    st.floats(-1, 300),
    st.none() | st.floats(0, 400),
    st.none() | st.floats(-1, 50),
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(FIXES, max_size=60), st.integers(0, 50))
def test_whatever_is_received_keeps_guidance_sound(fixes, ticks):
    state, keys = begin(ROUTE), []
    for fix in fixes:
        for event in (partial(reckon, at=state.at + ticks), partial(guide, fix=fix)):
            state = event(state)
            assert 0 <= state.stand.along <= state.way.length + 0.01
            assert 1 <= state.stand.mark < len(state.way.marks)
            assert math.isfinite(state.seconds_left)
            assert (state.wants is None) or state.off
            keys += [prompt.key for prompt in state.prompts]
    assert len(keys) == len(set(keys))


@pytest.mark.slow
def test_a_fix_costs_the_same_on_a_long_way_as_on_a_short_one():
    costs = []
    for blocks in (4, 80):
        draft = Draft()
        for _ in range(blocks):
            draft.go(100, 15).turn(Direction.LEFT).go(60, 15).turn(Direction.RIGHT)
        state = until(draft.arrive(), 80)
        fix = Fix(state.at + 1, state.way.spot(82), 5.0, 0.0, 1.4)
        costs.append(effort(partial(guide, state, fix)))

    assert costs[1] <= 1.2 * costs[0]
    assert costs[0] < 400  # calls: some fifty microseconds
