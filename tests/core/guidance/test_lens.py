"""What is on the lens: the instruction first, then how far, which way, and when one arrives."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from lorgnette.core.cards import Arrow, Text, Turn, words
from lorgnette.core.fixes import Fix
from lorgnette.core.geo import moved
from lorgnette.core.guidance import begin, guide, pause, reckon, shown
from lorgnette.core.guidance.marks import ANGLES
from lorgnette.core.lens.arrows import glyph
from lorgnette.core.routes import Direction, Manoeuvre, Mode
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.testing.ways import Draft

NOON = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


def at(route, along, speed=1.4, seconds=0.0):
    """The state of somebody who is at a place of the route."""
    state = begin(route)
    for second, back in enumerate((3, 2, 1, 0)):
        spot = state.way.spot(along - back * speed)
        state = guide(state, Fix(float(second), spot, 4.0, speed=speed))
    return reckon(state, 3.0 + seconds) if seconds else state


def walk(mode=Mode.FOOT, direction=Direction.LEFT):
    draft = Draft(mode, street="High Street").go(150, 10).turn(direction, "Park Road")
    return draft.go(400, 10).arrive(Direction.RIGHT)


def test_the_instruction_comes_first_then_distance_street_and_arrival():
    card = shown(at(walk(), 30), ENGLISH, NOON)

    assert words(card) == (
        "Turn left onto Park Road",
        "120 m",
        "High Street",
        "Arrival 12:06 · 500 m",
    )
    assert (card.turn, card.degrees) == (Turn.LEFT, None)


def test_in_chinese_as_well():
    assert words(shown(at(walk(), 30), CHINESE, NOON)) == (
        "左转进入Park Road",
        "120米",
        "High Street",
        "12:06到达 · 500米",
    )


def test_a_bicycle_shows_its_speed():
    card = shown(at(walk(Mode.BICYCLE), 40, speed=5), ENGLISH, NOON)

    assert card.footer.endswith(" · 18 km/h")


@pytest.mark.parametrize("direction", list(Direction))
def test_every_arrow_points_where_one_turns(direction):
    card = shown(at(walk(direction=direction), 30), ENGLISH, NOON)

    compass = "↑↗→↘↓↙←↖"
    assert glyph(card) == compass[round(ANGLES[direction] / 45) % 8]


def test_a_roundabout_points_to_its_exit():
    draft = Draft(Mode.CAR).go(150, 10).do(Manoeuvre.ROUNDABOUT, Direction.RIGHT, leave=1)
    card = shown(at(draft.go(300).arrive(), 60), ENGLISH, NOON)

    assert (card.turn, card.degrees) == (Turn.ROUNDABOUT, pytest.approx(90, abs=0.5))


def test_what_comes_soon_after_is_shown_too():
    draft = Draft().go(100, 10).turn(Direction.LEFT).go(20).do(Manoeuvre.STAIRS).go(50)
    card = shown(at(draft.arrive(), 30), ENGLISH, NOON)

    assert card.lines[0].text == "then take the stairs"


def test_near_it_is_now_and_at_the_goal_it_is_over():
    assert shown(at(walk(), 144), ENGLISH, NOON).distance == "now"
    arrived = shown(at(Draft().go(60, 10).arrive(Direction.RIGHT), 55), ENGLISH, NOON)
    assert (arrived.turn, arrived.title) == (
        Turn.ARRIVE,
        "You have arrived: your destination is on the right",
    )


def test_a_guess_is_shown_as_one_and_after_some_seconds_nothing_is_guessed():
    state = at(walk(), 30, seconds=4)

    assert shown(state, ENGLISH, NOON).distance == "about 110 m"
    card = shown(reckon(state, 60.0), ENGLISH, NOON)
    assert (card.distance, card.lines[0].text) == ("", "Waiting for your position")


def test_before_the_first_fix_there_is_no_distance_yet():
    card = shown(begin(walk()), CHINESE, NOON)

    assert isinstance(card, Arrow)
    assert (card.distance, card.lines[0].text) == ("", "正在等待定位")


def test_off_the_way_no_turn_is_shown():
    state = at(walk(), 30)
    for second in range(4, 30):
        spot = moved(state.way.spot(30), 90, 1.4 * (second - 3))
        state = guide(state, Fix(float(second), spot, 4.0, 90.0, 1.4))
    state_without = replace(state, wants=None)

    assert shown(state, ENGLISH, NOON) == Text(
        title="Off the route", lines=shown(state, ENGLISH, NOON).lines
    )
    assert [line.text for line in shown(state, ENGLISH, NOON).lines] == ["Looking for another"]
    assert not shown(state_without, ENGLISH, NOON).lines


def test_a_pause_says_so():
    assert shown(pause(at(walk(), 30)), ENGLISH, NOON).title == "Guidance is paused"


def test_distances_change_in_steps_so_that_few_cards_are_drawn():
    route = walk()
    cards = {shown(at(route, along), ENGLISH, NOON).distance for along in range(30, 60)}

    assert len(cards) <= 4
