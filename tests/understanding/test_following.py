"""Following somebody who says a text: word for word, and as people really do."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.core.words import split
from lorgnette.understanding.following import AHEAD, Following, begin, hear
from lorgnette.understanding.script import Script, spoken

SPEECH = """Dear guests, thank you for coming tonight.
Ten years ago we opened this little library with 1,200 books and a borrowed kettle.
Nobody believed that it would last longer than one winter. And yet here we are.
I want to tell you three short stories about the people who made it possible.
The first is about Margaret, who repaired the roof with her own hands in November 2016.
She never sent us a bill. She said that a town without a library is only a car park.
The second is about the children of the primary school. They read 4,000 pages in one summer,
and they argued about every single one of them.
The third is about you. You gave your evenings, your money and your patience.
Next year we will build a garden behind the house, with benches and apple trees.
It will cost $35,000, and we have already collected half of it.
So let us raise our glasses to Margaret, to the children, and to the next ten years."""

TOAST = """各位来宾，晚上好。十年前，我们用一千两百本书和一个借来的水壶，办起了这座小小的图书馆。
没有人相信它能撑过一个冬天，可是今天我们还在这里。
第一个故事是关于王老师的，2016年11月，她亲手修好了屋顶，却从来没有要过一分钱。
第二个故事是关于小学的孩子们的，他们一个夏天读了4000页书，为每一页争论不休。
明年，我们要在房子后面建一座花园，有长椅、苹果树和遮雨的棚子。
让我们为王老师、为孩子们、为下一个十年干杯。"""

ENGLISH_SCRIPT, CHINESE_SCRIPT = Script(SPEECH, ENGLISH), Script(TOAST, CHINESE)


def after(script, *said, start=None):
    """How far somebody is who said these texts."""
    following = start or begin()
    for text in said:
        following = hear(script, following, split(text, script.language))
    return following


def before(script, words):
    """The number of the first word of a passage, given by its first words."""
    wanted = tuple(spoken(split(words, script.language)))
    starts = range(len(script))
    return next(at for at in starts if script.words[at : at + len(wanted)] == wanted)


def end_of(script, words):
    return before(script, words) + len(spoken(split(words, script.language)))


@pytest.mark.parametrize("script", [ENGLISH_SCRIPT, CHINESE_SCRIPT])
def test_who_reads_word_for_word_is_followed_word_for_word(script):
    text = SPEECH if script is ENGLISH_SCRIPT else TOAST
    following, places = begin(), []
    for word in split(text, script.language):
        following = hear(script, following, [word])
        places.append(following.place)

    steps = [after - before for before, after in zip([0, *places], places, strict=False)]
    assert set(steps) <= {0, 1}
    assert following.place == len(script)


def test_misheard_words_do_not_matter():
    said = "dear guess think you for coming tonight ten ears ago we open this little liberty with"
    assert after(ENGLISH_SCRIPT, said).place == end_of(ENGLISH_SCRIPT, "this little library with")


def test_numbers_may_be_said_in_any_way():
    said = "ten years ago we opened this little library with one thousand two hundred books"
    assert after(ENGLISH_SCRIPT, said).place == before(ENGLISH_SCRIPT, "and a borrowed")


def test_a_word_or_two_left_out_are_no_matter():
    said = "dear guests thank you coming tonight years ago opened this library"
    assert after(ENGLISH_SCRIPT, said).place == end_of(ENGLISH_SCRIPT, "this little library")


def test_what_is_improvised_leaves_one_where_one_was():
    here = after(ENGLISH_SCRIPT, "dear guests thank you for coming tonight")
    said = "the weather is awful and I hope that you had a good journey because the train is late"
    assert after(ENGLISH_SCRIPT, said, start=here).place == here.place


def test_after_a_long_aside_the_next_sentence_is_found_at_once():
    here = after(ENGLISH_SCRIPT, "dear guests thank you for coming tonight")
    aside = "and by the way somebody left the lights of a red car on outside so please " * 6
    back = after(ENGLISH_SCRIPT, aside, "ten years ago we opened this little", start=here)
    assert back.place == before(ENGLISH_SCRIPT, "library with")


@pytest.mark.parametrize(
    ("skipped_to", "said"),
    [
        ("nobody believed", "nobody believed that it would last longer"),
        ("the second is about the children", "the second is about the children of the primary"),
        ("next year we", "next year we will build a garden behind the house"),
    ],
)
def test_what_is_left_out_is_jumped_over(skipped_to, said):
    here = after(ENGLISH_SCRIPT, "dear guests thank you for coming tonight")
    there = before(ENGLISH_SCRIPT, skipped_to) + len(split(said, ENGLISH))
    assert after(ENGLISH_SCRIPT, said, start=here).place == there


def test_chinese_is_jumped_over_and_improvised_too():
    here = after(CHINESE_SCRIPT, "各位来宾晚上好")
    aside = after(CHINESE_SCRIPT, "说实话我自己也没有想到能走到今天", start=here)
    there = after(CHINESE_SCRIPT, "明年我们要在房子后面建一座花园", start=aside)

    assert aside.place - here.place <= AHEAD
    assert there.place == end_of(CHINESE_SCRIPT, "房子后面建一座花园")


def test_a_common_word_takes_nobody_away():
    for word in ("the", "and", "a", "about", "you", "library", "children"):
        assert after(ENGLISH_SCRIPT, word, word).place <= AHEAD


def test_a_few_words_of_another_place_take_nobody_away():
    here = after(ENGLISH_SCRIPT, "dear guests thank you for coming tonight")
    assert after(ENGLISH_SCRIPT, "the children", "years", start=here).place <= here.place + AHEAD


def test_one_who_begins_again_is_followed_back_when_that_is_certain():
    read = SPEECH.partition("I want")[0]
    here = after(ENGLISH_SCRIPT, read)
    few = after(ENGLISH_SCRIPT, "ten years ago", start=here)
    many = after(
        ENGLISH_SCRIPT,
        "ten years ago we opened this little library with twelve hundred books and a borrowed",
        start=here,
    )

    assert few.place >= here.place
    assert many.place == before(ENGLISH_SCRIPT, "kettle")


def test_a_refrain_does_not_lead_astray():
    verse = "we will not give up. {} we will not give up. {} we will not give up. {}"
    script = Script(verse.format("The river is ours", "The hills are ours", "So sing"), ENGLISH)

    first = after(script, "we will not give up")
    second = after(script, "the river is ours we will not give up", start=first)

    assert first.place == 5
    assert second.place == before(script, "the hills")
    assert after(script, "so sing", start=second).place <= before(script, "the hills") + AHEAD


def test_who_is_put_somewhere_goes_on_there():
    there = before(ENGLISH_SCRIPT, "the third")
    assert after(ENGLISH_SCRIPT, "the third is", start=begin(there)).place == there + 3


VOCABULARY = sorted({*ENGLISH_SCRIPT.words, "umbrella", "certainly", "yesterday", "of"})


@given(st.lists(st.sampled_from(VOCABULARY), max_size=60))
def test_whatever_is_said_one_is_somewhere_in_the_text(words):
    following = begin()
    for word in words:
        following = hear(ENGLISH_SCRIPT, following, [word])
        assert 0 <= following.place <= len(ENGLISH_SCRIPT)
        assert following.guesses[0][1] == 0.0
        assert len(following.guesses) <= 48


@given(st.integers(0, len(ENGLISH_SCRIPT) - 30), st.lists(st.sampled_from(VOCABULARY), max_size=8))
def test_reading_on_leads_to_the_right_place_whatever_was_said_before(place, aside):
    start = hear(ENGLISH_SCRIPT, begin(place), aside)
    read = ["7" if word == "#" else word for word in ENGLISH_SCRIPT.words[place : place + 30]]

    assert hear(ENGLISH_SCRIPT, start, read).place == place + 30


@given(st.data())
def test_words_come_to_the_same_in_whatever_pieces(data):
    words = split(SPEECH, ENGLISH)[:60]
    cut = data.draw(st.integers(0, len(words)))

    in_two = hear(ENGLISH_SCRIPT, hear(ENGLISH_SCRIPT, begin(), words[:cut]), words[cut:])

    assert in_two.place == hear(ENGLISH_SCRIPT, begin(), words).place


def test_half_of_the_words_are_enough():
    chance = random.Random(5)
    heard = [word for word in split(SPEECH, ENGLISH) if chance.random() < 0.5]
    assert after(ENGLISH_SCRIPT, " ".join(heard)).place >= len(ENGLISH_SCRIPT) - 2


def test_a_long_text_costs_no_more_than_a_short_one():
    long = Script("\n".join([SPEECH] * 50), ENGLISH)
    following = hear(long, begin(), split(SPEECH, ENGLISH))

    assert isinstance(following, Following)
    assert following.place == len(ENGLISH_SCRIPT)
    assert len(following.guesses) <= 48
