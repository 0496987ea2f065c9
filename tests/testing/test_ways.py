"""Routes drawn by hand are routes."""

import pytest

from lorgnette.core.geo import bearing, metres
from lorgnette.core.routes import Direction, Manoeuvre, Mode
from lorgnette.testing.ways import Draft


def test_steps_follow_each_other_along_the_line():
    route = (
        Draft(Mode.BICYCLE, street="A").go(100).turn(Direction.LEFT, "B").go(60).stop().go(30)
    ).arrive(Direction.RIGHT)

    assert [step.manoeuvre for step in route.steps] == [
        Manoeuvre.START,
        Manoeuvre.TURN,
        Manoeuvre.STOP,
        Manoeuvre.ARRIVE,
    ]
    assert all(
        before.end == after.begin
        for before, after in zip(route.steps, route.steps[1:], strict=False)
    )
    assert route.length == pytest.approx(190)
    assert route.seconds == pytest.approx(190 / 4.5)
    assert route.stops == (route.steps[2].begin, len(route.line) - 1)


@pytest.mark.parametrize(
    ("direction", "heading"), [(Direction.LEFT, 270), (Direction.SLIGHT_RIGHT, 45)]
)
def test_a_turn_bends_the_line_as_it_says(direction, heading):
    line = Draft().go(50).turn(direction).go(50).arrive().line

    assert bearing(line[-2], line[-1]) == pytest.approx(heading, abs=0.01)
    assert metres(line[0], line[1]) == pytest.approx(50)
