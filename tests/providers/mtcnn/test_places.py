import numpy as np

from lorgnette.providers.mtcnn.places import apart, corrected, squared

ROW = np.float32([[10, 20, 30, 60]])


def test_corrections_count_in_sides():
    assert corrected(ROW, np.float32([[0.5, 0, -0.5, 0.25]])).tolist() == [[20, 20, 20, 70]]


def test_a_square_holds_its_place():
    assert squared(ROW).tolist() == [[0, 20, 40, 60]]


def test_of_those_that_share_too_much_the_most_certain_stays():
    places = np.float32([[0, 0, 10, 10], [1, 0, 11, 10], [4, 4, 6, 6], [50, 50, 60, 60]])
    certain = np.float32([0.7, 0.9, 0.8, 0.6])

    assert apart(places, certain, 0.5) == [1, 2, 3]
    assert apart(places, certain, 0.5, inside=True) == [1, 3]
    assert apart(places[:0], certain[:0], 0.5) == []
