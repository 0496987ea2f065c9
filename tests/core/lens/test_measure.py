"""Text is never wider than measured."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.lens.measure import cells, text_width


@pytest.mark.parametrize(
    ("text", "ems"),
    [("i", 0.3), ("W", 1.05), ("é", 0.65), ("中", 1), ("，", 1), ("👍", 1.3), ("e\u0301", 0.65)],
)
def test_ems(text, ems):
    assert text_width(text, 100) == ems * 100


def test_bold_is_wider():
    assert text_width("Turn left", 40, strong=True) > text_width("Turn left", 40)
    assert text_width("左转", 40, strong=True) == text_width("左转", 40)


@given(st.text(), st.text(), st.integers(10, 90), st.booleans())
def test_widths_add_up(one, other, size, strong):
    whole = text_width(one + other, size, strong=strong)
    parts = text_width(one, size, strong=strong) + text_width(other, size, strong=strong)
    assert parts - 1 <= whole <= parts


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("中文", 4),
        ("é", 1),
        ("e\u0301", 1),
        ("→", 2),
        ("👍", 2),
        ("❤️", 2),
        ("\u200b", 0),
    ],
)
def test_cells(text, columns):
    assert cells(text) == columns


def test_arrows_are_narrow_in_terminals():
    assert cells("→", ambiguous=1) == 1
