"""Pictures from outside."""

import io
import struct
import zlib
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from lorgnette.app.pictures import Encoded, decode
from lorgnette.core.errors import CannotSee


def picture(width=40, height=20, form="JPEG", **more):
    image = Image.new("RGB", (width, height), (200, 30, 30))
    image.paste((20, 20, 200), (width // 2, 0, width, height))
    file = io.BytesIO()
    image.save(file, form, **more)
    return file.getvalue()


def claims(width, height):
    """A PNG whose header says how large it is, and whose body is a few bytes."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (b"IHDR" + header, b"IDAT" + zlib.compress(bytes(100_000)), b"IEND")
    framed = (struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "BMP", "GIF", "TIFF"])
async def test_pixels_are_rows_of_red_green_and_blue(form):
    pixels = await decode(picture(form=form))
    assert pixels.shape == (20, 40, 3)
    assert pixels.dtype == np.uint8
    assert pixels.flags.c_contiguous
    assert pixels[10, 5, 0] > 150 > pixels[10, 5, 2]
    assert pixels[10, 35, 2] > 150 > pixels[10, 35, 0]


async def test_a_picture_that_was_taken_sideways_is_turned_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    pixels = await decode(picture(exif=exif))
    assert pixels.shape == (40, 20, 3)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
@pytest.mark.asyncio
async def test_a_large_picture_is_made_smaller(form):
    pixels = await decode(picture(1600, 1200, form), most=500_000)
    assert pixels.shape[0] * pixels.shape[1] <= 500_000
    assert pixels.shape[1] == pytest.approx(pixels.shape[0] * 4 / 3, rel=0.05)


@pytest.mark.slow
async def test_only_what_is_decoded_small_may_be_huge():
    pixels = await decode(picture(6_000, 5_000), most=500_000)
    assert pixels.shape == (625, 750, 3)
    with pytest.raises(CannotSee):
        await decode(picture(6_000, 5_000, progressive=True))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
async def test_what_can_be_seen_through_lies_on_white_paper(mode):
    image = Image.new("RGBA", (40, 20), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 20, 20))
    file = io.BytesIO()
    image.convert(mode).save(file, "PNG")
    pixels = await decode(file.getvalue())
    assert pixels[10, 5].tolist() == [0, 0, 0]
    assert pixels[10, 35].tolist() == [255, 255, 255]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (b"", "unreadable"),
        (b"hello", "unreadable"),
        (picture(form="PNG")[:60], "unreadable"),
        (picture()[:300], "unreadable"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "unreadable"),
        (claims(4_900, 4_900), "unreadable"),
        (claims(5_001, 5_000), "too-large"),
        (claims(2**31 - 1, 2**31 - 1), "too-large"),
    ],
)
@pytest.mark.asyncio
async def test_what_is_no_picture_is_told(broken, reason):
    with pytest.raises(CannotSee) as told:
        await decode(broken)
    assert told.value.reason == reason


@given(st.binary(max_size=60), st.integers(0, 700), st.sampled_from(["JPEG", "PNG", "GIF"]))
@settings(max_examples=60)
def test_damage_is_told_or_seen_but_never_more(noise, place, form):
    whole = picture(form=form)
    damaged = whole[:place] + noise + whole[place + len(noise) :]

    with suppress(CannotSee):
        assert Encoded(damaged).pixels().shape[2] == 3
