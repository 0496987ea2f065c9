import numpy as np
import pytest
from PIL import Image, ImageFilter

from lorgnette.core.codes import Symbology
from lorgnette.providers.zxing.finders import finders
from lorgnette.testing.codereaders import drawn


def found(image):
    return list(finders(np.ascontiguousarray(image.convert("L"))))


@pytest.mark.slow
@pytest.mark.parametrize("turned", [0, 20, 45, 90])
@pytest.mark.parametrize("radius", [0, 2])
@pytest.mark.parametrize("width", [300, 1_400])
def test_a_code_has_three_large_squares(width, radius, turned):
    image = Image.fromarray(drawn(Symbology.QR, "https://example.org", width=width))
    module = (image.width - 80) / 33
    image = image.filter(ImageFilter.GaussianBlur(radius))
    squares = found(image.rotate(turned, Image.Resampling.BICUBIC, expand=True, fillcolor="white"))
    assert len(squares) == 3
    assert all(each.module == pytest.approx(module, rel=0.15) for each in squares)


@pytest.mark.parametrize("symbology", [Symbology.AZTEC, Symbology.DATA_MATRIX, Symbology.PDF417])
def test_other_codes_have_none(symbology):
    assert found(Image.fromarray(drawn(symbology))) == []


def test_where_there_is_nothing_nothing_is_found():
    noise = np.random.default_rng(1).integers(0, 256, (400, 600), np.uint8)
    for nothing in (noise, np.zeros((1, 1), np.uint8), np.full((200, 300), 255, np.uint8)):
        assert list(finders(nothing)) == []
