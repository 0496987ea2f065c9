import math

import pytest

from lorgnette.core.pictures import Box


def box(across, down, side=100.0, turned=0.0):
    """A square around its middle, turned by degrees."""
    angle, half = math.radians(turned), side / 2
    return Box(
        tuple(
            (
                across + x * math.cos(angle) - y * math.sin(angle),
                down + x * math.sin(angle) + y * math.cos(angle),
            )
            for x, y in ((-half, -half), (half, -half), (half, half), (-half, half))
        )
    )


@pytest.mark.parametrize(
    ("other", "share"),
    [
        (box(0, 0), True),
        (box(0, 0, 20), True),
        (box(90, 90), True),
        (box(99.5, 0), False),
        (box(101, 0), False),
        (box(0, 300), False),
        (box(110, 0, turned=45), True),
        (box(105, 105, turned=45), False),
    ],
)
def test_boxes_that_share_some_place_overlap_and_neighbours_do_not(other, share):
    one = box(0, 0)
    assert one.overlaps(other) is other.overlaps(one) is share


def test_which_way_round_the_corners_go_does_not_matter():
    one, other = box(0, 0), box(60, 60)
    assert one.overlaps(Box(other.corners[::-1]))
    assert not one.overlaps(Box(box(160, 60).corners[::-1]))
