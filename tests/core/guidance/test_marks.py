"""What there is to do along a way, and the zig-zags nobody needs to hear of."""

import pytest

from lorgnette.core.guidance.way import Way
from lorgnette.core.routes import Direction, Manoeuvre, Mode
from lorgnette.testing.ways import Draft

LEFT, RIGHT, STRAIGHT = Direction.LEFT, Direction.RIGHT, Direction.STRAIGHT


def crossing(mode=Mode.FOOT, width=8.0, after="Long Street"):
    """Across a street at a kerb: right, and at once left again."""
    draft = Draft(mode, street="Long Street").go(100).turn(RIGHT, "").go(width)
    return Way.of(draft.turn(LEFT, after).go(100).arrive())


def manoeuvres(way):
    return [mark.step.manoeuvre for mark in way.marks]


def test_a_zig_zag_at_a_kerb_is_no_turn():
    assert manoeuvres(crossing()) == [Manoeuvre.START, Manoeuvre.ARRIVE]


def test_what_is_left_of_a_zig_zag_is_the_name_of_another_street():
    way = crossing(after="Other Street")
    kept = way.marks[1]

    assert manoeuvres(way) == [Manoeuvre.START, Manoeuvre.CONTINUE, Manoeuvre.ARRIVE]
    assert (kept.step.direction, kept.step.streets) == (STRAIGHT, ("Other Street",))
    assert kept.along == pytest.approx(100, abs=0.1)


@pytest.mark.parametrize("way", [crossing(width=20), crossing(mode=Mode.CAR)])
def test_turns_that_are_apart_and_those_of_a_car_are_turns(way):
    assert [mark.step.direction for mark in way.marks[1:3]] == [RIGHT, LEFT]


def test_two_turns_to_the_same_side_are_both_kept():
    draft = Draft().go(100).turn(LEFT).go(8).turn(LEFT).go(100)

    assert [mark.step.direction for mark in Way.of(draft.arrive()).marks[1:3]] == [LEFT, LEFT]


def test_stairs_and_lifts_are_never_merged():
    draft = Draft().go(50).turn(RIGHT).go(5).do(Manoeuvre.STAIRS).go(5).turn(LEFT).go(50)

    assert manoeuvres(Way.of(draft.arrive()))[1:4] == [
        Manoeuvre.TURN,
        Manoeuvre.STAIRS,
        Manoeuvre.TURN,
    ]


def test_who_goes_straight_on_under_one_name_is_told_nothing():
    draft = Draft(street="A").go(50).do(Manoeuvre.CONTINUE, STRAIGHT, "A").go(50)

    assert manoeuvres(Way.of(draft.arrive())) == [Manoeuvre.START, Manoeuvre.ARRIVE]


def test_time_is_kept_when_marks_are_merged():
    whole = crossing(mode=Mode.CAR)
    merged = crossing()

    assert merged.marks[0].seconds / merged.length == pytest.approx(1 / 1.4, rel=0.01)
    assert whole.marks[0].seconds / whole.length == pytest.approx(1 / 12, rel=0.01)


@pytest.mark.parametrize("keeps_left", [False, True])
def test_an_about_turn_at_a_roundabout_is_shown_on_the_side_one_drives_round(keeps_left):
    draft = Draft(Mode.CAR, keeps_left=keeps_left).go(200)
    draft.do(Manoeuvre.ROUNDABOUT, Direction.U_TURN_LEFT, leave=4).go(100)

    angle = Way.of(draft.arrive()).marks[1].angle

    assert abs(angle) > 170
    assert (angle > 0) is keeps_left


def test_a_route_without_a_goal_among_its_steps_gets_one():
    from msgspec.structs import replace

    route = Draft().go(100).arrive(RIGHT)
    way = Way.of(replace(route, steps=route.steps[:-1]))

    assert manoeuvres(way) == [Manoeuvre.START, Manoeuvre.ARRIVE]
    assert way.marks[-1].along == way.length
