import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.core.words import split
from lorgnette.understanding.lattice import WORD


def mended(grammar, context, text):
    """Every sentence found, cheapest first, with its cost."""
    mender = grammar.mender(grammar.heard(text, context))
    found = sorted(mender.arrived, key=lambda each: each[0].cost)
    return [(" ".join(guess.text), guess.cost) for guess, _ in found]


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("blue a dark rose latte", "brew a dark roast latte"),
        ("said a timer for den minutes", "set a timer for ten minutes"),
        ("can sell the timer", "cancel the timer"),
        ("may I have a medium rose cup of chino", "may i have a medium roast cappuccino"),
        ("set timer four 5 minutes", "set timer for 5 minutes"),
        ("brew a dark um roast latte", "brew a dark roast latte"),
        ("what time it", "what time is it"),
        ("turn the volume app", "turn the volume up"),
    ],
)
def test_misheard_sentences(heard, meant, english, en):
    assert mended(english, en, heard)[0][0] == meant


def test_an_exact_sentence_costs_nothing(english, en):
    assert mended(english, en, "set a timer for ten minutes")[0] == (
        "set a timer for ten minutes", 0,
    )  # fmt: skip


def test_free_text_is_never_mended(english, en):
    found = mended(english, en, "translate dark rose to frensh")

    assert found[0][0] == "translate dark rose to french"


def test_a_word_that_turns_the_sentence_is_not_overheard(english, en):
    assert mended(english, en, "do not set a timer for ten minutes") == []
    assert mended(english, en, "set no timer") == []


def test_words_of_another_world_cost_too_much(english, en):
    assert mended(english, en, "are white and brown eggs any different") == []


def test_rivals_with_other_values_are_kept(english, en):
    found = [text for text, _ in mended(english, en, "I want a ice coffee")]

    assert found[0] == "i want a iced coffee"
    assert "i want a house coffee" in found


TEXT = """set a an timer for four ten den minutes brew blue dark rose roast latte cup of chino
all in notes nodes delete 16 x translate to french please how do you say not"""

WORDS = st.sampled_from(TEXT.split())


@settings(deadline=None, max_examples=60)
@given(words=st.lists(WORDS, max_size=32))
def test_any_words_can_be_mended(words, english, en):
    mender = english.mender(english.heard(" ".join(words), en))

    if mender is not None:
        assert all(0 <= guess.cost <= mender.limit for guess, _ in mender.arrived)
        assert all(point <= len(split(" ".join(words), "en")) * WORD for point in mender.guesses)
