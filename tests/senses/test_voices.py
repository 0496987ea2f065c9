import pytest
from captioned import RULES, Dictation

from lorgnette.core.captions import Relabelled
from lorgnette.core.types import SAMPLE_RATE
from lorgnette.engines import SpeakerEmbedding, VoiceSpan
from lorgnette.senses.voices import Voices
from lorgnette.testing.signals import height, quiet, voiced

LOW, HIGH = 5000, 9000
"""The heights of two voices."""


class Listened(Dictation):
    """Asks about voices too, and knows them by their height."""

    def __init__(self):
        super().__init__(RULES)
        self.voices = Voices(self.captioner)
        self.divided = []

    def answer(self):
        super().answer()
        while (piece := self.voices.undivided()) is not None:
            self.divided.append(piece)
            self.events += self.voices.divided(piece, spans(piece.sound))
        super().answer()
        while (spoken := self.voices.unnamed()) is not None:
            self.events += self.voices.named(spoken, embedding(spoken.speech.voice))


def spans(sound):
    """Runs of the same height, in steps of 10 ms."""
    step = 320
    heights = [height(sound[at : at + step]) for at in range(0, len(sound), step)]
    found, start = [], 0
    for at in range(1, len(heights) + 1):
        if at == len(heights) or heights[at] != heights[start]:
            if heights[start]:
                found.append(VoiceSpan(start * 160, at * 160, heights[start]))
            start = at
    return tuple(found)


def embedding(sound):
    return SpeakerEmbedding("net", (0.0, 1.0) if height(sound) == HIGH else (1.0, 0.0))


def speakers(dictation):
    return [(line.speaker, len(line.text.split())) for line in dictation.shown]


def test_each_line_gets_its_speaker():
    turns = [voiced(2, LOW), quiet(1), voiced(2, HIGH), quiet(1), voiced(2, LOW), quiet(1)]

    assert speakers(Listened().hear(*turns)) == [(1, 4), (2, 4), (1, 4)]


def test_the_speaker_of_a_line_is_known_before_it_ends():
    dictation = Listened().hear(voiced(2.5, LOW))

    assert [(line.speaker, line.ended) for line in dictation.shown] == [(1, False)]


def test_two_who_take_turns_almost_without_a_pause_are_on_two_lines():
    turns = [voiced(3, LOW), quiet(0.1), voiced(3, HIGH), quiet(1)]

    (one, words), (other, more) = speakers(Listened().hear(*turns))
    assert (one, other) == (1, 2)
    assert words + more == 12
    assert words in (6, 7)


def test_a_change_just_before_the_end_is_found_before_the_line_is_final():
    turns = [voiced(2, LOW), quiet(0.1), voiced(0.8, HIGH), quiet(1)]
    dictation = Listened().hear(*turns)

    assert [line.line for line in dictation.shown] == [1, 2]
    assert sum(words for _, words in speakers(dictation)) == pytest.approx(5, abs=1)


def test_nothing_ends_for_good_before_it_is_known_whether_somebody_took_over():
    dictation = Dictation(RULES)
    voices = Voices(dictation.captioner)
    dictation.hear(voiced(2), quiet(1))

    assert not any(line.ended for line in dictation.shown)
    dictation.events += voices.divided(voices.undivided(), ())
    dictation.answer()
    assert [line.ended for line in dictation.shown] == [True]


def test_without_anybody_who_divides_lines_end_as_ever():
    dictation = Dictation(RULES)
    voices = Voices(dictation.captioner, parting=False)
    dictation.hear(voiced(2), quiet(1))

    assert [line.ended for line in dictation.shown] == [True]
    spoken = voices.unnamed()
    assert voices.named(spoken, None) == []
    assert voices.named(spoken, embedding(b"")) == [Relabelled((1,), 1)]


def test_the_engines_are_asked_seldom():
    dictation = Listened().hear(voiced(10, LOW), quiet(1))

    assert len(dictation.divided) <= 12
    assert all(len(piece.sound) <= 16 * 2 * SAMPLE_RATE for piece in dictation.divided)
