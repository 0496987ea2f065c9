import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.providers.espeak.resample import resample


def tone(hertz, rate, seconds=1.0):
    at = np.arange(round(rate * seconds)) / rate
    return np.sin(2 * np.pi * hertz * at) * 10_000


def heard(hertz):
    sound = resample(tone(hertz, 22_050).astype("<i2").tobytes(), 22_050)
    return np.frombuffer(sound, "<i2").astype(float)


@pytest.mark.parametrize("hertz", [100, 440, 3000, 6500])
def test_what_fits_is_unchanged(hertz):
    expected = tone(hertz, 16_000)

    assert len(heard(hertz)) == 16_000
    assert np.abs(heard(hertz) - expected)[100:-100].max() < 20  # 54 dB below the tone


@pytest.mark.parametrize("hertz", [8500, 9500, 10_900])
def test_what_does_not_fit_is_gone_not_folded(hertz):
    assert np.abs(heard(hertz))[100:-100].max() < 10


@given(st.binary(max_size=3000).map(lambda some: some[: len(some) // 2 * 2]))
def test_any_samples_will_do(samples):
    assert len(resample(samples, 22_050)) == 2 * (len(samples) // 2 * 16_000 // 22_050)
