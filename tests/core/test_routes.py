"""What ways are made of."""

import pytest

from lorgnette.core.routes import Direction, turned


@pytest.mark.parametrize(
    ("degrees", "direction"),
    [
        (0, Direction.STRAIGHT),
        (-29, Direction.STRAIGHT),
        (45, Direction.SLIGHT_RIGHT),
        (-45, Direction.SLIGHT_LEFT),
        (90, Direction.RIGHT),
        (-90, Direction.LEFT),
        (150, Direction.SHARP_RIGHT),
        (-150, Direction.SHARP_LEFT),
        (180, Direction.U_TURN_RIGHT),
        (-180, Direction.U_TURN_LEFT),
    ],
)
def test_a_turn_has_a_direction(degrees, direction):
    assert turned(degrees) is direction
