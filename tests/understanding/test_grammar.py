from datetime import timedelta
from typing import Literal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effort import effort
from lorgnette.core.errors import ExtensionFailed
from lorgnette.core.readings import Intent, Missing, Unknown, Unsure
from lorgnette.core.types import ENGLISH
from lorgnette.understanding import Grammar

TEN = {"length": timedelta(minutes=10)}


@pytest.mark.parametrize(
    ("text", "action", "slots"),
    [
        ("What time is it?", "clock.time", {}),
        ("Set a timer for ten minutes.", "timers.set", TEN),
        ("could you set a 10 minute timer please", "timers.set", TEN),
        ("Take a note: buy Milk, and Eggs!", "notes.take", {"text": "buy Milk, and Eggs"}),
        ("How do you say Good morning in French?", "translate.say",
         {"phrase": "Good morning", "language": "french"}),
        ("delete all my notes", "notes.clear", {}),
    ],
)  # fmt: skip
def test_sentences_of_the_skills(english, en, text, action, slots):
    assert english.read(text, en) == Intent(action, slots)


@pytest.mark.parametrize(
    ("text", "action", "slots"),
    [
        ("现在几点了?", "clock.time", {}),
        ("请帮我设一个十分钟的计时器吧", "timers.set", TEN),
        ("设个10分钟的定时器", "timers.set", TEN),
        ("记一下 明天 买Milk。", "notes.take", {"text": "明天 买Milk"}),
        ("把音量调到五十", "device.volume", {"level": 50.0}),
    ],
)
def test_sentences_in_chinese(chinese, zh, text, action, slots):
    assert chinese.read(text, zh) == Intent(action, slots)


def test_misheard_sentences_say_what_they_were_meant_to_be(english, chinese, en, zh):
    intent = english.read("Blue a dark rose, latte.", en)
    assert (intent.action, intent.slots) == (
        "coffee.order", {"roast": "dark roast", "drink": "latte"},
    )  # fmt: skip
    assert intent.mended == "brew a dark roast latte"
    assert 0 < intent.cost < 0.4

    intent = chinese.read("社一个十分中的计时器", zh)
    assert (intent.action, intent.slots) == ("timers.set", TEN)
    assert intent.mended == "设一个十分钟的计时器"


def test_words_around_free_text_must_be_nearly_right(english, en):
    assert english.read("take a node buy milk", en).slots == {"text": "buy milk"}
    assert english.read("make a new timer green elephants", en) == Unknown()


def test_two_close_readings_become_a_question(make, en):
    grammar = Grammar.compile(
        ENGLISH, [make("a.sell", {}, "sell the boat"), make("b.sail", {}, "sail the boat")]
    )

    reading = grammar.read("seal the boat", en)

    assert isinstance(reading, Unsure)
    assert {choice.action for choice in reading.choices} == {"a.sell", "b.sail"}


def test_words_that_are_about_something_else_are_not_mended(english, en):
    assert english.read("read me all my nodes", en).action == "notes.list"
    assert english.read("read me all my news", en) == Unknown()


def test_words_are_not_mended_into_values_that_do_not_go_together(make, en):
    kinds = {"size": Literal["small", "large"], "drink": Literal["mocha", "espresso"]}
    action = make("bar.order", kinds, "brew a {size} {drink}")
    picky = msgspec.structs.replace(
        action, plausible=lambda size, drink: (size, drink) != ("large", "espresso")
    )
    bar = Grammar.compile(ENGLISH, [picky])

    assert bar.read("brew a lodge mocha", en).slots == {"size": "large", "drink": "mocha"}
    assert not isinstance(bar.read("brew a lodge espresso", en), Intent)
    assert bar.read("something", en, meant="brew a large espresso") == Unknown()
    assert isinstance(bar.read("brew a large espresso", en), Intent)


def test_a_careful_action_is_asked_about_when_it_was_misheard(english, en):
    reading = english.read("delete all my nodes", en)

    assert isinstance(reading, Unsure)
    assert reading.choices[0].action == "notes.clear"
    assert english.read("delete all my notes", en) == Intent("notes.clear")


@pytest.mark.parametrize(
    ("text", "heard"),
    [("set a timer", ""), ("set a timer for purple", "purple"), ("said a timer", "")],
)
def test_a_slot_without_a_value_becomes_a_question(english, en, text, heard):
    reading = english.read(text, en)

    assert isinstance(reading, Missing)
    assert (reading.intent.action, reading.slot, reading.heard) == ("timers.set", "length", heard)


@pytest.mark.parametrize(
    "text",
    ["", "?", "um", "what is naval engineering", "are white and brown eggs any different",
     "tell me a joke", "where do black holes come from", "no", "don't set a timer for ten minutes"],
)  # fmt: skip
def test_what_no_skill_covers(english, en, text):
    assert english.read(text, en) == Unknown()


def test_the_recogniser_is_believed_when_it_does_not_doubt(english, en):
    meant = "what time is it"

    believed = english.read("watt dime", en, meant=meant, doubt=0.2)
    assert believed == Intent("clock.time", {}, mended=meant, cost=0.2)
    assert english.read("watt dime", en, meant=meant, doubt=0.9) == Unknown()
    assert english.read("watt dime", en, meant=meant, doubt=3.0) == Unknown()
    assert english.read("watt dime", en, meant="no sentence of ours") == Unknown()


def test_what_was_said_counts_before_what_may_have_been_meant(english, en):
    reading = english.read("what time is it", en, meant="set a timer for ten minutes", doubt=0.1)

    assert reading == Intent("clock.time")


def test_what_was_meant_supplies_a_slot_that_is_lacking(english, en):
    meant = "set a timer for ten minutes"

    assert english.read("set a timer", en, meant=meant, doubt=0.2).slots == TEN
    assert isinstance(english.read("set a timer", en, meant="louder", doubt=0.2), Missing)


def test_the_recogniser_is_not_believed_about_careful_actions(english, en):
    reading = english.read("delay tall minutes", en, meant="delete all my notes", doubt=0.4)

    assert reading == Unknown()


def test_mistakes_of_a_skill_are_named(make):
    with pytest.raises(ExtensionFailed, match=r"music\.play.*'\(play'"):
        Grammar.compile(ENGLISH, [make("music.play", {}, "(play")])


def test_a_grammar_without_sentences_knows_nothing(en):
    grammar = Grammar.compile(ENGLISH, [])

    assert grammar.read("what time is it", en) == Unknown()
    assert not grammar.vocabulary.accepts(0)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(english, chinese, en, zh, text):
    english.read(text, en, meant=text[::-1], doubt=0.1)
    chinese.read(text, zh)


ENGLISH_TEXT = """set a timer for ten minutes five and half
delete all my notes take note translate to french in please don't 16
what time is it volume percent"""

KNOWN_WORDS = st.sampled_from(ENGLISH_TEXT.split())


@settings(deadline=None)
@given(st.lists(KNOWN_WORDS, max_size=12))
def test_mending_never_changes_an_exact_reading(english, en, words):
    heard = english.heard(" ".join(words), en)
    exact = english.exactly(heard)

    if exact is not None:
        assert english.read(heard.text, en, meant="what time is it", doubt=0.0) == exact


def test_two_thousand_words_are_no_burden(english, en):
    english.warm_up()
    for text in ("take a note " + "milk to french " * 700, "translate " + "to french " * 1000):
        assert effort(lambda text=text: english.read(text, en)) < 60_000
