from hypothesis import given, settings
from hypothesis import strategies as st

from lorgnette.core.types import ENGLISH
from lorgnette.core.words import split


def follow(vocabulary, text):
    """The state after a text, as a recogniser goes: unknown words stay where they may."""
    state = 0
    for word in split(text, ENGLISH):
        arcs = vocabulary.arcs(state)
        if word in arcs:
            (state,) = arcs[word]
        elif not vocabulary.is_open(state):
            return None
    return state


def test_sentences_are_accepted(english):
    vocabulary = english.vocabulary

    for text in ("what time is it", "set a timer for twenty five minutes", "volume ten percent"):
        assert vocabulary.accepts(follow(vocabulary, text)), text


def test_sentences_may_be_polite(english):
    vocabulary = english.vocabulary

    for text in ("please set a timer", "could you turn the volume up please", "um what time is it"):
        assert vocabulary.accepts(follow(vocabulary, text)), text
    assert not vocabulary.accepts(follow(vocabulary, "please"))


def test_beginnings_are_not(english):
    vocabulary = english.vocabulary

    assert not vocabulary.accepts(follow(vocabulary, "set a timer for twenty"))
    assert follow(vocabulary, "set a purple") is None


def test_free_text_takes_any_word_and_can_be_left(english):
    vocabulary = english.vocabulary

    state = follow(vocabulary, "translate good morning to everybody")
    assert vocabulary.is_open(state)
    assert not vocabulary.accepts(state)
    assert vocabulary.accepts(follow(vocabulary, "translate good morning to french"))
    assert vocabulary.accepts(follow(vocabulary, "take a note buy set oranges"))


def test_every_word_leads_to_one_state(english):
    arcs = english.vocabulary.arcs(0)

    assert {"what", "set", "translate", "louder"} <= set(arcs)
    assert all(len(states) == 1 for states in arcs.values())


@settings(max_examples=40)
@given(steps=st.lists(st.integers(0, 1000), max_size=20))
def test_any_walk_stays_in_the_vocabulary(english, steps):
    state = 0
    for step in steps:
        arcs = english.vocabulary.arcs(state)
        if not arcs:
            break
        (state,) = arcs[sorted(arcs)[step % len(arcs)]]
    assert english.vocabulary.accepts(state) in (True, False)
