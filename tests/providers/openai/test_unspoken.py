import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.providers.openai.unspoken import Unspoken


def spoken(*pieces):
    unspoken = Unspoken()
    return "".join([*map(unspoken.feed, pieces), unspoken.rest()])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello.", "Hello."),
        (" Hello.", "Hello."),
        ("<think>What now?</think>\n\nHello.", "Hello."),
        ("\n<think>\n\n</think>\n\nHello.", "Hello."),
        ("<think>one</think><think>two</think>Hello.", "Hello."),
        ("I say <think> aloud.", "I say <think> aloud."),
        ("<thin ice>", "<thin ice>"),
        ("<thi", "<thi"),
        ("<think>never ends", ""),
        ("", ""),
    ],
)
def test_thoughts_at_the_beginning_are_not_spoken(text, expected):
    assert spoken(text) == expected
    assert spoken(*text) == expected


@given(st.lists(st.sampled_from(["<think>", "</think>", "<", "th", "a", " ", "\n", "ink>"])))
def test_it_does_not_matter_how_the_text_arrives(pieces):
    assert spoken(*pieces) == spoken("".join(pieces))
