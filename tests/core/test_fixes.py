"""Fixes that a receiver can mean, and those it cannot."""

import math

import pytest

from lorgnette.core.fixes import Fix
from lorgnette.core.types import Spot

HERE = Spot(47.14, 9.52)


def test_a_fix_is_sound_without_course_and_speed():
    assert Fix(0.0, HERE).sound
    assert Fix(1.0, HERE, 5.0, 359.0, 1.4).sound


@pytest.mark.parametrize(
    "fix",
    [
        Fix(math.nan, HERE),
        Fix(0.0, Spot(math.nan, 9.5)),
        Fix(0.0, Spot(91.0, 9.5)),
        Fix(0.0, Spot(47.0, -180.1)),
        Fix(0.0, HERE, -1.0),
        Fix(0.0, HERE, math.inf),
        Fix(0.0, HERE, 5.0, math.nan, 1.0),
        Fix(0.0, HERE, 5.0, 10.0, -0.1),
    ],
)
def test_a_fix_with_a_number_that_means_nothing_is_not(fix):
    assert not fix.sound
