"""A text is written as large as it was, and smaller only if it must be."""

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.pages.fitting import LEADING, SMALLEST, fitted


def half(letters):
    """Every letter is half as wide as it is high."""
    return lambda text: len(text) * letters // 2


def test_a_short_text_is_as_large_as_what_was_there():
    assert fitted("Exit", (400, 50), 50, half) == (36, ["Exit"])


def test_a_long_text_is_smaller_and_in_more_lines():
    letters, lines = fitted("Please do not take any photographs", (300, 60), 50, half)
    assert " ".join(lines) == "Please do not take any photographs"
    assert SMALLEST < letters < 36
    assert len(lines) * letters * LEADING <= 60


def test_what_does_not_fit_at_all_says_so():
    letters, lines = fitted("word " * 100, (60, 20), 20, half)
    assert (letters, len(lines)) == (SMALLEST, 2)
    assert lines[-1].endswith("…")


@given(st.text(max_size=60), st.floats(1, 500), st.floats(1, 200), st.floats(1, 100))
def test_any_text_has_some_size(text, wide, deep, height):
    letters, lines = fitted(text, (wide, deep), height, half)
    assert letters >= SMALLEST
    assert len(lines) <= 1 or len(lines) * LEADING * letters <= deep or letters == SMALLEST
