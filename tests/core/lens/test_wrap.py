"""Lines break where a reader expects it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.lens.measure import cells
from lorgnette.core.lens.wrap import NO_END, NO_START, clusters, longest_piece, wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("the quick brown fox", 9, ["the quick", "brown fox"]),
        ("one\n\ntwo", 9, ["one", "two"]),
        ("well-known", 6, ["well-", "known"]),
        ("at -5 degrees", 5, ["at -5", "degre", "es"]),
        ("10 km/h", 5, ["10", "km/h"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("今天天气很好，我们走吧", 12, ["今天天气很", "好，我们走吧"]),
        ("他说「好的」了", 6, ["他说", "「好", "的」了"]),
        ("打开Wi-Fi设置", 9, ["打开Wi-Fi", "设置"]),
        ("スーパー", 6, ["スー", "パー"]),
        ("안녕하세요 세계", 10, ["안녕하세요", "세계"]),
        ("Quoi ? Non !", 6, ["Quoi ?", "Non !"]),
        ("👨‍👩‍👧👨‍👩‍👧", 7, ["👨‍👩‍👧", "👨‍👩‍👧"]),
        ("🇩🇪🇫🇷", 3, ["🇩🇪", "🇫🇷"]),
        ("e\u0301" * 3, 2, ["e\u0301" * 2, "e\u0301"]),
        ("5\u00a0km", 4, ["5\u00a0km"]),
        ("", 4, []),
        ("\u200b\u200d", 4, []),
    ],
)
def test_wrap(text, width, lines):
    assert list(wrap(text, width, cells)) == lines


@given(st.text("ab，。「」中文 -", max_size=60), st.integers(4, 20))
def test_kinsoku_holds_unless_a_piece_is_longer_than_a_line(text, width):
    if longest_piece(text, cells) > width:
        return
    for line in wrap(text, width, cells):
        assert not (line[0] in NO_START and text.strip()[0] != line[0])
        assert not (line[-1] in NO_END and text.strip()[-1] != line[-1])


@given(st.text(max_size=200), st.integers(8, 40))
def test_lines_are_full_and_never_too_wide(text, width):
    lines = list(wrap(text, width, cells))
    assert all(0 < cells(line) <= width for line in lines)


@given(st.text() | st.text("e\u0301\u200d👍🏽🇩🇪", max_size=60))
def test_clusters_lose_nothing(text):
    assert "".join(clusters(text)) == text


def test_a_character_wider_than_a_line_is_replaced():
    assert list(wrap("a中b", 1, lambda text: len(text) + text.count("中"))) == ["a", "\ufffd", "b"]


def test_a_row_does_not_begin_with_a_space_that_must_not_break():
    assert list(wrap("0000¸\U000f0000\u1f58\xa00", 7, len)) == ["0000¸\U000f0000\u1f58", "0"]
