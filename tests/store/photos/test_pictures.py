"""What is kept of a picture: itself, when it was taken, and where only if that is wanted."""

import io

import pytest
from PIL import Image

from lorgnette.core.errors import CannotSee
from lorgnette.core.types import Spot
from lorgnette.store.photos.pictures import SMALL, degrees, pixels_of, prepared
from lorgnette.testing.turns import NOW

HERE = Spot(52.52, 13.405)


def told(jpeg):
    exif = Image.open(io.BytesIO(jpeg)).getexif()
    return exif, exif.get_ifd(0x8769), exif.get_ifd(0x8825)


def test_it_tells_when_it_was_taken(picture):
    made = prepared(picture(), NOW, None)
    _, details, gps = told(made.jpeg)
    assert details[0x9003] == "2026:03:04 09:30:00"
    assert details[0x9011] == "+01:00"
    assert gps == {}
    assert (made.width, made.height) == (640, 480)


def test_it_tells_where_when_it_may(picture):
    gps = told(prepared(picture(), NOW, Spot(-33.8568, 151.2153)).jpeg)[2]
    assert (gps[1], gps[3]) == ("S", "E")
    assert gps[2] == pytest.approx((33, 51, 24.48))
    assert degrees(59.99999999) == (60.0, 0.0, 0.0)


def test_a_picture_on_its_side_stays_so_and_is_seen_upright(picture):
    made = prepared(picture(tells={0x0112: 6}), NOW, HERE)
    assert told(made.jpeg)[0][0x0112] == 6
    assert (made.width, made.height) == (480, 640)
    small = Image.open(io.BytesIO(made.small))
    assert small.height == SMALL > small.width
    assert not small.getexif()


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_other_kinds_become_jpegs(picture, kind):
    assert Image.open(io.BytesIO(prepared(picture(kind=kind), NOW, None).jpeg)).format == "JPEG"


def test_a_small_picture_is_not_made_large(picture):
    assert pixels_of(prepared(picture(40, 30), NOW, None).small).shape == (30, 40, 3)


@pytest.mark.parametrize("broken", [b"", b"no picture", b"\xff\xd8\xff\xd9"])
def test_what_is_no_picture_is_refused(broken):
    with pytest.raises(CannotSee):
        prepared(broken, NOW, None)
    with pytest.raises(CannotSee):
        pixels_of(broken)
