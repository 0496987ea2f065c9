"""Which way text runs is settled by few lines, and lines on end are read from the same end."""

import numpy as np
import pytest

from lorgnette.providers.rapidocr.detection import Place
from lorgnette.providers.rapidocr.directions import lines
from lorgnette.providers.rapidocr.recognition import Reading


def place(down, length=200, height=20, across=300):
    return Place(across, down, length, height, 0.0)


class Letters:
    """Text that is right when read in one direction, given in degrees."""

    def __init__(self, degrees, clear=0.98):
        self.degrees, self.clear, self.read = degrees, clear, 0

    def __call__(self, corners):
        self.read += 1
        across, down = corners[1] - corners[0]
        right = round(np.degrees(np.arctan2(down, across))) % 360 == self.degrees
        return Reading("a good text", self.clear) if right else Reading("a x", 0.7)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("clear", [0.98, 0.75])
def test_text_begins_where_it_reads_best(degrees, clear):
    upright = degrees % 180 == 90
    places = [place(100 * at, *((20, 200) if upright else (200, 20))) for at in range(9)]
    letters = Letters(degrees, clear)
    for corners in lines(places, letters):
        across, down = corners[1] - corners[0]
        assert round(np.degrees(np.arctan2(down, across))) % 360 == degrees
    assert letters.read <= 6


def test_what_is_about_square_does_as_the_others():
    places = [place(100, 20, 200), place(400, 22, 20)]
    _, square = lines(places, Letters(90))
    assert square[1][1] > square[0][1], "it runs down"


def test_one_clear_line_is_enough():
    letters = Letters(0)
    lines([place(100 * at) for at in range(50)], letters)
    assert letters.read == 1


def test_nothing_has_no_direction():
    assert lines([], Letters(0)) == []
