"""Captions become the lines of a meeting."""

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.captions import Caption
from lorgnette.skills.meetings.lines import Lines


def seconds(sample):
    return sample / 16_000


def caption(line, text, *, ended=True, speaker=None):
    return Caption(line, line * 16_000, (line + 1) * 16_000, text, speaker=speaker, ended=ended)


def test_a_line_that_ended_waits_until_it_was_written():
    lines = Lines(seconds)
    lines.follow([caption(1, "hello"), caption(2, "I", ended=False)])
    waiting = lines.waiting

    assert [(each.number, each.start, each.text) for each in waiting] == [(1, 1.0, "hello")]
    assert [each.text for each in lines.tail] == ["I"]

    lines.written(waiting)
    lines.follow([caption(1, "hello"), caption(2, "I think", ended=False)])
    assert lines.waiting == ()


def test_a_line_with_another_speaker_is_written_again():
    lines = Lines(seconds)
    lines.follow([caption(1, "hello")])
    lines.written(lines.waiting)
    lines.follow([caption(1, "hello", speaker=2)])

    assert [each.speaker for each in lines.waiting] == [2]


def test_what_changed_while_it_was_written_is_written_again():
    lines = Lines(seconds)
    lines.follow([caption(1, "hello")])
    before = lines.waiting
    lines.follow([caption(1, "hello", speaker=1)])
    lines.written(before)

    assert [each.speaker for each in lines.waiting] == [1]


def test_after_an_interruption_numbers_and_speakers_go_on_behind_those_of_before():
    lines = Lines(seconds, after=10, speakers=3)
    lines.follow([caption(1, "hello", speaker=1)])

    assert [(each.number, each.speaker) for each in lines.waiting] == [(11, 4)]


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=30))
def test_every_line_is_written_once_it_has_ended_and_none_is_lost(steps):
    lines, captions, disk = Lines(seconds), [], {}
    for ends, writes in steps:
        if not captions or captions[-1].ended:
            captions.append(caption(len(captions) + 1, "word", ended=False))
        if ends:
            captions[-1] = caption(len(captions), f"word {len(captions)}")
        lines.follow(captions[-3:])
        if writes:
            waiting = lines.waiting
            disk |= {each.number: each.text for each in waiting}
            lines.written(waiting)
    disk |= {each.number: each.text for each in lines.waiting}

    assert disk == {each.line: each.text for each in captions if each.ended}
