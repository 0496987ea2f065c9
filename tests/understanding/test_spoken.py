"""Sentences with a wake word before them."""

from typing import ClassVar

import pytest

from lorgnette.core.types import ENGLISH
from lorgnette.understanding import SpokenVocabulary, without_call


class Two:
    """The sentences «stop» and «hey you»."""

    ARCS: ClassVar = {0: {"stop": (1,), "hey": (2,)}, 1: {}, 2: {"you": (1,)}}

    def arcs(self, state):
        return self.ARCS[state]

    def accepts(self, state):
        return state == 1

    def is_open(self, state):
        return False


def accepts(vocabulary, sentence):
    states = {0}
    for word in sentence.split():
        states = {after for state in states for after in vocabulary.arcs(state).get(word, ())}
    return any(map(vocabulary.accepts, states))


@pytest.mark.parametrize(
    ("sentence", "accepted"),
    [
        ("stop", True),
        ("hey you", True),
        ("hey jarvis stop", True),
        ("hey jarvis hey you", True),
        ("computer stop", True),
        ("hey jarvis", False),
        ("jarvis stop", False),
        ("hey stop", False),
        ("never mind", True),
        ("yes", True),
        ("the red one", True),
        ("the red", False),
        ("hey jarvis yes", True),
    ],
)
def test_sentences_may_begin_with_a_call_and_answers_stand_alone(sentence, accepted):
    calls, alone = ["hey jarvis", "computer"], ["the red one"]
    spoken = SpokenVocabulary(Two(), ENGLISH, calls, alone)

    assert accepts(spoken, sentence) is accepted


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Hey Jarvis, what time is it?", "what time is it?"),
        ("Jarvis. Stop.", "Stop."),
        ("what time is it", "what time is it"),
        ("hey you", "hey you"),
        ("Hey Jarvis!", ""),
        ("", ""),
    ],
)
def test_the_call_is_no_part_of_the_sentence(text, rest):
    assert without_call(text, ["hey jarvis"], ENGLISH) == rest
