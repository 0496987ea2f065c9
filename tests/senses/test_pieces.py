"""A recording is cut at its pauses, and nothing said is lost."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.core.types import SAMPLE_RATE, samples_in
from lorgnette.senses.cutter import PieceRules
from lorgnette.senses.pieces import Pieces
from lorgnette.testing.signals import ScriptedVoiceActivity, height, quiet, voiced
from lorgnette.testing.voiceactivities import pieces as chunks

NEAR = 0.1
"""Seconds."""


def cut(*sounds, rules=None, activity=None):
    """The pieces of a recording."""
    pieces = Pieces(activity or ScriptedVoiceActivity(), rules)
    return [piece for sound in sounds for piece in pieces.hear(sound)] + list(pieces.end())


def seconds(pieces):
    """First and last, in seconds."""
    return [(piece.first / SAMPLE_RATE, piece.last / SAMPLE_RATE) for piece in pieces]


def about(*times):
    return [pytest.approx(time, abs=NEAR) for time in times]


def test_speech_between_silences_is_a_piece():
    [piece] = cut(quiet(1) + voiced(2) + quiet(2))

    assert [piece.first / SAMPLE_RATE, piece.last / SAMPLE_RATE] == about(1, 3)
    assert samples_in(piece.sound) / SAMPLE_RATE == pytest.approx(2.8, abs=NEAR)


def test_a_short_pause_parts_nothing_that_has_only_begun():
    [piece] = cut(quiet(1) + voiced(1) + quiet(0.4) + voiced(1) + quiet(2))

    assert [piece.first / SAMPLE_RATE, piece.last / SAMPLE_RATE] == about(1, 3.4)


def test_the_same_pause_parts_what_is_long():
    pieces = cut(quiet(1) + voiced(9) + quiet(0.4) + voiced(1) + quiet(2))

    assert len(pieces) == 2


def test_what_is_said_to_the_very_end_is_heard():
    [piece] = cut(quiet(0.5) + voiced(1.01))

    assert piece.last / SAMPLE_RATE == pytest.approx(1.51, abs=NEAR)


def test_speech_from_the_first_sample_on():
    [piece] = cut(voiced(2) + quiet(1))

    assert piece.first == 0
    assert piece.last / SAMPLE_RATE == pytest.approx(2, abs=NEAR)


def test_speech_without_a_pause_is_cut_where_it_is_quietest_and_nothing_is_heard_twice():
    pieces = cut(quiet(1) + voiced(10, 9000) + voiced(0.2) + voiced(20, 9000) + quiet(2))

    assert len(pieces) >= 3
    assert pieces[0].last / SAMPLE_RATE == pytest.approx(11.1, abs=0.2)
    assert all(one.last <= other.first for one, other in pairwise(pieces))
    assert all(samples_in(piece.sound) <= 15 * SAMPLE_RATE for piece in pieces)
    heard = sum(samples_in(piece.sound) for piece in pieces) / SAMPLE_RATE
    assert heard == pytest.approx(30.2 + 0.7, abs=NEAR)


def test_whoever_never_pauses_does_not_fill_the_memory():
    pieces = Pieces(ScriptedVoiceActivity())

    for _ in range(120):
        list(pieces.hear(voiced(1)))

    assert sum(len(block.sound) for block in pieces._cutter._kept) <= 16 * 2 * SAMPLE_RATE


@pytest.mark.parametrize("sound", [b"", b"\0", quiet(0.01), quiet(30), voiced(0.05)])
def test_where_nobody_speaks_there_is_no_piece(sound):
    assert cut(sound + quiet(1)) == []
    assert cut(sound) == []


class HardOfHearing:
    """Hears nothing below a height of 500."""

    def open(self):
        return self

    def hear(self, sound):
        return float(height(sound) >= 500)

    def reset(self):
        """There is nothing to forget."""


def test_a_voice_across_the_room_is_raised():
    [piece] = cut(quiet(1) + voiced(2, 100) + quiet(2), activity=HardOfHearing())

    assert [piece.first / SAMPLE_RATE, piece.last / SAMPLE_RATE] == about(1, 3)
    assert height(piece.sound) >= 500


class Doubtful:
    """Half believes in whatever is loud, as voice activity does in music."""

    def __init__(self):
        self._sure = ScriptedVoiceActivity().open()

    def open(self):
        return self

    def hear(self, sound):
        return 0.45 * self._sure.hear(sound)

    def reset(self):
        self._sure.reset()


def test_what_is_hardly_believed_to_be_speech_is_no_piece():
    sound = quiet(1) + voiced(3) + quiet(2)

    assert len(cut(sound, activity=Doubtful())) == 1
    assert cut(sound, activity=Doubtful(), rules=PieceRules(believed=0.6)) == []


@pytest.mark.slow
@given(
    st.lists(st.tuples(st.floats(0.3, 20), st.floats(0.05, 1.5)), min_size=1, max_size=4),
    st.integers(0, 99),
)
@settings(max_examples=20)
def test_the_chunks_in_which_sound_comes_change_nothing(spoken, seed):
    sound = b"".join(voiced(voice) + quiet(pause) for voice, pause in spoken)
    whole = cut(sound)

    assert cut(*chunks(sound, seed)) == whole
    assert all(0 <= piece.first < piece.last for piece in whole)
    assert all(one.last <= other.first for one, other in pairwise(whole))
    assert all(samples_in(piece.sound) <= 15.2 * SAMPLE_RATE for piece in whole)
    heard = sum(piece.last - piece.first for piece in whole) / SAMPLE_RATE
    said = sum(voice for voice, _ in spoken)
    assert heard >= said - 0.15 * len(spoken)
