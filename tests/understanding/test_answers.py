from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lorgnette.core.questions import Question
from lorgnette.core.readings import Answer, Stop
from lorgnette.core.slots import slot_for
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.understanding import is_stop, read_answer, read_consent, wordings

TOWNS = Question(
    "Which one?",
    choices=(("Springfield, Illinois",), ("Springfield, Ohio",), ("Boston", "Beantown")),
)
STREETS = Question("哪一个?", choices=(("王府井大街",), ("西单北大街", "西单")))
SURE = Question("Sure?", choices=(("yes",), ("no",)))
LONG = Question("How long?", slot="timedelta")


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("the second one", 1),
        ("number two please", 1),
        ("um, I'd like the first", 0),
        ("one", 0),
        ("3", 2),
        ("the last one", 2),
        ("Boston", 2),
        ("beantown please", 2),
        ("Illinois", 0),
        ("the one in Ohio", 1),
        ("bosten", 2),
        ("springfield ill annoy", 0),
    ],
)
def test_choices_in_english(en, text, choice):
    assert read_answer(text, TOWNS, en) == Answer(choice=choice)


@pytest.mark.parametrize(
    "text",
    ["", "Springfield", "the fourth one", "none of them", "what time is it", "yes", "x " * 99],
)
def test_what_chooses_nothing(en, text):
    assert read_answer(text, TOWNS, en) is None


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("第二个", 1),
        ("我要第一个吧", 0),
        ("最后一个", 1),
        ("西单", 1),
        ("王府景大街", 0),
        ("选二", 1),
    ],
)
def test_choices_in_chinese(zh, text, choice):
    assert read_answer(text, STREETS, zh) == Answer(choice=choice)


@pytest.mark.parametrize(("text", "choice"), [("yeah", 0), ("nope", 1), ("sure", 0)])
def test_yes_and_no_in_other_words(en, text, choice):
    assert read_answer(text, SURE, en) == Answer(choice=choice)


@pytest.mark.parametrize("text", ["the second one", "the last one", "number one"])
def test_nobody_counts_yes_and_no(en, text):
    assert read_answer(text, SURE, en) is None


def test_a_doubtful_yes_is_no_choice(en):
    assert read_answer("maybe", SURE, en) is None


@pytest.mark.parametrize("text", ["ten minutes", "um, 10 minutes please", "for... ten minutes"])
def test_values(en, text):
    answer = read_answer(text, LONG, en, slot_for(timedelta))

    if text.startswith("for"):
        assert answer is None
    else:
        assert answer == Answer(value=timedelta(minutes=10))


def test_free_text_keeps_its_spelling(en):
    answer = read_answer("Buy Milk, now.", Question("What?"), en, slot_for(str))

    assert answer == Answer(value="Buy Milk, now")


def test_a_question_can_be_stopped(en, zh):
    assert read_answer("never mind", TOWNS, en) == Stop()
    assert read_answer("算了吧", STREETS, zh) == Stop()


@pytest.mark.parametrize(
    ("text", "language"),
    [("stop", ENGLISH), ("Stop!", ENGLISH), ("please be quiet", ENGLISH), ("ok, cancel", ENGLISH),
     ("stop reading", ENGLISH), ("别读了", CHINESE),
     ("停", CHINESE), ("别说了", CHINESE), ("请安静一点", CHINESE), ("取消吧", CHINESE)],
)  # fmt: skip
def test_stop(text, language):
    assert is_stop(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("stop the timer", ENGLISH),
        ("cancel my alarm", ENGLISH),
        ("", ENGLISH),
        ("取消闹钟", CHINESE),
    ],
)
def test_not_just_stop(text, language):
    assert not is_stop(text, language)


@pytest.mark.parametrize(
    ("text", "language", "consent"),
    [
        ("Yes.", ENGLISH, True),
        ("yes, please", ENGLISH, True),
        ("go ahead", ENGLISH, True),
        ("no", ENGLISH, False),
        ("no thanks", ENGLISH, False),
        ("don't do it", ENGLISH, False),
        ("yeah maybe", ENGLISH, None),
        ("yes but", ENGLISH, None),
        ("yes no", ENGLISH, None),
        ("um", ENGLISH, None),
        ("yes delete", ENGLISH, None),
        ("", ENGLISH, None),
        ("好的", CHINESE, True),
        ("确认,谢谢", CHINESE, True),
        ("不要", CHINESE, False),
        ("嗯", CHINESE, None),
        ("好像是", CHINESE, None),
        ("不确定", CHINESE, None),
    ],
)
def test_consent_is_given_in_words_that_cannot_be_mistaken(text, language, consent):
    assert read_consent(text, language) is consent


@settings(max_examples=40)
@given(st.text(max_size=60), st.lists(st.lists(st.text(max_size=9), max_size=2), max_size=4))
def test_any_text_is_an_answer_or_none(en, zh, text, choices):
    question = Question("?", tuple(map(tuple, choices)))
    for context in (en, zh):
        answer = read_answer(text, question, context, slot_for(timedelta))
        if isinstance(answer, Answer) and choices:
            assert answer.choice in range(len(choices))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("next", Answer(choice=2, look=True)),
        ("the next one please", Answer(choice=2, look=True)),
        ("no", Answer(choice=2, look=True)),
        ("go back", Answer(choice=0, look=True)),
        ("the previous one", Answer(choice=0, look=True)),
        ("this one", Answer(choice=1)),
        ("yes please", Answer(choice=1)),
        ("I'll take this one", Answer(choice=1)),
        ("the third one", Answer(choice=2)),
        ("Illinois", Answer(choice=0)),
        ("what time is it", None),
    ],
)
def test_of_choices_that_are_shown_one_by_one_this_or_another(en, text, answer):
    assert read_answer(text, replace(TOWNS, at=1), en) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("下一个", Answer(choice=0, look=True)),
        ("不要", Answer(choice=0, look=True)),
        ("上一条", Answer(choice=0, look=True)),
        ("就这个吧", Answer(choice=1)),
        ("好的", Answer(choice=1)),
        ("第一个", Answer(choice=0)),
    ],
)
def test_in_chinese_this_or_another(zh, text, answer):
    assert read_answer(text, replace(STREETS, at=1), zh) == answer


def test_where_nothing_is_shown_nothing_is_next(en):
    assert read_answer("next", TOWNS, en) is None


def test_what_may_answer_can_be_heard():
    assert {"Boston", "Beantown"} <= set(wordings(TOWNS, ENGLISH))
    assert "next one" not in wordings(TOWNS, ENGLISH)
    assert {"Boston", "next one", "this one", "previous"} <= set(
        wordings(replace(TOWNS, at=0), ENGLISH)
    )
