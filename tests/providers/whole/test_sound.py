import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.providers.whole import sound


def noise(seconds, level, seed=0):
    random = np.random.default_rng(seed)
    return (random.normal(size=int(seconds * 16_000)) * level).astype(np.float32)


def test_samples_are_between_minus_one_and_one():
    assert sound.floats(b"\x00\x80\xff\x7f").tolist() == [-1.0, 32767 / 32768]


def test_half_a_sample_is_left_out():
    assert len(sound.floats(b"\x00\x00\x00")) == 1


def test_speech_stands_out_of_its_background():
    samples = np.concatenate([noise(1, 0.002), noise(0.5, 0.1, 1), noise(2, 0.002, 2)])

    start, end = sound.speech_in(samples)

    assert abs(start - 16_000) <= 320
    assert abs(end - 24_000) <= 320


def test_a_click_does_not_hide_quiet_speech():
    samples = np.concatenate([noise(1, 0.0005), noise(0.5, 0.02, 1), noise(1, 0.0005, 2)])
    samples[4_000:4_080] = 0.99

    start, end = sound.speech_in(samples)

    assert start < 4_000 or abs(start - 16_000) <= 320
    assert abs(end - 24_000) <= 320


def test_in_silence_nobody_speaks():
    assert sound.speech_in(np.zeros(16_000, np.float32)) == (0, 0)
    assert sound.speech_in(noise(1, 0.0003)) == (0, 0)


@given(st.integers(0, 4000), st.floats(0, 1))
def test_any_length_and_level_will_do(length, level):
    samples = noise(1, level)[:length]

    start, end = sound.speech_in(samples)

    assert 0 <= start <= end <= length


def test_a_long_sound_is_cut_where_it_is_quiet():
    samples = np.concatenate([noise(11, 0.1), noise(0.4, 0.001), noise(8, 0.1)])

    assert abs(sound.quiet_place(samples) - 11.2 * 16_000) < 0.2 * 16_000


def test_a_sound_without_pause_is_cut_somewhere():
    assert sound.EARLIEST_CUT <= sound.quiet_place(noise(20, 0.1)) <= sound.LONGEST
