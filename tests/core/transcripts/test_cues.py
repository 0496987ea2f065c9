"""Subtitles can be read while they are spoken, and never overlap."""

from itertools import pairwise

import pytest
from hypothesis import given
from transcript_samples import MEETING, transcripts

from lorgnette.core.lens.measure import cells
from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.transcripts.cues import ROWS, WIDTH, cues

LONG = (
    "Had he married a more amiable woman, he might have been made still more respectable than "
    "he was. He might even have been made amiable himself; for he was very young when he married."
)


def of(*lines):
    return cues(Transcript("", 1000.0, lines))


def test_a_short_line_is_one_cue_that_stays_until_it_is_read():
    [cue] = of(Line(1, 1.0, 1.4, "Yes."))

    assert (cue.start, cue.end, cue.rows) == (1000, 3000, ("Yes.",))


def test_a_cue_makes_room_for_the_next():
    first, second = of(Line(1, 1.0, 1.4, "Yes."), Line(2, 2.0, 2.5, "No."))

    assert first.end == second.start == 2000


def test_a_long_line_is_shown_while_it_is_spoken():
    shown = of(Line(1, 10.0, 22.0, LONG))

    assert " ".join(row for cue in shown for row in cue.rows) == LONG
    assert shown[0].start == 10_000
    assert shown[-1].end == pytest.approx(22_000, abs=1500)
    for cue in shown:
        letters = len(" ".join(cue.rows))
        spoken = (cue.start - 10_000) / 12_000
        before = LONG.index(" ".join(cue.rows)) / len(LONG)
        assert before == pytest.approx(spoken, abs=0.02)
        assert letters <= ROWS * WIDTH


def test_sentences_that_fit_together_are_shown_together():
    [cue] = of(Line(1, 0.0, 3.0, "Shall we? Yes. Then let us begin."))

    assert cue.rows == ("Shall we? Yes. Then let us begin.",)


def test_two_voices_at_once_come_one_after_the_other():
    shown = of(Line(1, 1.0, 9.0, "I was saying something."), Line(2, 2.0, 3.0, "So was I."))

    assert [cue.rows[0] for cue in shown] == ["I was saying something.", "So was I."]
    assert shown[0].end == shown[1].start == 2000


def test_chinese_has_half_as_many_characters_in_a_row():
    shown = of(Line(1, 0.0, 20.0, "把文件夹放在桌子上，然后告诉我。" * 5))

    assert all(len(row) <= WIDTH // 2 for cue in shown for row in cue.rows)


def test_the_speaker_is_known_to_the_cue():
    assert [cue.speaker for cue in cues(MEETING)] == ["Anna", "Ben & Co", "Ben & Co", "#3"]


@given(transcripts)
def test_every_cue_of_anything_is_in_order_and_fits(transcript):
    shown = cues(transcript)

    assert all(cue.start < cue.end for cue in shown)
    assert all(one.end <= other.start for one, other in pairwise(shown))
    assert all(1 <= len(cue.rows) <= ROWS for cue in shown)
    assert all(row.strip() and "\n" not in row for cue in shown for row in cue.rows)
    assert all(cells(row, ambiguous=1) <= WIDTH for cue in shown for row in cue.rows)
