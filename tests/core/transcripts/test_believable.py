"""What recognisers write when they lose their way is not believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.transcripts.believable import believable


@pytest.mark.parametrize(
    ("written", "believed"),
    [
        ("No, no, no, no.", "No, no, no, no."),
        ("Thank you." * 1, "Thank you."),
        ("the the the the the the the", "the"),
        (
            "and then I said and then I said and then I said and then I said and then I said it",
            "and then I said it",
        ),
        ("Well, you know, you know, you know, you know, you know, you know.", "Well, you know."),
        ("one two one two", "one two one two"),
    ],
)
def test_what_is_said_on_and_on_was_said_once(written, believed):
    assert believable(written, 20.0) == believed


def test_nobody_says_so_much_in_a_second():
    said = "every word of this is another one and there are far too many of them for a second"

    assert believable(said, 1.0) == ""
    assert believable(said, 5.0) == said


@given(st.text(alphabet="ab ,.", max_size=300) | st.text(max_size=100), st.floats(0, 100))
def test_nothing_is_invented(text, seconds):
    kept = believable(text, seconds)

    assert len(kept) <= len(text)
    assert believable("a " * 4_000 + text, 1000.0).count("a ") < 4_000
