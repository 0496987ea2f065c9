"""Quiet recordings are raised, and loud ones left as they are."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.types import samples_in
from lorgnette.senses.gain import MOST, WANTED, Gain
from lorgnette.testing.signals import height, quiet, voiced
from lorgnette.testing.voiceactivities import pieces


def raised(*sounds):
    gain = Gain()
    return b"".join(map(gain.hear, sounds)) + gain.end()


def test_what_is_loud_enough_is_left_as_it_is():
    sound = quiet(1.5) + voiced(2.5, 4_000) + quiet(0.3)

    assert raised(sound) == sound


def test_what_is_quiet_is_raised_from_its_first_sample_on():
    sound = np.frombuffer(raised(voiced(3.2, 100)), "<i2")

    assert set(np.abs(sound)) == {round(WANTED)}


def test_there_is_an_end_to_it():
    assert height(raised(voiced(2, 5))) == round(5 * MOST)


def test_who_speaks_after_somebody_loud_is_raised_a_little_later():
    sound = np.abs(np.frombuffer(raised(voiced(2, 9_000), voiced(30, 100)), "<i2"))

    assert sound[3 * 16_000] < 200
    assert sound[-1] == round(WANTED)


@given(st.integers(0, 99), st.integers(0, 3))
def test_pieces_make_no_difference_and_nothing_is_lost(seed, odd):
    sound = quiet(0.4) + voiced(1.3, 90) + voiced(0.7, 8_000) + voiced(1, 20) + bytes(odd)

    assert raised(*pieces(sound, seed), sound[samples_in(sound) * 2 :]) == raised(sound)
    assert samples_in(raised(sound)) == samples_in(sound)
