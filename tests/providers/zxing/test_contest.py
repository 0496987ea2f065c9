"""Stickers on printed codes, drawn: whether it is noticed that one lies over the other."""

import numpy as np
import pytest
from PIL import Image, ImageFilter

from lorgnette.core.codes import Symbology
from lorgnette.providers.zxing.reader import read
from lorgnette.testing.codereaders import drawn

PRINTED, STUCK = "https://pay.example/shop/1234567890", "https://other.example/x"


def code(text, width, turned=0):
    image = Image.fromarray(drawn(Symbology.QR, text, width=width, margin=20))
    return image.rotate(turned, Image.Resampling.BICUBIC, expand=True, fillcolor="white")


def wall(*pasted, radius=0.0, size=(1280, 900)):
    """A wall with codes on it: an image and where it is, the later over the earlier."""
    image = Image.new("RGB", size, (180, 170, 150))
    for each, place in pasted:
        image.paste(each, place)
    return np.ascontiguousarray(image.filter(ImageFilter.GaussianBlur(radius)))


def strong(width):
    """A printed code that corrects what a third of it says: it can be read with a hole."""
    import zxingcpp

    text = f"{PRINTED}?with=much&more=of&what=needs&room=here"
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="H")
    bars = Image.fromarray(np.array(made.to_image(add_quiet_zones=True))).convert("RGB")
    return bars.resize((width // bars.width * bars.width,) * 2, Image.Resampling.NEAREST)


@pytest.mark.parametrize("thorough", [False, True])
@pytest.mark.parametrize("radius", [0.0, 2.0])
@pytest.mark.parametrize("turned", [0, 12])
@pytest.mark.parametrize(
    "place",
    [
        pytest.param(place, id=name)
        for name, place in {
            "corner": (400, 350),
            "most": (330, 330),
            "side": (350, 200),
            "left": (60, 350),
        }.items()
    ],
)
@pytest.mark.slow
def test_a_sticker_beside_which_a_corner_of_a_printed_code_shows(place, turned, radius, thorough):
    printed, sticker = code(PRINTED, 420), code(STUCK, 400, turned)
    found = read(wall((printed, (200, 200)), (sticker, place), radius=radius), thorough)
    assert all(each.contested for each in found if each.text)
    assert any(each.text == STUCK and each.sure for each in found)


def test_a_small_sticker_in_the_middle_of_a_large_code():
    printed, sticker = code(PRINTED, 560), code(STUCK, 180)
    [found] = read(wall((printed, (200, 100)), (sticker, (392, 292))))
    assert (found.text, found.contested) == (STUCK, True)


@pytest.mark.slow
def test_two_codes_that_can_both_be_read_are_told_both():
    sticker = code(STUCK, 190)
    at = (200 + 300 - sticker.width // 2, 100 + 300 - sticker.height // 2)
    found = [each for each in read(wall((strong(600), (200, 100)), (sticker, at))) if each.text]
    assert [each.text[:20] for each in found] == [PRINTED[:20], STUCK[:20]]
    assert all(each.contested and each.sure for each in found)


@pytest.mark.parametrize("radius", [0.0, 2.0])
@pytest.mark.parametrize("turned", [0, 7, 45])
def test_codes_beside_each_other_are_no_stickers(turned, radius):
    first, second = code(PRINTED, 380, turned), code(STUCK, 380, turned)
    beside = wall((first, (60, 100)), (second, (60 + first.width + 4, 110)), radius=radius)
    found = read(beside)
    assert len(found) == 2
    assert not any(each.contested for each in found)


@pytest.mark.slow
def test_a_neighbour_that_nobody_can_read_is_no_sticker():
    blind = code(STUCK, 380)
    for left in range(150, 330, 24):
        blind.paste("white", (left, 150, left + 12, 330))
    found = read(wall((code(PRINTED, 380), (60, 100)), (blind, (480, 110))))
    assert [each.contested for each in found if each.text] == [False]


def test_a_neighbour_that_goes_on_beyond_the_edge_is_no_sticker():
    cut = (code(STUCK, 380), (460, 110))
    found = read(wall((code(PRINTED, 380), (60, 100)), cut, size=(600, 600)))
    assert [each.contested for each in found if each.text] == [False]


@pytest.mark.parametrize("symbology", [Symbology.AZTEC, Symbology.DATA_MATRIX, Symbology.EAN_13])
def test_other_codes_beside_a_code_are_no_stickers(symbology):
    other = Image.fromarray(drawn(symbology, width=400, margin=10))
    found = read(wall((code(PRINTED, 380), (60, 100)), (other, (460, 110))))
    assert not any(each.contested for each in found)
