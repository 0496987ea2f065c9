"""Distances in words: rounded as people do, never backwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.guidance import distance_said, distance_shown
from lorgnette.core.types import CHINESE, ENGLISH


@pytest.mark.parametrize(
    ("metres", "english", "chinese"),
    [
        (0, "10 metres", "10米"),
        (38, "40 metres", "40米"),
        (94, "90 metres", "90米"),
        (96, "100 metres", "100米"),
        (170, "150 metres", "150米"),
        (205, "200 metres", "200米"),
        (640, "600 metres", "600米"),
        (960, "1 kilometre", "1公里"),
        (1_400, "1.5 kilometres", "1.5公里"),
        (2_100, "2 kilometres", "两公里"),
        (12_400, "12 kilometres", "12公里"),
    ],
)
def test_said_as_people_say_it(metres, english, chinese):
    assert distance_said(metres, ENGLISH) == english
    assert distance_said(metres, CHINESE) == chinese


@pytest.mark.parametrize(
    ("metres", "english", "chinese"),
    [
        (4, "now", "现在"),
        (12, "10 m", "10米"),
        (187, "190 m", "190米"),
        (530, "550 m", "550米"),
        (974, "950 m", "950米"),
        (976, "1 km", "1公里"),
        (1_240, "1.2 km", "1.2公里"),
        (31_700, "32 km", "32公里"),
    ],
)
def test_shown_in_bands(metres, english, chinese):
    assert distance_shown(metres, ENGLISH) == english
    assert distance_shown(metres, CHINESE) == chinese


def value(text):
    number, unit = text.split()
    return float(number) * (1000 if unit.startswith("k") else 1)


@given(st.floats(10, 200_000), st.floats(10, 200_000))
def test_farther_is_never_said_as_nearer_and_nothing_is_far_from_the_truth(one, other):
    for render in (distance_said, distance_shown):
        near, far = sorted((one, other))
        assert value(render(near, ENGLISH)) <= value(render(far, ENGLISH))
        assert value(render(near, ENGLISH)) == pytest.approx(near, rel=0.34)
