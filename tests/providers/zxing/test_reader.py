"""Real codes, drawn, blurred and in disagreement, by the real library."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from lorgnette.core.codes import Symbology
from lorgnette.core.errors import EngineFailed
from lorgnette.core.pictures import Box
from lorgnette.providers.zxing import Zxing
from lorgnette.providers.zxing.reader import Seen, code_of, read, whole
from lorgnette.testing.codereaders import check_code_reader, drawn

RIGHT, WRONG = "4006381333931", "4006381333948"


@pytest.mark.slow
@pytest.mark.asyncio
async def test_it_keeps_the_promises_of_a_code_reader():
    await check_code_reader(Zxing({}))


def blurred(pixels, radius):
    return np.ascontiguousarray(Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(radius)))


@pytest.mark.parametrize("radius", [0.5, 1, 1.5, 2, 3, 4, 6])
def test_however_blurred_a_number_is_it_is_right_or_not_sure(radius):
    for code in read(blurred(drawn(Symbology.EAN_13, RIGHT, width=260), radius), thorough=True):
        assert not code.sure or code.text == RIGHT


@pytest.mark.parametrize("turned", [0, 90, 180, 270, 20])
def test_a_code_is_read_from_any_side(turned):
    image = Image.fromarray(drawn(Symbology.QR)).rotate(turned, expand=True, fillcolor="white")
    [code] = read(np.ascontiguousarray(image))
    assert code.text.startswith("https://example.org")


def turned(pixels, angle):
    image = Image.fromarray(pixels).rotate(
        angle, Image.Resampling.BICUBIC, expand=True, fillcolor="white"
    )
    return np.ascontiguousarray(image)


@pytest.mark.parametrize("angle", [10, 35, 50, 80, 125])
@pytest.mark.parametrize("symbology", [Symbology.EAN_13, Symbology.CODE_128, Symbology.PDF417])
def test_bars_are_read_askew_once_and_where_they_are(symbology, angle):
    pixels = turned(drawn(symbology, width=420), angle)
    [code] = read(pixels, thorough=True)
    assert code.sure
    height, width, _ = pixels.shape
    assert code.box.centre == pytest.approx((width / 2, height / 2), abs=25)


@pytest.mark.parametrize("angle", [20, 45, 70])
def test_a_number_that_lies_askew_needs_no_second_frame(angle):
    [code] = read(turned(drawn(Symbology.EAN_13, RIGHT, width=420), angle))
    assert (code.text, code.sure) == (RIGHT, True)


@pytest.mark.slow
def test_several_that_lie_askew_are_all_read():
    page = np.full((700, 800, 3), 255, np.uint8)
    for symbology, across, down in ((Symbology.EAN_13, 20, 20), (Symbology.QR, 420, 300)):
        code = drawn(symbology, width=330)
        page[down : down + code.shape[0], across : across + code.shape[1]] = code
    found = read(turned(page, 35), thorough=True)
    assert [code.symbology for code in found if code.sure] == [Symbology.QR, Symbology.EAN_13]


def test_light_bars_on_dark_are_read():
    [code] = read(np.ascontiguousarray(255 - drawn(Symbology.EAN_13, RIGHT)), thorough=True)
    assert (code.text, code.sure) == (RIGHT, True)


def test_a_code_over_another_is_read_as_what_lies_on_top():
    page = drawn(Symbology.QR, "https://below.example", width=600).copy()
    over = drawn(Symbology.QR, "on top")
    page[100 : 100 + over.shape[0], 100 : 100 + over.shape[1]] = over
    assert [code.text for code in read(page, thorough=True) if code.sure] == ["on top"]


class Corner:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Barcode:
    """A barcode as the library has it."""

    def __init__(self, text, at=0, name="EAN13", valid=True):
        self.text, self.bytes, self.valid = text, text.encode(), valid
        self.format = type("", (), {"name": name})
        self.content_type = type("", (), {"name": "Text"})
        self.position = type("", (), {})
        for corner, x, y in (
            ("top_left", 0, 0), ("top_right", 90, 0), ("bottom_right", 90, 2), ("bottom_left", 0, 2)
        ):  # fmt: skip
            setattr(self.position, corner, Corner(at + x, y))


def seen(*variants):
    told = Seen()
    for variant in variants:
        told.add([code_of(barcode, 1.0) for barcode in variant])
    return [(code.text, code.sure) for code in told.codes()]


def test_three_variants_must_agree_on_a_number_and_two_on_what_is_checked_better():
    assert seen([Barcode(RIGHT)], [Barcode(RIGHT)]) == [(RIGHT, False)]
    assert seen([Barcode(RIGHT)], [], [Barcode(RIGHT)], [Barcode(RIGHT)]) == [(RIGHT, True)]
    assert seen([Barcode("A1", name="Code128")]) == [("A1", False)]
    assert seen(*2 * [[Barcode("A1", name="Code128")]]) == [("A1", True)]
    assert seen([Barcode("hello", name="QRCode")]) == [("hello", True)]


def test_who_contradicts_must_be_outvoted():
    said = [*3 * [[Barcode(RIGHT)]], [Barcode(WRONG)]]
    assert seen(*said) == [(RIGHT, False)]
    assert seen(*said, [Barcode(RIGHT)]) == [(RIGHT, True)]
    assert seen(*3 * [[Barcode(RIGHT)]], *3 * [[Barcode(WRONG)]]) == [(RIGHT, False)]


def test_two_products_beside_each_other_are_no_contradiction():
    both = [Barcode(RIGHT), Barcode(WRONG, at=300)]
    assert seen(both, both, both) == [(RIGHT, True), (WRONG, True)]


def test_what_is_only_seen_is_told_without_a_text():
    assert seen([Barcode("", valid=False)]) == [("", False)]
    assert seen([Barcode("", valid=False), Barcode("x", name="QRCode")]) == [("x", True)]


def test_the_edge_of_a_code_that_was_read_is_no_other_code():
    read_once = [*3 * [[Barcode(RIGHT)]], [Barcode("", at=70, valid=False)]]
    assert seen(*read_once) == [(RIGHT, True)]
    far = [*3 * [[Barcode(RIGHT)]], [Barcode("", at=300, valid=False)]]
    assert seen(*far) == [(RIGHT, True), ("", False)]
    other = [*3 * [[Barcode(RIGHT)]], [Barcode("", at=80, name="QRCode", valid=False)]]
    assert seen(*other) == [(RIGHT, True), ("", False)]


def test_two_codes_that_correct_themselves_and_differ_are_not_sure():
    assert seen([Barcode("a", name="QRCode"), Barcode("b", name="QRCode")]) == [("a", False)]


def test_a_kind_that_nobody_knows_is_no_code():
    assert code_of(Barcode("x", name="OtherBarcode"), 1.0) is None


def test_lines_seen_at_one_height_stand_for_the_whole_code():
    line = Box(((0, 50), (90, 50), (90, 51), (0, 51)))
    left, top, right, bottom = whole(line).bounds
    assert (left, right) == (0, 90)
    assert bottom - top == pytest.approx(30)


@given(st.integers(1, 60), st.integers(1, 60), st.binary(min_size=1, max_size=40))
@settings(max_examples=40)
def test_no_picture_breaks_it(height, width, noise):
    pixels = np.resize(np.frombuffer(noise, np.uint8), (height, width, 3))
    assert not [code for code in read(np.ascontiguousarray(pixels), thorough=True) if code.sure]


@pytest.mark.asyncio
async def test_what_is_no_picture_is_an_error():
    with pytest.raises(EngineFailed):
        await Zxing({}).read(np.zeros((2, 2, 5), np.uint8))
