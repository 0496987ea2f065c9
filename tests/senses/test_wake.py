import pytest

from lorgnette.senses.blocks import Grid
from lorgnette.senses.ring import Ring
from lorgnette.senses.wake import WakeRules, Waking
from lorgnette.testing.signals import (
    ScriptedVoiceActivity,
    ScriptedWakeWord,
    called,
    quiet,
    voiced,
)

JARVIS, ALEXA = "hey jarvis", "alexa"


class Nobody:
    """Voice activity in an empty house."""

    def open(self):
        return self

    def hear(self, sound):
        return 0.0


def wake(sound, voices=None, loud=lambda at: True, **rules):
    """Each word, with the second of its end."""
    ring = Ring(3)
    words = ScriptedWakeWord().open([JARVIS, ALEXA])
    waking = Waking(words, voices or ScriptedVoiceActivity(), ring, WakeRules(**rules))
    woken = []
    for block in Grid().cut(0, sound):
        ring.push(block)
        woke = waking.hear(block, loud=loud(block.end / 16_000))
        if woke:
            woken.append((woke.word, round(woke.sample / 16_000, 1)))
    return woken


def test_a_word_wakes_and_its_end_is_known():
    assert wake(quiet(1) + called(JARVIS) + quiet(1)) == [(JARVIS, 1.6)]


def test_several_words_are_listened_for_at_once():
    sound = called(ALEXA) + quiet(3) + called(JARVIS) + quiet(1)

    assert wake(sound) == [(ALEXA, 0.6), (JARVIS, 4.2)]


@pytest.mark.parametrize(("in_a_row", "times"), [(3, 1), (5, 1), (6, 0)])
def test_one_high_score_is_a_coincidence(in_a_row, times):
    assert len(wake(called(JARVIS) + quiet(1), in_a_row=in_a_row)) == times


def test_scores_without_a_voice_wake_nobody():
    assert wake(called(JARVIS) + quiet(1), voices=Nobody()) == []


def test_rests_after_a_word():
    sound = called(JARVIS) + quiet(0.5)

    assert len(wake(sound * 2 + quiet(2))) == 1
    assert len(wake(sound * 2 + quiet(2), rest=0.5)) == 2


def test_nothing_of_a_word_is_lost_before_the_gate_opens():
    sound = quiet(2) + called(JARVIS, 0.4) + quiet(1)

    assert wake(sound, loud=lambda at: at > 2.35) == [(JARVIS, 2.4)]


def test_a_closed_gate_hears_nothing():
    assert wake(quiet(1) + called(JARVIS) + quiet(1), loud=lambda at: at < 1) == []


def test_speech_is_no_wake_word():
    assert wake(voiced(3)) == []
