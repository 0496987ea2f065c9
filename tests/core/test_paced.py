"""Captions are shown no faster than they can be read."""

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.captions import Caption
from lorgnette.core.paced import AT_ONCE, RATE, Paced, spoken, weight

WORDS = ["so ", "that ", "everybody ", "knows ", "字", "来 "]


def line(number, committed, tail="", speaker=None):
    return Caption(number, 0, 0, committed, tail, speaker)


def texts(captions):
    return [each.text for each in captions]


def test_a_few_words_are_shown_at_once_with_their_tail():
    paced = Paced()

    assert texts(paced.show([line(1, "hello there", " my")], 0.0)) == ["hello there my"]
    assert not paced.behind


def test_what_comes_all_at_once_is_let_by_word_after_word():
    paced, captions = Paced(), [line(1, "word " * 30, "perhaps")]

    first, second = paced.show(captions, 0.0), paced.show(captions, 1.0)

    assert texts(first) == ["word " * int(AT_ONCE // 5)]
    assert len(texts(second)[0]) - len(texts(first)[0]) == int(RATE // 5) * 5
    assert paced.behind


def test_in_time_everything_is_shown_and_nothing_twice():
    paced, captions = Paced(), [line(1, "word " * 30), line(2, "over", " there")]
    for at in range(20):
        seen = paced.show(captions, float(at))

    assert texts(seen) == ["word " * 30, "over there"]
    assert not paced.behind


def test_a_line_after_what_waits_is_not_seen_before_it():
    seen = Paced().show([line(1, "word " * 30), line(2, "", "later")], 0.0)

    assert [each.line for each in seen if each.tail] == []


def test_far_behind_the_present_is_shown():
    paced, captions = Paced(), [line(1, "word " * 400), line(2, "now")]

    for at in range(3):
        seen = paced.show(captions, float(at))

    assert texts(seen)[-1] == "now"


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.booleans(), st.floats(0, 3)), max_size=60))
def test_what_was_shown_is_never_taken_back_and_never_too_fast(said):
    paced, captions, now = Paced(), [line(1, "")], 0.0
    before, spent = [""], 0.0
    for word, ends, wait in said:
        captions[-1] = line(len(captions), captions[-1].committed + word)
        if ends:
            captions.append(line(len(captions) + 1, ""))
        now += wait
        seen = [each.committed for each in paced.show(captions, now)] or [""]

        assert seen[: len(before) - 1] == before[:-1]
        assert seen[len(before) - 1].startswith(before[-1])
        spent += weight("".join(seen)) - weight("".join(before))
        before = seen
        assert spent <= AT_ONCE + now * RATE + 15


def test_speakers_are_named_once_there_are_two():
    one, two = line(1, "hi", speaker=1), line(2, "yes", " no", speaker=2)

    assert [each.speaker for each in spoken([one], str)] == [""]
    assert [each.speaker for each in spoken([one, two], str)] == ["1", "2"]
