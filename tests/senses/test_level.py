import numpy as np
import pytest

from lorgnette.senses.level import Floor, level, levels
from lorgnette.testing.signals import quiet, voiced


def test_levels_are_decibels_above_one_quantum():
    assert level(quiet(0.032)) == 0
    assert level(voiced(0.032, 1000)) == pytest.approx(60, abs=0.01)


def test_frames_are_measured_one_by_one():
    sound = quiet(0.016) + voiced(0.008, 1000) + voiced(0.008, 100)

    assert levels(sound) == pytest.approx([0, 0, 60, 40], abs=0.01)


def test_the_floor_is_the_lowest_of_the_last_seconds():
    floor = Floor()
    for loudness in (50, 48, 70, 70):
        floor.hear(loudness)
    assert floor.level == 48

    for loudness in np.full(Floor.BUCKETS * Floor.BLOCKS + Floor.BLOCKS, 65.0):
        floor.hear(loudness)
    assert floor.level == 65


def test_the_floor_falls_at_once():
    floor = Floor()
    floor.hear(60)
    floor.hear(20)

    assert floor.level == 20
