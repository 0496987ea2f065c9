"""Passing corners: on either pavement, with loops, and not before one is round them."""

from itertools import pairwise

import pytest

from lorgnette.core.fixes import Fix
from lorgnette.core.geo import moved
from lorgnette.core.guidance import begin, guide
from lorgnette.core.routes import Direction, Mode
from lorgnette.testing.tracks import Sky, track
from lorgnette.testing.ways import Draft

CLEAR = Sky(noise=0.0)
CORNER = Draft(street="A").go(100, 10).turn(Direction.LEFT, "B").go(100, 10).arrive()


def led(route, spots, *, course=True, speed=1.4):
    """The states of somebody at these (spot, course) pairs, one a second."""
    states = [begin(route)]
    for at, (spot, heading) in enumerate(spots):
        said = {"course": heading, "speed": speed} if course else {}
        states.append(guide(states[-1], Fix(float(at), spot, 5.0, **said)))
    return states[1:]


def pavement(side, length=95, step=1.4):
    """Along street A, beside its middle: a positive side is the right one."""
    count = int(length / step)
    start = CORNER.line[0]
    return [(moved(moved(start, 0, step * i), 90, side), 0.0) for i in range(count)]


@pytest.mark.parametrize("side", [-14, -8, 8, 14])
@pytest.mark.parametrize("course", [True, False])
def test_on_no_pavement_a_corner_is_passed_before_one_is_there(side, course):
    states = led(CORNER, pavement(side), course=course)

    assert {state.stand.mark for state in states} == {1}


@pytest.mark.parametrize("side", [-12, 0, 12])
@pytest.mark.parametrize("course", [True, False])
def test_on_every_pavement_it_is_passed_soon_after(side, course):
    corner = CORNER.line[CORNER.steps[1].begin]
    turned = moved(moved(corner, 90, side), 0, -side if side > 0 else side)
    after = [(moved(turned, 270, 1.4 * i), 270.0) for i in range(30)]

    states = led(CORNER, pavement(side) + after, course=course)

    assert states[-1].stand.mark == 2
    assert not states[-1].off


def test_who_stands_at_the_corner_and_trembles_has_not_passed_it():
    corner = CORNER.line[CORNER.steps[1].begin]
    waits = [(moved(corner, 97 * i, 4), None) for i in range(20)]

    states = led(CORNER, pavement(3), course=True)
    for at, (spot, _) in enumerate(waits, len(states)):
        states.append(guide(states[-1], Fix(float(at), spot, 6.0, speed=0.0)))

    assert states[-1].stand.mark == 1


def test_a_way_that_comes_by_again_does_not_skip_the_loop():
    draft = Draft()
    for _ in range(4):
        draft.go(120, 20).turn(Direction.LEFT)
    route = draft.go(300, 20).arrive()
    places = [0.0]
    state = begin(route)
    for sample in track(route.line, Mode.FOOT, 3, CLEAR, lights=False):
        state = guide(state, sample.fix)
        assert state.stand.along == pytest.approx(sample.gone, abs=15)
        places.append(state.stand.along)

    assert max(after - before for before, after in pairwise(places)) < 20


def test_a_way_there_and_back_is_followed_there_and_back():
    route = Draft().go(250, 20).turn(Direction.U_TURN_LEFT).go(250, 20).arrive()
    state = begin(route)
    for sample in track(route.line, Mode.FOOT, 1, Sky(noise=4.0), lights=False):
        state = guide(state, sample.fix)
        assert state.stand.along == pytest.approx(sample.gone, abs=35)
        assert not state.off


def test_who_turns_round_before_they_have_to_is_on_the_way_back_at_once():
    route = Draft().go(200, 20).turn(Direction.U_TURN_LEFT).go(300, 20).arrive()
    start = route.line[0]
    there = [(moved(start, 0, 1.4 * i), 0.0) for i in range(100)]
    back = [(moved(start, 0, 140 - 1.4 * i), 180.0) for i in range(15)]

    states = led(route, there + back)

    assert states[len(there) + 3].stand.mark == 2
    assert states[-1].stand.along == pytest.approx(280, abs=3)
    assert all(state.wants is None for state in states)


def test_who_steps_back_before_a_corner_has_it_before_them_again():
    corner = CORNER.line[CORNER.steps[1].begin]
    there = [(moved(corner, 270, 1.4 * i), 270.0) for i in range(15)]
    back = [(moved(corner, 270, 20 - 1.4 * i), 90.0) for i in range(14)]
    away = [(moved(corner, 180, 1.4 * i), 180.0) for i in range(28)]
    again = [(moved(corner, 180, 38 - 1.4 * i), 0.0) for i in range(4)]

    states = led(CORNER, pavement(0) + there)
    assert states[-1].stand.mark == 2
    states = led(CORNER, pavement(0) + there + back + away + again)

    assert states[-1].stand.mark == 1
    keys = [prompt.key for state in states for prompt in state.prompts]
    assert len(keys) == len(set(keys))


def test_two_marks_can_be_passed_between_two_fixes():
    route = Draft(Mode.CAR).go(300).turn(Direction.RIGHT).go(20).turn(Direction.LEFT).go(400)
    route = route.arrive()
    states = led(route, [(route.line[0], 0.0)], speed=14)
    for at, along in ((20.0, 280), (25.0, 360)):
        spot = states[-1].way.spot(along)
        states.append(guide(states[-1], Fix(at, spot, 5.0, course=0.0, speed=14)))

    assert states[-1].stand.mark == 3
