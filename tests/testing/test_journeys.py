"""What is written down of a journey: also what guidance did not do."""

from msgspec.structs import replace

from lorgnette.core.guidance import Prompt, Saying
from lorgnette.core.routes import Direction, Mode
from lorgnette.testing.journeys import Record, Told, follow
from lorgnette.testing.tracks import Sky, track, wrong_turn
from lorgnette.testing.ways import Draft

ROUTE = Draft().go(200, 20).turn(Direction.LEFT).go(200, 20).arrive()


def record():
    return follow(ROUTE, track(ROUTE.line, Mode.FOOT, 0, Sky(noise=0.0)))


def test_a_good_journey_has_missed_nothing():
    found = record()

    assert (len(found.manoeuvres), found.missed, found.twice) == (1, [], [])
    assert found.late(0) == []
    assert found.wished == []


def test_a_journey_on_which_nobody_spoke_has_missed_its_turn():
    found = record()

    silent = Record([], [], found.state)

    assert [mark.step.direction for mark in silent.missed] == [Direction.LEFT]


def test_what_came_twice_or_too_late_is_found():
    found = record()
    turn = next(each for each in found.told if each.prompt.saying is Saying.NOW)
    after = turn.sample._replace(gone=260.0)
    late = Told(after, turn.prompt)

    assert Record([*found.told, late], [], found.state).twice == [turn.prompt.key]
    assert Record([late], [], found.state).late(50) == [late]
    assert Record([late], [], found.state).missed
    said = Told(turn.sample, Prompt("x", Saying.NOW, None, then=turn.prompt.step))
    assert not Record([said], [], found.state).missed


def test_wishes_are_written_down_once():
    found = follow(ROUTE, track(wrong_turn(ROUTE, 1, 200), Mode.FOOT, 0, Sky(noise=0.0)))

    assert [each.wish.number for each in found.wished] == [1]
    assert replace(found.state, wants=None).off
