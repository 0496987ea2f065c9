"""A JPEG is kept as it came, but for what else it tells."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from lorgnette.store.photos.pictures import exif_of
from lorgnette.store.photos.segments import with_exif
from lorgnette.testing.turns import NOW
from lorgnette.testing.views import plain

EXIF = exif_of(NOW, None)


def pixels(jpeg):
    return np.asarray(Image.open(io.BytesIO(jpeg)))


@pytest.mark.parametrize("more", [{}, {"progressive": True}, {"restart_marker_rows": 1}])
def test_every_pixel_stays_and_the_rest_goes(picture, more):
    secret = {0x010E: "SECRET", 0x8825: {1: "N", 2: (1.0, 2.0, 3.0)}}
    jpeg = picture(tells=secret, comment=b"SECRET", tail=picture(tells=secret), **more)
    kept = with_exif(jpeg, EXIF)

    assert np.array_equal(pixels(kept), pixels(jpeg))
    assert b"SECRET" not in kept
    assert kept.count(b"\xff\xd8\xff") == 1
    assert not Image.open(io.BytesIO(kept)).getexif().get_ifd(0x8825)


@pytest.mark.parametrize("more", [{}, {"progressive": True}])
def test_a_cut_file_is_none(picture, more):
    jpeg = picture(200, 200, **more)
    for length in range(0, len(jpeg) - 1, 37):
        with pytest.raises(ValueError, match="JPEG"):
            with_exif(jpeg[:length], EXIF)


WHOLE = plain(width=64, height=64)


@given(st.integers(2, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_kept_or_refused(at, damage):
    damaged = WHOLE[:at] + damage + WHOLE[at + len(damage) :]
    try:
        kept = with_exif(damaged, EXIF)
    except ValueError:
        return
    assert kept.startswith(b"\xff\xd8\xff\xe1")
    assert kept.endswith(b"\xff\xd9")


def test_more_than_a_segment_holds_is_refused():
    with pytest.raises(ValueError, match="more than"):
        with_exif(WHOLE, bytes(70_000))
