"""Questions as people ask them, and words as people type them."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.core.search.question import Asked, asked

PEOPLE = ("Anna Schmidt", "Ben", "安娜", "王老师")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what did Anna say about the budget", Asked("the budget", "Anna")),
        ("What did anna schmidt say about the budget?", Asked("the budget", "anna schmidt")),
        ("what has Ben said about hotels in Lisbon", Asked("hotels in Lisbon", "Ben")),
        ("what did Ben say", Asked("", "Ben")),
        ("what did we decide about the hotel", Asked("the hotel")),
        ("what was said about the guarantee?", Asked("the guarantee")),
        ("who said that the printer is broken", Asked("the printer is broken")),
        ("when did Ben mention the guarantee", Asked("the guarantee", "Ben")),
        ("everything Anna said about money", Asked("money", "Anna")),
        ("what did Zoe say about the budget", Asked("the budget", "Zoe")),
        ("安娜对预算说了什么", Asked("预算", "安娜")),
        ("安娜说了什么？", Asked("", "安娜")),
        ("王老师提到过供应商吗", Asked("供应商", "王老师")),
        ("关于酒店，安娜说了些什么", Asked("酒店", "安娜")),
        ("谁提到过打印机", Asked("打印机")),
        ("我们什么时候谈到预算", Asked("预算")),
        ("关于预算说了什么", Asked("预算")),
    ],
)
def test_a_question_asks_for_words_by_somebody(question, expected):
    assert asked(question, PEOPLE) == expected


@pytest.mark.parametrize(
    "text",
    ["budget", "the budget for Lisbon", "预算", "客户说预算太高", "", "?", "Ben", "说",
     '"what did Ben say about it"', "what did the man with the very long name say about it"],
)  # fmt: skip
def test_what_is_no_question_is_looked_for_as_it_stands(text):
    assert asked(text, PEOPLE) == Asked(text)


@given(st.text(max_size=80), st.lists(st.text(max_size=8), max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_text_asks_for_something(text, people):
    found = asked(text, people)
    assert found.words in text
    assert found.person in text


def test_a_hostile_question_takes_no_time():
    start = time.process_time()
    asked("what did " * 15 + "say about " * 10, PEOPLE)
    asked("说过" * 29, PEOPLE)
    # It takes a twentieth of a second; were it to try every cut, hours.
    assert time.process_time() - start < 20
