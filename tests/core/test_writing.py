"""Only what can be shown is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.writing import ACCENTS, showable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  a\tb\r\nc  ", "a b c"),
        ("a\u202eb\u200fc\U000e0041", "abc"),
        ("\ud83d half", "half"),
        ("\u200b\u200d \u0301", ""),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("e" + "\u0301" * 99, "e" + "\u0301" * ACCENTS),
    ],
)
def test_showable(text, shown):
    assert showable(text, 99) == shown


def test_paragraphs_keep_their_lines():
    assert showable("a\r\nb\u2028c", 99, paragraphs=True) == "a\nb\nc"


@given(st.text(st.characters()) | st.text("e\u0301\n \u202e\ud800"), st.integers(2, 50))
def test_once_is_enough(text, length):
    once = showable(text, length, paragraphs=True)
    assert showable(once, length, paragraphs=True) == once
    assert len(once) <= length
    once.encode()
