from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.captions import (
    Caption,
    Captions,
    Committed,
    LineEnded,
    Missed,
    Relabelled,
    Tail,
    follow,
)


def shown_after(*events, most=200):
    shown: Captions = ()
    for event in events:
        shown = follow(event, shown, most)
    return shown


def test_words_are_first_uncertain_and_then_committed():
    said = shown_after(
        Tail(1, "good", 100, 200),
        Committed(1, "Good", 100, 200),
        Tail(1, " mourning", 200, 300),
    )

    assert said == (Caption(1, 100, 300, "Good", " mourning"),)
    assert said[0].text == "Good mourning"


def test_what_is_left_of_the_tail_stays_when_its_beginning_is_committed():
    said = shown_after(Tail(1, "good morning", 100, 300), Committed(1, "good", 100, 200))

    assert said == (Caption(1, 100, 300, "good", " morning"),)


def test_a_line_that_ended_has_its_exact_times_and_no_tail():
    said = shown_after(
        Tail(1, "yes", 100, 300),
        Committed(1, "Yes.", 100, 300),
        Tail(1, " and", 300, 310),
        LineEnded(1, 90, 280),
    )

    assert said == (Caption(1, 90, 280, "Yes.", ended=True),)


def test_a_line_without_a_committed_word_was_no_speech():
    assert shown_after(Tail(1, "hm", 0, 9), LineEnded(1, 0, 9)) == ()


def test_a_speaker_is_told_late_and_may_change_for_lines_long_gone():
    lines = [Committed(1, "One.", 0, 9), LineEnded(1, 0, 9), Committed(2, "Two.", 10, 19)]

    said = shown_after(*lines, Relabelled((1,), 1), Relabelled((2,), 2), Relabelled((1, 7), 2))

    assert [line.speaker for line in said] == [2, 2]


def test_what_was_missed_changes_no_line():
    said = shown_after(Committed(1, "One.", 0, 9), Missed(9, 99))

    assert said == (Caption(1, 0, 9, "One."),)


def test_only_the_last_lines_are_kept_to_be_shown():
    events = [Committed(number, "x", number, number) for number in range(1, 9)]

    assert [line.line for line in shown_after(*events, most=3)] == [6, 7, 8]


@st.composite
def conversations(draw):
    events, texts = [], []
    for line in range(1, draw(st.integers(1, 5)) + 1):
        parts = draw(st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=4))
        for part in parts:
            events += [Tail(line, draw(st.text(max_size=5)), 0, 1) for _ in range(2)]
            events.append(Committed(line, part, 0, 1))
        events.append(LineEnded(line, 0, 1))
        texts.append("".join(parts))
    return events, texts


@given(conversations())
def test_what_is_shown_in_the_end_is_what_was_committed_and_nothing_of_it_ever_changes(said):
    events, texts = said
    shown: Captions = ()
    for event in events:
        before = {line.line: line.committed for line in shown}
        shown = follow(event, shown)
        for line in shown:
            assert line.committed.startswith(before.get(line.line, ""))

    assert [line.text for line in shown] == texts
