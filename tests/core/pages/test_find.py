"""A word is found where it stands, though a letter was misread."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.pages import Page
from lorgnette.core.pages.find import errors, find
from lorgnette.testing.readers import row


def found(words, *texts):
    rows = tuple(row(text, (0, 40 * at)) for at, text in enumerate(texts))
    return [each.text for each in find(Page(900, 900, rows), words)]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("platform", "Platform 12 is closed", ["Platform"]),
        ("platform 12", "Platform 12 is closed", ["Platform 12"]),
        ("platform", "P1atform 12", ["P1atform"]),
        ("platform", "Platfrm", ["Platfrm"]),
        ("ticket", "Tickets, ticket", ["ticket"]),
        ("ticket", "Tickets", ["Tickets"]),
        ("cafe", "The Café", ["Café"]),
        ("tea", "a team of steaks", []),
        ("tea", "tes", []),
        ("花生", "含花生和牛奶", ["花生"]),
        ("花生酱", "含花主酱", ["花主酱"]),
        ("花生", "花主", []),
        ("ＡＢＣ１", "abc1", ["abc1"]),
        ("", "anything", []),
        ("!?", "what!?", []),
    ],
)
def test_what_is_found(words, text, expected):
    assert found(words, text) == expected


def test_the_exact_word_is_preferred_to_others_like_it():
    assert found("platform", "Plafform", "and platform and platform") == ["platform", "platform"]


def test_where_it_is():
    [each] = find(Page(900, 900, (row("no yes", (100, 50), length=55),)), "yes")
    assert each.box.bounds == pytest.approx((125, 50, 155, 70))


def test_wide_letters_take_more_of_the_row():
    [each] = find(Page(900, 900, (row("ab花生", (0, 0), length=56),)), "花生")
    assert each.box.bounds[0] == pytest.approx(20)
    [each] = find(Page(900, 900, (row("ill mow", (0, 0), length=60),)), "mow")
    assert each.box.bounds[0] == pytest.approx(20)


WORDS = st.text("abc花", min_size=1, max_size=8)


@given(WORDS, WORDS)
def test_errors_are_edits(one, other):
    assert errors(one, other) == errors(other, one)
    assert (errors(one, other) == 0) == (one == other)


@given(st.text(), st.text(max_size=20))
def test_whatever_is_found_was_read(words, text):
    for each in find(Page(9, 9, (row(text),)), words):
        assert 0 <= each.start < each.end <= len(text)
