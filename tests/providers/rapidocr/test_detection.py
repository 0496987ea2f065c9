"""Likely pixels that hang together are lines of text, with their place in the picture."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from lorgnette.providers.rapidocr.detection import GRID, SURE, places


class Bright:
    """A network that takes bright pixels for text."""

    shape = None

    def run(self, _outputs, inputs, _options=None):
        values = inputs["x"]
        self.shape = values.shape
        assert values.shape[2] % GRID == values.shape[3] % GRID == 0
        return [(values.mean(1, keepdims=True) + 1) / 2]


def picture(*shapes, size=(400, 300)):
    image = Image.new("RGB", size)
    for corners in shapes:
        ImageDraw.Draw(image).polygon(corners, fill="white")
    return np.ascontiguousarray(image)


def test_a_line_is_found_where_it_is_and_grows_to_its_letters():
    [place] = places(Bright(), picture([(50, 100), (250, 100), (250, 110), (50, 110)]), 1280)
    assert (place.across, place.down) == pytest.approx((150, 105), abs=2)
    assert 205 < place.length < 225
    assert 20 < place.height < 32
    assert place.turn == pytest.approx(0, abs=0.01)
    assert tuple(place.corners[0]) < (50, 100)


def test_a_line_askew_keeps_its_turn():
    [place] = places(Bright(), picture([(50, 100), (250, 140), (248, 152), (48, 112)]), 1280)
    assert place.turn == pytest.approx(np.arctan2(40, 200), abs=0.02)
    assert place.length > 5 * place.height


def test_a_line_on_end_is_higher_than_long():
    [place] = places(Bright(), picture([(50, 50), (60, 50), (60, 250), (50, 250)]), 1280)
    assert place.height > 5 * place.length


def test_a_large_picture_is_looked_at_reduced_and_answered_for_as_it_is():
    network = Bright()
    shape = [(500, 1000), (2500, 1000), (2500, 1100), (500, 1100)]
    [place] = places(network, picture(shape, size=(4000, 3000)), 1000)
    assert max(network.shape) < 1100
    assert (place.across, place.down) == pytest.approx((1500, 1050), abs=15)


def test_what_is_thin_or_unlikely_is_no_text():
    assert places(Bright(), picture([(50, 100), (250, 100), (250, 101), (50, 101)]), 1280) == []
    grey = np.full((300, 400, 3), int(255 * (SURE - 0.1)), np.uint8)
    assert places(Bright(), grey, 1280) == []


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (31, 2), (33, 65)])
def test_every_size_of_picture_is_taken(size):
    assert places(Bright(), picture(size=size), 64) == []
