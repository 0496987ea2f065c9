import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.providers.mtcnn.layers import certainty, filtered, largest, leaky


@given(st.integers(3, 9), st.integers(3, 9), st.integers(1, 3))
def test_filters_see_what_a_loop_over_all_places_sees(height, width, side):
    random = np.random.default_rng(height * 100 + width * 10 + side)
    picture = random.normal(size=(2, height, width, 3)).astype(np.float32)
    kernel = random.normal(size=(side, side, 3, 4)).astype(np.float32)
    bias = random.normal(size=4).astype(np.float32)

    seen = filtered(picture, kernel, bias)

    assert seen.shape == (2, height - side + 1, width - side + 1, 4)
    for down in range(seen.shape[1]):
        for across in range(seen.shape[2]):
            window = picture[:, down : down + side, across : across + side]
            expected = np.einsum("nyxc,yxcf->nf", window, kernel) + bias
            np.testing.assert_allclose(seen[:, down, across], expected, atol=1e-4)


def test_the_largest_of_squares_counts_and_edges_are_not_lost():
    picture = np.arange(25, dtype=np.float32).reshape(1, 5, 5, 1)

    assert largest(picture, 2)[0, :, :, 0].tolist() == [[6, 8, 9], [16, 18, 19], [21, 23, 24]]
    assert largest(picture, 3)[0, :, :, 0].tolist() == [[12, 14], [22, 24]]
    assert largest(picture[:, :4, :4], 3)[0, :, :, 0].tolist() == [[12, 13], [17, 18]]


def test_what_is_below_zero_counts_in_part():
    assert leaky(np.float32([-2, 3]), np.float32([0.5, 9])).tolist() == [-1, 3]


def test_certainty_is_between_no_and_yes():
    assert certainty(np.float32([[0, 0], [9, -9], [-9, 9]])).round(3).tolist() == [0.5, 0, 1]
