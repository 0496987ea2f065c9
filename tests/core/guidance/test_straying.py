"""Leaving the way and coming back to it: how soon, how surely, and how often it is spoken of."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from lorgnette.core.fixes import Fix
from lorgnette.core.geo import moved
from lorgnette.core.guidance import (
    Phase,
    Saying,
    Why,
    begin,
    guide,
    rerouted,
    spoken,
    unanswered,
)
from lorgnette.core.guidance.straying import BETWEEN, OFF_AFTER, PATIENT
from lorgnette.core.routes import Direction, Manoeuvre, Mode
from lorgnette.core.types import ENGLISH
from lorgnette.testing.journeys import follow
from lorgnette.testing.tracks import CANYON, OPEN, Sky, track, wrong_turn
from lorgnette.testing.ways import Draft

STREET = Draft(heading=0).go(600, 20).turn(Direction.LEFT).go(300, 20).arrive()


class Walker:
    """Somebody who goes where the test says, one fix a second."""

    def __init__(self, route):
        self.state = begin(route)
        self.spot, self.at = route.line[0], 0.0
        self.said, self.wishes = [], []

    def go(self, course, length, accuracy=5.0, speed=1.4):
        for _ in range(round(length / speed)):
            self.spot = moved(self.spot, course, speed)
            self.stay(course, accuracy, speed)
        return self

    def stay(self, course=None, accuracy=5.0, speed=0.0):
        before = self.state.wants
        self.at += 1
        fix = Fix(self.at, self.spot, accuracy, course, speed)
        self.hears(guide(self.state, fix))
        if self.state.wants is not None and self.state.wants is not before:
            self.wishes.append((self.at, self.state.wants))
        return self

    def hears(self, state):
        self.state = state
        self.said += [prompt.saying for prompt in state.prompts]


def beside(metres):
    """A walker on the way, with that many metres to their right."""
    walker = Walker(STREET).go(0, 100)
    return aside(walker, metres)


def aside(walker, metres):
    """Step by step to the right, so that it is believed; the last step is not told yet."""
    step = 14 if metres > 0 else -14
    while abs(metres) > 14:
        walker.spot = moved(walker.spot, 90, step)
        walker.stay()
        metres -= step
    walker.spot = moved(walker.spot, 90, metres)
    return walker


def test_the_fourth_fix_in_a_row_beyond_the_limit_is_off_and_wishes_for_a_way():
    walker = beside(32)
    for _ in range(OFF_AFTER - 1):
        assert not walker.go(90, 1.4).state.off
    walker.go(90, 1.4)

    assert walker.state.off
    assert walker.said.count(Saying.OFF) == 1
    wish = walker.state.wants
    assert (wish.number, wish.why, wish.mode) == (1, Why.OFF, Mode.FOOT)
    assert wish.stops == (walker.spot, STREET.line[-1])


def test_three_fixes_beyond_the_limit_prove_nothing():
    walker = beside(36).stay().stay().stay()
    walker.spot = moved(walker.spot, 270, 14)

    assert not walker.stay().state.off
    assert walker.state.straying.strays == 0


def test_who_is_received_badly_may_be_farther_away():
    walker = beside(40)
    for _ in range(10):
        walker.stay(accuracy=30.0)

    assert not walker.state.off


@pytest.mark.parametrize("course", [0, None])
def test_who_stands_or_goes_along_beside_the_way_has_hardly_left_it(course):
    walker = beside(36)
    for _ in range(PATIENT - 1):
        walker.go(0, 1.4) if course == 0 else walker.stay()
    assert not walker.state.off

    assert walker.stay().state.off


def test_nothing_is_said_to_who_is_beside_the_way():
    route = Draft().go(150, 20).turn(Direction.LEFT).go(300, 20).arrive()
    walker = Walker(route).go(0, 90)
    walker.said.clear()
    aside(walker, 45).go(0, 80)

    assert set(walker.said) == {Saying.OFF}


def test_back_within_two_thirds_for_two_fixes_is_back_and_the_wish_is_over():
    walker = beside(38).go(0, 12)
    assert walker.state.wants is not None
    walker.spot = moved(walker.spot, 270, 13)
    assert walker.stay().stay().stay().state.off  # 25 m: neither off nor back
    walker.spot = moved(walker.spot, 270, 15)

    assert walker.stay().state.off
    assert not walker.stay().state.off
    assert walker.state.wants is None


def test_a_route_for_somebody_who_came_back_is_not_used():
    walker = beside(38).go(0, 12)
    number = walker.state.wants.number
    aside(walker, -38).stay(0.0).stay(0.0)

    walker.hears(rerouted(walker.state, Draft().go(10).arrive(), number))

    assert walker.state.way.route is STREET


def test_a_route_for_somebody_still_off_is_followed_from_its_beginning():
    walker = beside(38).go(90, 10)
    new = Draft(start=walker.spot, heading=90).go(200, 20).arrive()
    walker.hears(rerouted(walker.state, new, walker.state.wants.number))

    assert walker.state.way.route is new
    assert (walker.state.leg, walker.state.off, walker.state.wants) == (1, False, None)
    assert walker.said[-3:] == [Saying.NEW, Saying.START, Saying.CONTINUE]


def test_one_wish_at_a_time_and_half_a_minute_between_them():
    walker = beside(38).go(90, 80)
    assert len(walker.wishes) == 1
    walker.hears(unanswered(walker.state, 1))
    walker.go(90, 120)

    (first, _), (second, wish) = walker.wishes
    assert wish.number == 2
    assert second - first >= BETWEEN


def test_who_keeps_going_away_is_asked_less_and_less_and_told_no_more():
    walker = beside(38)
    for _ in range(6):
        while walker.state.wants is None:
            walker.go(90, 5)
        back = Draft(start=walker.spot, heading=270).go(500, 20).arrive()
        walker.hears(rerouted(walker.state, back, walker.state.wants.number))

    times = [at for at, _ in walker.wishes]
    pauses = [after - before for before, after in pairwise(times)]
    assert pauses == sorted(pauses)
    assert pauses[-1] >= 8 * BETWEEN
    assert walker.said.count(Saying.OFF) == 2
    assert walker.said.count(Saying.NEW) == 2


def test_who_follows_a_new_way_is_believed_again():
    walker = beside(38).go(90, 10)
    new = Draft(start=walker.spot, heading=90).go(500, 20).arrive()
    walker.hears(rerouted(walker.state, new, 1))
    walker.go(90, 150)

    assert walker.state.straying.times == 0


def test_who_goes_back_on_the_way_is_off_it_though_on_its_line():
    walker = Walker(STREET).go(0, 200).go(180, 60)

    assert walker.state.off
    assert walker.state.wants.course == 180


def test_who_begins_beside_the_way_is_not_off_it():
    walker = Walker(STREET)
    walker.spot = moved(walker.spot, 270, 90)  # in a park
    walker.stay().stay().stay().stay().stay().go(90, 88)
    assert not walker.wishes
    walker.go(0, 50).go(90, 45)

    assert walker.state.off  # and once on it, the slack is used up


def test_a_short_cut_to_a_later_part_of_the_way_is_no_way_lost():
    route = Draft().go(300, 20).turn(Direction.LEFT).go(200, 20).turn(Direction.LEFT).go(250, 20)
    walker = Walker(route.arrive()).go(0, 200)
    walker.go(270, 198).go(180, 60)

    assert not walker.state.off
    assert walker.state.stand.mark == 3
    assert walker.state.left == pytest.approx(90, abs=15)


def test_a_short_cut_does_not_lead_past_a_stop():
    route = Draft().go(300, 20).stop().turn(Direction.LEFT).go(200, 20).turn(Direction.LEFT)
    walker = Walker(route.go(250, 20).arrive()).go(0, 200).go(270, 198).go(180, 20)

    assert walker.state.off
    assert len(walker.state.wants.stops) == 3


def test_a_ferry_may_sail_beside_its_line():
    route = Draft().go(100, 20).do(Manoeuvre.FERRY, street="F1").go(2_000, 100)
    route = route.do(Manoeuvre.LEAVE_FERRY).go(100, 20).arrive()
    walker = Walker(route).go(0, 110)
    walker.go(30, 400, speed=8).go(0, 1_200, speed=8)

    assert not walker.state.off
    assert walker.state.stand.mark == 2


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("seed", range(4))
def test_a_wrong_turn_is_noticed_within_four_fixes_of_being_off(mode, seed):
    route = Draft(mode).go(400, 25).turn(Direction.LEFT).go(400, 25).arrive()
    samples = track(wrong_turn(route, 1, 400), mode, seed, Sky(noise=3.0))

    record = follow(route, samples)

    off = [sample for sample in samples if sample.gone > 400 + 30]
    at = record.wished[0].sample.fix.at
    beyond = [sample for sample in off if sample.fix.at <= at]
    assert len(beyond) <= OFF_AFTER + 3  # the error of the fixes is worth some metres
    assert record.wished[0].sample.gone > 400 + 20


@pytest.mark.parametrize("seed", range(4))
def test_who_missed_a_turn_is_led_back_and_arrives(seed):
    route = Draft(street="A").go(200, 20).turn(Direction.LEFT, "B").go(200, 20).arrive()
    told, state, gone = [], begin(route), 0.0
    for sample in track(wrong_turn(route, 1, 400), Mode.FOOT, seed, OPEN):
        state, gone = guide(state, sample.fix), sample.gone
        if state.wants is not None:
            break
    back = Draft(start=sample.spot, heading=0).go(30).turn(Direction.U_TURN_LEFT, "A")
    back = back.go(gone - 170, 20).turn(Direction.RIGHT, "B").go(200, 20).arrive()
    state = rerouted(state, back, state.wants.number)
    told += state.prompts
    for after in track(back.line, Mode.FOOT, seed + 100, OPEN):
        fix = replace(after.fix, at=sample.fix.at + 1 + after.fix.at)
        state = guide(state, fix)
        told += state.prompts

    assert state.phase is Phase.ARRIVED
    assert state.straying.wishes == 1
    assert [each.saying for each in told[:2]] == [Saying.NEW, Saying.START]
    heard = [spoken(each, ENGLISH) for each in told]
    assert any("turn round to the left, back along A" in each for each in heard)
    assert any(each.lower().startswith("turn right onto B".lower()) for each in heard)


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("sky", [OPEN, CANYON])
def test_on_the_right_way_no_other_is_wished_for(mode, sky):
    route = Draft(mode).go(300, 25).turn(Direction.LEFT).go(300, 25).turn(Direction.RIGHT)
    route = route.go(300, 25).arrive()

    for seed in range(3):
        assert not follow(route, track(route.line, mode, seed, sky)).wished
