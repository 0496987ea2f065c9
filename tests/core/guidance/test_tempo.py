"""The time of arrival follows the pace of whoever walks, rides or drives: slowly, within bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.fixes import Fix
from lorgnette.core.guidance import begin, go_on, guide, pause, rerouted
from lorgnette.core.guidance.state import Tempo
from lorgnette.core.routes import Direction, Manoeuvre, Mode
from lorgnette.testing.tracks import TOWN, track
from lorgnette.testing.ways import SPEEDS, Draft


def straight(mode=Mode.FOOT, metres=3_000):
    return Draft(mode, street="High Street").go(metres).arrive()


def walked(state, speed, seconds, since=0.0):
    """The state of somebody who goes on at a speed from where they are."""
    along = state.stand.along
    for second in range(1, seconds + 1):
        spot = state.way.spot(along + speed * second)
        state = guide(state, Fix(since + second, spot, 5.0, state.way.course(along), speed))
    return state


@pytest.mark.parametrize("share", [0.6, 0.8, 1.0, 1.3, 1.8])
@pytest.mark.parametrize("mode", list(Mode))
def test_the_longer_one_goes_the_truer_is_the_arrival(mode, share):
    speed = share * SPEEDS[mode]
    state = begin(straight(mode, 40 * 60 * SPEEDS[mode]))
    errors = []
    for minutes in (0, 3, 7, 10):
        state = walked(state, speed, 60 * minutes, state.at)
        errors.append(round(abs(state.seconds_left / (state.left / speed) - 1), 6))
    assert errors == sorted(errors, reverse=True)
    assert errors[-1] <= 0.1


def test_in_the_first_minute_the_router_is_believed():
    state = walked(begin(straight()), 0.7, 60)
    assert state.seconds_left == pytest.approx(state.way.seconds_left(state.stand.along), rel=0.3)


@pytest.mark.parametrize(("mode", "seconds"), [(Mode.FOOT, 600), (Mode.CAR, 3_600)])
def test_whoever_waits_is_no_slower(mode, seconds):
    state = walked(begin(straight(mode, 20_000)), SPEEDS[mode], 300)
    waited = walked(state, 0.0, seconds, state.at)
    assert waited.tempo.factor == pytest.approx(state.tempo.factor, abs=0.25)
    assert walked(waited, SPEEDS[mode], 300, waited.at).tempo.factor < 1.2


def test_lights_count_for_who_drives_as_routers_count_them():
    state = begin(straight(Mode.CAR, 20_000))
    for _ in range(10):
        state = walked(state, SPEEDS[Mode.CAR] * 1.5, 60, state.at)
        state = walked(state, 0.0, 30, state.at)
    assert state.tempo.factor == pytest.approx(1.0, abs=0.1)


def test_a_ferry_sails_no_faster_for_who_runs():
    draft = Draft(street="Quay").go(1_000).do(Manoeuvre.FERRY).go(2_000)
    route = draft.do(Manoeuvre.LEAVE_FERRY, street="Pier").go(500).arrive()
    [ferry] = [step.seconds for step in route.steps if step.manoeuvre is Manoeuvre.FERRY]
    state = walked(begin(route), 2.5, 300)
    on_land = state.way.seconds_left(state.stand.along) - ferry
    assert state.tempo.factor < 0.8
    assert state.seconds_left == pytest.approx(ferry + state.tempo.factor * on_land)

    aboard = walked(state, 2.5, 200, state.at)
    factor = aboard.tempo.factor
    assert walked(aboard, 8.0, 120, aboard.at).tempo.factor == pytest.approx(factor, abs=0.02)


def test_a_new_way_and_a_pause_change_no_pace():
    state = walked(begin(straight()), 0.9, 600)
    factor = state.tempo.factor
    assert factor > 1.2
    later = walked(go_on(pause(state)), 0.9, 10, state.at + 900)
    assert later.tempo.factor == pytest.approx(factor, abs=0.02)

    off = Draft(start=state.way.spot(0), heading=90.0).go(2_000).arrive()
    for second in range(1, 60):
        beside = begin(off).way.spot(2.0 * second + 100)
        state = guide(state, Fix(state.at + 1, beside, 5.0, 90.0, 2.0))
        if state.wants is not None:
            break
    assert state.wants is not None
    new = rerouted(state, Draft(start=beside, heading=90.0).go(2_000).arrive(), state.wants.number)
    assert new.tempo.factor == state.tempo.factor


@pytest.mark.parametrize("seed", range(3))
def test_a_receiver_in_town_spoils_no_pace(seed):
    route = Draft().go(700).turn(Direction.LEFT, "Mill Lane").go(700).arrive()
    state = begin(route)
    samples = track(route.line, Mode.FOOT, seed, TOWN, lights=False)
    arrival = next(each.fix.at for each in samples if each.gone >= 1_395)
    for each in (each for each in samples if each.gone < 1_000):
        state = guide(state, each.fix)
    assert state.seconds_left == pytest.approx(arrival - state.at, rel=0.15)


@given(st.floats(0, 1e5), st.floats(0, 1e5))
def test_no_pace_is_beyond_its_bounds(took, thought):
    assert 0.5 <= Tempo(took, thought).factor <= 2.0
    assert Tempo().factor == 1.0
