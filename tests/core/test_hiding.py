import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.hiding import coarse, hidden
from lorgnette.core.pictures import Box

NOISE = np.random.default_rng(3).integers(0, 256, (120, 160, 3), np.uint8)
SIZES = st.integers(-400, 400)


def box(left, top, right, bottom):
    return Box(((left, top), (right, top), (right, bottom), (left, bottom)))


def test_nothing_is_left_of_a_place_but_light_and_dark():
    place = box(40, 40, 80, 80)

    seen = hidden(NOISE, [place])

    inside = seen[28:92, 28:92].astype(int)
    assert np.abs(np.diff(inside, axis=0)).max() < 12  # no edge is left
    assert np.abs(np.diff(inside, axis=1)).max() < 12
    assert abs(inside.mean() - NOISE[28:92, 28:92].mean()) < 4
    assert (seen[:27] == NOISE[:27]).all()
    assert (seen[:, 94:] == NOISE[:, 94:]).all()


def test_two_faces_with_the_same_cells_look_the_same():
    first = np.kron(np.arange(25, dtype=np.uint8).reshape(5, 5) * 9, np.ones((8, 8), np.uint8))
    mixed = first.reshape(5, 8, 5, 8)[:, ::-1, :, ::-1].reshape(40, 40)
    dots = np.tile(np.uint8([[0, 8], [8, 0]]), (20, 20))

    one, other = (
        coarse(np.repeat((each + dots)[..., np.newaxis], 3, axis=2)) for each in (first, mixed)
    )

    assert (one == other).all()


def test_the_picture_that_is_given_stays_as_it_is():
    before = NOISE.copy()
    assert (hidden(NOISE, []) == before).all()
    assert (hidden(NOISE, [box(0, 0, 50, 50)]) != before).any()
    assert (before == NOISE).all()


@given(SIZES, SIZES, SIZES, SIZES)
def test_any_place_can_be_hidden(left, top, right, bottom):
    place = box(min(left, right), min(top, bottom), max(left, right), max(top, bottom))

    seen = hidden(NOISE, [place])

    assert seen.shape == NOISE.shape
    assert seen.dtype == np.uint8


@pytest.mark.parametrize("shape", [(1, 1), (2, 7), (5, 5), (6, 301)])
def test_a_plain_wall_stays_one(shape):
    wall = np.full((*shape, 3), 77, np.uint8)
    assert (coarse(wall) == 77).all()
