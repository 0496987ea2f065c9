from typing import Literal

import pytest

from lorgnette.core.completeness import Completeness
from lorgnette.core.readings import Intent, Unknown, Unsure
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.understanding import Grammar

SIZE = Literal["small", "medium", "large"]
ROAST = Literal["dark roast", "light roast", "medium roast"]
SHOTS = Literal["double shot", "triple shot"]
DRINK = Literal["latte", "mocha"]
MILK = Literal["milk", "soy milk"]
KINDS = {"size": SIZE, "roast": ROAST, "shots": SHOTS, "drink": DRINK, "milk": MILK}
LINES = (
    "get me a {drink}",
    "get me a {size} {drink} with {milk}",
    "get me a {size} {roast} {drink}",
    "get me a {roast} {shots} {drink}",
)

CHINESE_KINDS = {
    "size": Literal["大杯", "小杯"], "drink": Literal["拿铁", "摩卡"],
    "milk": Literal["牛奶", "豆奶"], "sugar": Literal["红糖", "白糖"],
}  # fmt: skip
CHINESE_LINES = ("来一杯{drink}", "来一杯{size}{drink}", "来一杯{drink}加{milk}[和{sugar}]")

CITY = Literal["paris", "rome", "berlin"]


@pytest.fixture(scope="module")
def orders(make):
    """English orders, each line as somebody would write it who thinks of no other order."""
    return Grammar.compile(ENGLISH, [make("bar.order", KINDS, *LINES, required=("drink",))])


@pytest.fixture(scope="module")
def chinese_orders(make):
    required = ("drink",)
    action = make("bar.order", CHINESE_KINDS, *CHINESE_LINES, required=required)
    return Grammar.compile(CHINESE, [action])


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("get me a small dark roast triple shot latte",
         {"size": "small", "roast": "dark roast", "shots": "triple shot", "drink": "latte"}),
        ("Get me a medium, triple-shot, medium-roast mocha with soy milk, please.",
         {"size": "medium", "shots": "triple shot", "roast": "medium roast", "drink": "mocha",
          "milk": "soy milk"}),
        ("get me a latte with milk, double shot",
         {"drink": "latte", "milk": "milk", "shots": "double shot"}),
    ],
)  # fmt: skip
def test_parts_may_be_combined_as_no_line_has_them(orders, en, text, slots):
    assert orders.read(text, en) == Intent("bar.order", slots)


def test_they_may_be_misheard_at_the_same_time(orders, en):
    reading = orders.read("get me a small duck rose triple shot latter", en)

    assert reading.slots == {
        "size": "small", "roast": "dark roast", "shots": "triple shot", "drink": "latte",
    }  # fmt: skip
    assert reading.cost > 0


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("来一杯拿铁大杯", {"drink": "拿铁", "size": "大杯"}),
        ("来一杯大杯拿铁加豆奶", {"size": "大杯", "drink": "拿铁", "milk": "豆奶"}),
        ("来一杯加牛奶的大杯摩卡", {"milk": "牛奶", "size": "大杯", "drink": "摩卡"}),
        ("来一杯加牛奶和红糖的小杯拿铁",
         {"milk": "牛奶", "sugar": "红糖", "size": "小杯", "drink": "拿铁"}),
    ],
)  # fmt: skip
def test_in_chinese_what_goes_with_it_may_come_first(chinese_orders, zh, text, slots):
    reading = chinese_orders.read(text, zh)

    assert (reading.action, reading.slots) == ("bar.order", slots)


@pytest.mark.parametrize(
    "text",
    [
        "get me a small large latte",
        "small",
        "a latte is a drink with milk",
        "get me the paper with the large print",
        "I had a small dark roast with milk yesterday",
    ],
)
def test_nothing_else_is_taken_for_an_order(orders, en, text):
    assert orders.read(text, en) == Unknown()


def test_words_that_lead_to_a_slot_stay_with_it(make, en):
    trip = make(
        "travel.book",
        {"start": CITY, "goal": CITY, "day": Literal["today", "tomorrow"]},
        "book a train from {start} to {goal}",
        "book a train to {goal} {day}",
        required=("goal",),
    )
    grammar = Grammar.compile(ENGLISH, [trip])

    assert not isinstance(grammar.read("book a train to rome today from paris", en), Intent)
    assert grammar.read("book a train from paris to rome tomorrow", en) == Intent(
        "travel.book", {"start": "paris", "goal": "rome", "day": "tomorrow"}
    )


def test_free_text_is_no_part_that_moves(make, en):
    note = make(
        "notes.take", {"day": Literal["today", "tomorrow"], "size": SIZE, "text": str},
        "take a {size} note", "take a note for {day} that {text}", required=(),
    )  # fmt: skip
    grammar = Grammar.compile(ENGLISH, [note])

    assert grammar.read("take a small note that the shop is closed", en) == Unknown()
    assert grammar.read("take a small note for tomorrow", en) == Unknown()


def test_an_action_that_cannot_be_undone_is_asked_about(make, en):
    sell = make(
        "shop.sell", {"size": SIZE, "drink": DRINK},
        "sell the {drink}", "sell the {size} {drink}", required=("drink",), careful=True,
    )  # fmt: skip
    grammar = Grammar.compile(ENGLISH, [sell])

    reading = grammar.read("sell the latte large", en)

    assert grammar.read("sell the large latte", en) == Intent(
        "shop.sell", {"size": "large", "drink": "latte"}
    )
    assert isinstance(reading, Unsure)
    assert reading.choices[0].slots == {"size": "large", "drink": "latte"}


def test_such_a_sentence_may_be_over(orders):
    whole = orders.completeness("get me a small dark roast triple shot latte")
    begun = orders.completeness("get me a small dark roast triple shot")

    assert whole is Completeness.CONTINUABLE
    assert begun is not Completeness.COMPLETE
