"""What the networks' columns say, and lines cut out of a picture."""

import numpy as np
import pytest

from lorgnette.providers.rapidocr.recognition import HEIGHT, LONGEST, Reading, Recognition, cut


class Columns:
    """A network that says one thing about each column: (letter or None, likelihood)."""

    letters = ("a", "b", "é")

    def __init__(self, *columns):
        known = [None, *self.letters, " "]
        self.likely = np.zeros((1, len(columns), len(known)), np.float32)
        for at, (letter, likelihood) in enumerate(columns):
            self.likely[0, at, known.index(letter)] = likelihood

    def get_modelmeta(self):
        return self

    @property
    def custom_metadata_map(self):
        return {"character": "\n".join(self.letters)}

    def run(self, _outputs, inputs):
        assert inputs["x"].shape[:3] == (1, 3, HEIGHT)
        assert np.abs(inputs["x"]).max() <= 1
        return [self.likely]


def read(*columns):
    line = np.full((HEIGHT, 8 * len(columns), 3), 255, np.uint8)
    line[:, ::4] = 0
    return Recognition(Columns(*columns)).read(line)


def test_a_letter_that_goes_on_is_one_and_a_blank_parts_two():
    said = read((None, 1), ("a", 0.9), ("a", 0.8), (None, 1), ("a", 0.7), ("é", 0.8))
    assert said.text == "aaé"
    assert said.confidence == pytest.approx((0.9 + 0.7 + 0.8) / 3)


def test_spaces_are_letters_too_and_none_is_kept_at_the_ends():
    assert read((" ", 1), ("a", 1), (" ", 1), ("b", 1), (" ", 1)).text == "a b"


def test_nothing_is_nothing():
    assert read((None, 1), (None, 1)) == Reading("", 0.0)


def gradient():
    across, down = np.meshgrid(np.arange(200, dtype=np.uint8), np.arange(100, dtype=np.uint8))
    return np.ascontiguousarray(np.stack([across, down, across], 2))


def test_a_line_is_cut_out_upright_whichever_way_it_runs():
    picture = gradient()
    corners = np.array([(20, 30), (180, 30), (180, 70), (20, 70)], float)
    line = cut(picture, corners)
    assert line.shape == (HEIGHT, 192, 3)
    assert line[0, 0, 0] + 120 < line[0, -1, 0], "left to right"
    backwards = cut(picture, np.roll(corners, -2, axis=0))
    assert backwards[0, 0, 0] > backwards[0, -1, 0] + 120
    down = cut(picture, np.roll(corners, -1, axis=0))
    assert down[0, 0, 1] + 20 < down[0, -1, 1], "top to bottom"


def test_a_line_that_is_all_length_is_squeezed_and_a_point_is_a_line():
    long = np.array([(0, 10), (199, 10), (199, 10.2), (0, 10.2)])
    assert cut(gradient(), long).shape[1] <= LONGEST
    assert cut(gradient(), np.zeros((4, 2))).shape[0] == HEIGHT
