from itertools import pairwise

import pytest
from captioned import RULES, Dictation, said_in
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.core.captions import Committed, LineEnded, Missed, Tail, follow
from lorgnette.core.types import SAMPLE_RATE
from lorgnette.engines import Transcript
from lorgnette.senses.captioner import SAID, CaptionRules
from lorgnette.senses.cutter import PieceRules
from lorgnette.testing.signals import quiet, voiced

NEAR = 0.1
"""Seconds."""


def seconds(sample):
    return pytest.approx(sample / SAMPLE_RATE, abs=NEAR)


def test_words_are_shown_while_they_are_said_and_committed_soon_after():
    dictation = Dictation(RULES).hear(voiced(3))

    [line] = dictation.shown
    assert line.committed.startswith("one two three")
    assert not line.ended
    assert any(isinstance(event, Tail) and event.text for event in dictation.events)


def test_a_pause_commits_everything_and_ends_the_line_with_its_times():
    dictation = Dictation(RULES).hear(quiet(1), voiced(2), quiet(1))

    [line] = dictation.shown
    assert (line.text, line.tail, line.ended) == ("three four five six", "", True)
    assert (seconds(line.first), seconds(line.last)) == (1, 3)
    assert isinstance(dictation.events[-1], LineEnded)


def test_each_piece_of_speech_is_a_line():
    dictation = Dictation(RULES).hear(*[voiced(2) + quiet(1)] * 3).end()

    assert [line.line for line in dictation.shown] == [1, 2, 3]
    assert [line.committed.count(" ") + 1 for line in dictation.shown] == [4, 4, 4]


def test_what_is_being_said_when_the_sound_ends_is_written_down():
    assert Dictation(RULES).hear(voiced(2.2)).end().texts == ["one two three four"]


def test_where_nobody_speaks_nothing_is_asked_and_nothing_said():
    dictation = Dictation(RULES).hear(quiet(20), voiced(0.05), quiet(2)).end()

    assert dictation.questions == []
    assert dictation.events == []


class Doubtful:
    """Hardly believes in anything, as voice activity does in music."""

    def open(self):
        return self

    def hear(self, sound):
        return 0.36 if any(sound) else 0.0

    def reset(self):
        """There is nothing to forget."""


def test_what_is_hardly_speech_gets_no_words():
    assert Dictation(RULES, Doubtful()).hear(voiced(5), quiet(2)).events == []


def test_a_recogniser_that_repeats_itself_is_not_believed():
    dictation = Dictation(RULES, hears=lambda _: "thank you so much " * 50).hear(
        voiced(2), quiet(1)
    )

    assert all(len(text) < 100 for text in dictation.texts)


def test_speech_without_a_pause_is_cut_and_no_word_is_said_twice():
    dictation = Dictation(RULES).hear(voiced(40), quiet(1))

    said = " ".join(dictation.texts).split()
    assert len(dictation.texts) >= 3
    assert len(said) == pytest.approx(80, abs=3)
    assert sum(one == other for one, other in pairwise(said)) == 0


def test_a_recogniser_that_is_slow_is_asked_less_often_and_loses_nothing():
    dictation = Dictation(RULES)
    asked = []
    for second in range(6):
        question = dictation.captioner.question()
        dictation.events += dictation.captioner.hear(second * SAMPLE_RATE, voiced(1))
        if question is not None:
            asked.append(question)
            heard = Transcript(said_in(question.speech), "en")
            dictation.events += dictation.captioner.answer(question, heard)
    dictation.now = 6 * SAMPLE_RATE
    dictation.hear(quiet(1))

    quick = Dictation(RULES).hear(voiced(6)).questions
    assert len(asked) <= 5 < len(quick)
    assert dictation.texts == ["one two three four five six seven eight nine ten one two"]


def test_sound_that_comes_all_at_once_is_worked_off_piece_by_piece_with_the_right_times():
    minute = (voiced(4) + quiet(1)) * 12
    dictation = Dictation(RULES).hear(minute, chunk=len(minute))

    assert all(question.final for question in dictation.questions)
    assert [seconds(line.first) for line in dictation.shown] == [5 * n for n in range(12)]
    assert sum(len(text.split()) for text in dictation.texts) == 12 * 8


def test_times_are_right_after_a_gap_and_the_gap_is_told():
    dictation = Dictation(RULES).hear(voiced(2))
    dictation.now += 10 * SAMPLE_RATE
    dictation.hear(voiced(2), quiet(1))

    first, second = dictation.shown
    assert (seconds(first.last), seconds(second.first)) == (2, 12)
    [missed] = [event for event in dictation.events if isinstance(event, Missed)]
    assert (seconds(missed.first), seconds(missed.last)) == (2, 12)


def test_when_the_recogniser_fails_the_piece_is_missed_and_the_next_is_not():
    dictation = Dictation(RULES).hear(quiet(1), voiced(0.2))
    dictation.events += dictation.captioner.hear(dictation.now, voiced(2) + quiet(1))
    dictation.now += 3 * SAMPLE_RATE
    question = dictation.captioner.question()
    dictation.events += dictation.captioner.failed(question)
    dictation.hear(voiced(2), quiet(1))

    assert question.final
    assert [type(event) for event in dictation.events if isinstance(event, Missed)] == [Missed]
    assert len(dictation.texts) == 1


def test_more_than_can_be_kept_is_told_to_be_missed():
    dictation = Dictation(CaptionRules(backlog=6.0))
    for second in range(0, 30, 3):
        sound = voiced(2) + quiet(1)
        dictation.events += dictation.captioner.hear(second * SAMPLE_RATE, sound)

    assert dictation.captioner.waiting <= 6 * SAMPLE_RATE
    assert any(isinstance(event, Missed) for event in dictation.events)


def test_what_is_said_to_the_hub_is_left_out():
    dictation = Dictation(RULES).hear(voiced(2), quiet(1))
    dictation.captioner.exclude(3 * SAMPLE_RATE)
    dictation.hear(voiced(3), quiet(1))
    dictation.captioner.exclude(3 * SAMPLE_RATE, 7 * SAMPLE_RATE)
    dictation.hear(voiced(2), quiet(1)).end()

    assert [seconds(line.first) for line in dictation.shown] == [0, 7]


def test_what_turns_out_to_be_said_to_the_hub_is_left_out_of_what_waits():
    dictation = Dictation(RULES)
    dictation.captioner.hear(0, voiced(2) + quiet(1) + voiced(2) + quiet(1) + voiced(1))
    dictation.now = 7 * SAMPLE_RATE
    dictation.events += dictation.captioner.exclude(round(2.5 * SAMPLE_RATE), 6 * SAMPLE_RATE)
    dictation.answer()
    dictation.hear(voiced(1), quiet(1)).end()

    assert [seconds(line.first) for line in dictation.shown] == [0, 6]


def test_a_line_that_was_begun_and_is_left_out_ends():
    dictation = Dictation(RULES).hear(voiced(1.2))
    dictation.events += dictation.captioner.exclude(0)
    dictation.hear(voiced(2)).end()

    assert [line for line in dictation.shown if not line.ended] == []


spoken = st.lists(st.tuples(st.floats(0.3, 9), st.floats(0.05, 1.5)), min_size=1, max_size=4)


def sound_of(parts):
    return b"".join(voiced(voice) + quiet(pause) for voice, pause in parts)


@pytest.mark.slow
@given(spoken, st.integers(1, 9))
@settings(max_examples=15)
def test_the_chunks_in_which_sound_comes_change_no_word(parts, blocks):
    sound = sound_of(parts)
    rules = CaptionRules(pieces=PieceRules(longest=6.0, earliest_cut=3.0))
    whole = Dictation(rules).hear(sound).end()
    other = Dictation(rules).hear(sound, chunk=1024 * blocks).end()

    def written(dictation):
        return [(line.first, line.last) for line in dictation.shown], " ".join(dictation.texts)

    assert written(other) == written(whole)
    assert Dictation(rules).hear(sound, chunk=1024).end().events == whole.events


@given(spoken)
@settings(max_examples=10)
@pytest.mark.slow
def test_committed_words_never_change_and_times_go_on(parts):
    dictation = Dictation(RULES).hear(sound_of(parts)).end()
    shown, upto = (), (0, 0)
    for event in dictation.events:
        before = {line.line: line.committed for line in shown}
        shown = follow(event, shown)
        assert all(line.committed.startswith(before.get(line.line, "")) for line in shown)
        if isinstance(event, Committed):
            assert upto <= (event.line, event.first) <= (event.line, event.last)
            upto = event.line, event.last
    joined = "".join(event.text for event in dictation.events if isinstance(event, Committed))
    assert joined == "".join(dictation.texts)


@pytest.mark.slow
def test_for_hours_nothing_grows():
    dictation = Dictation(RULES)
    sizes = set()
    for _ in range(SAID + 20):
        dictation.hear(voiced(1), quiet(1))
        dictation.events.clear()
        dictation.questions.clear()
        captioner = dictation.captioner
        kept = sum(len(block.sound) for block in captioner._cutter._kept)
        sizes.add((kept, len(captioner._ended), len(captioner.said)))

    assert max(kept for kept, _, _ in sizes) <= 16 * 2 * SAMPLE_RATE
    assert max(ended for _, ended, _ in sizes) <= 1
    assert max(said for _, _, said in sizes) == SAID
