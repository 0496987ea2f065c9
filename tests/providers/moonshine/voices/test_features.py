import numpy as np
import pytest

from lorgnette.providers.moonshine.voices.features import BANDS, features, triangles


def tone(hertz, seconds=0.5):
    return (0.3 * np.sin(2 * np.pi * hertz * np.arange(int(16_000 * seconds)) / 16_000)).astype(
        "f4"
    )


def test_there_is_a_row_every_ten_milliseconds_without_its_mean():
    rows = features(tone(440))

    assert rows.shape == (48, BANDS)
    assert np.abs(rows.mean(axis=0)).max() < 1e-3


def test_loudness_makes_no_difference():
    sound = tone(440) + np.random.default_rng(1).normal(0, 0.01, 8_000).astype("f4")

    assert features(sound) == pytest.approx(features(sound / 8), abs=1e-2)


def test_each_band_is_a_triangle_above_the_one_before():
    bands = triangles()

    assert bands.shape == (BANDS, 257)
    assert bands.min() >= 0
    assert (np.diff(bands.argmax(axis=1)) >= 0).all()
