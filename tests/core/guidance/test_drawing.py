"""A map card has the way where it is: behind and ahead of the wearer, in metres around them."""

from itertools import pairwise
from math import hypot

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.core.cards import POINTS
from lorgnette.core.fixes import Fix
from lorgnette.core.geo import metres, moved
from lorgnette.core.guidance import Aim, around, begin, guide, overview, reckon
from lorgnette.core.routes import Direction, Mode
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.testing.ways import START, Draft


def walk(mode=Mode.FOOT, heading=0.0):
    draft = Draft(mode, heading=heading).go(150, 10).turn(Direction.RIGHT, "Park Road")
    return draft.go(100, 10).stop().go(300, 10).arrive()


def at(route, along, speed=1.4):
    """The state of somebody who is at a place of the route."""
    state = begin(route)
    for second, back in enumerate((3, 2, 1, 0)):
        spot = state.way.spot(along - back * speed)
        course = state.way.course(along)
        state = guide(state, Fix(float(second), spot, 4.0, course=course, speed=speed))
    return state


def drawn(state, *, heading_up=False, language=ENGLISH):
    return around(state, Aim.of(state, heading_up=heading_up), language)


def long(lines):
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for line in lines for a, b in pairwise(line))


def test_the_whole_way_is_in_the_picture_with_north_up():
    card = overview(walk(), ENGLISH)

    assert card.ahead == (((-200, -75), (-200, 75), (200, 75)),)
    assert (card.here, card.stops, card.goal) == ((-200, -75), ((-100, 75),), (200, 75))
    assert (card.wide, card.high, card.up, card.gone) == (200, 75, 0.0, ())
    assert (card.scale, card.scale_label) == (100, "100 m")
    assert overview(walk(), CHINESE).scale_label == "100米"


def test_a_way_of_one_spot_has_a_picture():
    card = overview(Draft().go(0).arrive(), ENGLISH)
    assert (card.wide, card.high, card.goal) == (20, 20, (0, 0))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(-170, 170), min_size=1, max_size=300), st.floats(5, 5000))
def test_the_longest_way_makes_a_small_card(bends, length):
    draft = Draft()
    for bend in bends:
        draft.go(length, length / 3).bend(bend)
    route = draft.arrive()
    card = overview(route, ENGLISH)
    assert sum(map(len, card.ahead)) <= POINTS
    assert len(msgspec.json.encode(card)) < 2_000
    assert all(abs(x) <= card.wide + 1 and abs(y) <= card.high + 1 for x, y in card.ahead[0])


def test_what_is_behind_and_what_is_ahead_meet_where_the_wearer_is():
    card = drawn(at(walk(), 60))

    assert card.here == card.gone[-1][-1] == card.ahead[0][0] == (0, 0)
    assert long(card.gone) == pytest.approx(60, abs=2)
    assert card.ahead[0][1] == (0, 90)
    assert (card.course, card.accuracy, card.up, card.north) == (pytest.approx(0, abs=1), 4, 0, "")


def test_with_the_heading_up_more_is_seen_ahead():
    card = drawn(at(walk(heading=90.0), 60), heading_up=True)

    assert card.up == card.course == pytest.approx(90, abs=1)
    assert card.here == (-40, 0)
    assert card.north == "N"
    assert drawn(at(walk(), 60), heading_up=True, language=CHINESE).north == "北"


def test_on_the_way_one_moves_along_it_unless_one_clearly_does_not():
    state = at(walk(), 60)
    for said, course, seen in ((40, 40, 0), (90, 90, 90), (None, 90, 0), (None, 180, 180)):
        fix = msgspec.structs.replace(state.motion.fix, course=said)
        motion = msgspec.structs.replace(state.motion, fix=fix, course=float(course))
        aim = Aim.of(msgspec.structs.replace(state, motion=motion), heading_up=True)
        assert (aim.up, aim.course) == (pytest.approx(seen), pytest.approx(seen))


def test_only_what_is_near_is_drawn():
    route = Draft().go(5000, 10).arrive()
    card = drawn(at(route, 2500))

    assert long(card.gone) == pytest.approx(2 * 400, abs=2)
    assert (card.gone[0][0], card.ahead[-1][-1]) == ((0, -800), (0, 800))


def test_a_way_that_comes_back_is_seen_where_it_does():
    draft = Draft().go(2000, 10).bend(90).go(40, 10).bend(90)
    card = drawn(at(draft.go(2000, 10).arrive(), 300))

    assert len(card.ahead) == 2
    assert {x for x, _ in card.ahead[1]} == {40}


def test_one_sees_as_far_as_the_next_turn():
    reaches = [drawn(at(walk(), along)).high for along in (10, 60)]
    assert reaches == [200, 100]
    assert drawn(at(walk(Mode.CAR), 60, speed=10.0)).high == 300


def test_a_stop_that_was_reached_is_not_shown_any_more():
    state, shown = begin(walk()), []
    for second in range(1, 300):
        fix = Fix(float(second), state.way.spot(second), 4.0, speed=1.0)
        state = guide(state, fix)
        shown.append(len(drawn(state).stops))
    assert (shown[0], shown[-1]) == (1, 0)
    assert shown == sorted(shown, reverse=True)


def test_who_has_left_the_way_is_beside_it():
    state = at(walk(), 60)
    for second in range(4, 14):
        beside = moved(state.way.spot(60), 270.0, 10.0 * (second - 3))
        state = guide(state, Fix(float(second), beside, 4.0, course=270.0, speed=10.0))
    assert state.off
    card = drawn(state)
    assert card.here == (0, 0)
    assert card.ahead[0][0][0] == pytest.approx(100, abs=15)
    assert metres(Aim.of(state, heading_up=False).here, beside) == 0


def test_nothing_is_aimed_at_while_nobody_knows_where_the_wearer_is():
    assert Aim.of(begin(walk()), heading_up=True) is None
    assert Aim.of(reckon(at(walk(), 60), 500.0), heading_up=True) is None


def test_another_picture_is_worth_it_after_some_metres_or_degrees():
    aim = Aim(START, up=10.0, reach=100, course=10.0, accuracy=4, ahead=True, leg=0, off=False)
    change = msgspec.structs.replace

    assert aim.like(change(aim, here=moved(START, 0.0, 3.0), up=5.0, accuracy=9))
    for other in (
        change(aim, here=moved(START, 0.0, 5.0)),
        change(aim, up=1.0),
        change(aim, up=355.0),
        change(aim, course=20.0),
        change(aim, course=None),
        change(aim, reach=200),
        change(aim, ahead=False),
        change(aim, leg=1),
        change(aim, off=True),
    ):
        assert not aim.like(other)
