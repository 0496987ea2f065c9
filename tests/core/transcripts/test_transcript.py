"""Transcripts are tidy, whoever made them."""

import math

import msgspec
import pytest
from hypothesis import given
from transcript_samples import MEETING, transcripts

from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.transcripts.transcript import LINE_LENGTH, LONGEST, in_order


@pytest.mark.parametrize("wrong", [-1.0, math.nan, math.inf, -math.inf])
def test_a_time_out_of_range_is_none(wrong):
    line = Line(1, wrong, wrong, "hello")

    assert (line.start, line.end) == (0.0, 0.0)
    assert Transcript("", wrong).seconds == 0.0


def test_no_line_ends_before_it_begins():
    assert Line(1, 5.0, 3.0, "hello").end == 5.0
    assert Line(1, 2 * LONGEST, 1.0, "hello").end == LONGEST


def test_a_line_is_one_line_of_what_can_be_shown():
    line = Line(1, 0.0, 1.0, " one\r\n\ntwo\x00\x1b\u202e ")

    assert line.text == "one  two"
    assert len(Line(1, 0.0, 1.0, "x" * 2 * LINE_LENGTH).text) == LINE_LENGTH


def test_lines_are_in_the_order_in_which_they_begin():
    late, early = Line(7, 5.0, 6.0, "late"), Line(9, 1.0, 2.0, "early")

    assert Transcript("", 9.0, (late, early)).lines == (early, late)
    assert [(line.number, line.text) for line in in_order([late, early])] == [
        (1, "early"),
        (2, "late"),
    ]


def test_a_speaker_has_a_name_or_a_number_or_is_not_known():
    named, also_named, numbered = MEETING.lines[0], MEETING.lines[1], MEETING.lines[3]

    assert [MEETING.name_of(each) for each in (named, also_named, numbered)] == [
        "Anna",
        "Ben & Co",
        "#3",
    ]
    assert MEETING.name_of(Line(1, 0, 1, "hello")) == ""


@given(transcripts)
def test_what_is_made_is_within_its_own_bounds(transcript):
    assert msgspec.convert(msgspec.to_builtins(transcript), Transcript) == transcript
