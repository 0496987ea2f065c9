"""Whatever was said, the minutes say nothing else."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from meetings import BEGAN

from effort import effort
from lorgnette.core.minutes import minutes, written
from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.transcripts.exports.json_file import read
from lorgnette.core.types import CHINESE, ENGLISH, Language

PHRASES = st.sampled_from(
    [
        "we decided", "let's go with", "I'll do it", "I'll send the report", "can you", "please",
        "Anna,", "by Friday", "what about the budget?", "not", "if", "yes", "no", "I don't know",
        "tomorrow", "9999999999 weeks", "in 3000 years", "the 31st of February", "2026-02-30",
        "我们决定", "那就用", "我来", "请小王", "周五之前", "怎么办？", "好的", "不知道",
        "张总负责", "月底", ". ", "? ",
        "，", "。", "İ", "ﬁ", "½", "e\u0301\u0301", "\ud800", "**[x](y)**",
    ]
)  # fmt: skip
TEXTS = st.lists(PHRASES | st.text(max_size=8), max_size=12).flatmap(
    lambda parts: st.sampled_from([" ".join(parts), "".join(parts)])
)
LINES = st.builds(
    Line,
    number=st.integers(1, 50),
    start=st.floats(0, 300),
    end=st.floats(0, 300),
    text=TEXTS,
    speaker=st.none() | st.integers(1, 3),
    language=st.sampled_from([ENGLISH, CHINESE, Language("fr"), Language("tr")]),
)
MEETINGS = st.builds(
    Transcript,
    title=TEXTS,
    seconds=st.floats(0, 300),
    lines=st.lists(LINES, max_size=12, unique_by=lambda line: line.number).map(tuple),
    speakers=st.dictionaries(st.integers(1, 3), TEXTS.map(lambda text: text[:100])),
)
DAYS = st.none() | st.datetimes(timezones=st.just(dt.UTC))


def entries(found):
    return (*found.summary, *found.decisions, *found.actions, *found.questions)


@given(MEETINGS, DAYS)
def test_everything_is_quoted_from_the_line_it_cites(meeting, began):
    said = {line.number: line.text for line in meeting.lines}

    for entry in entries(minutes(meeting, began)):
        assert entry.quotes
        for quote in entry.quotes:
            assert quote.text
            assert quote.text in said[quote.line]


@given(MEETINGS, DAYS)
def test_owners_are_speakers_or_named_in_the_quotation(meeting, began):
    found = minutes(meeting, began)
    speakers = {*found.people, *meeting.speakers.values()}

    for action in found.actions:
        quoted = " ".join(quote.text for quote in action.quotes)
        assert action.owner is None or action.owner in speakers or action.owner in quoted


@given(MEETINGS, st.datetimes(timezones=st.just(dt.UTC)))
def test_nothing_is_due_before_the_meeting(meeting, began):
    assert all(not each.due or each.due >= began.date() for each in minutes(meeting, began).actions)


@given(MEETINGS, DAYS)
def test_the_same_meeting_has_the_same_minutes(meeting, began):
    assert minutes(meeting, began) == minutes(meeting, began)


@given(MEETINGS, st.sampled_from([ENGLISH, CHINESE, Language("fr")]))
def test_minutes_of_anything_can_be_written_and_the_transcript_read_again(meeting, language):
    found = minutes(meeting, BEGAN)

    for ending in written.FORMATS:
        assert written.export(found, meeting, ending, language)
    whole = written.export(found, meeting, "json", language)
    assert read(whole) == meeting
    assert msgspec.convert(msgspec.json.decode(whole)["minutes"], type(found)) == found


def spoken(count):
    said = ("We decided to keep the {}.", "What about the {}?", "I'll send the {} by Friday.")
    lines = (
        Line(number, 3.6 * number, 3.6 * number + 3, said[number % 3].format(f"hotel {number % 7}"))
        for number in range(1, count + 1)
    )
    return Transcript("", 3.6 * count + 3, tuple(lines), BEGAN)


@pytest.mark.slow
def test_the_work_grows_with_the_meeting_only():
    minutes(spoken(10), BEGAN)  # what is read from files once
    hour, four_hours = spoken(1000), spoken(4000)
    assert effort(lambda: minutes(four_hours, BEGAN)) < 5 * effort(lambda: minutes(hour, BEGAN))
    assert len(minutes(four_hours, BEGAN).actions) > 1000
