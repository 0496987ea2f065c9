"""Lines that are one sentence are translated together, others apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.pages import Page
from lorgnette.core.pages.blocks import blocks, joined
from lorgnette.testing.readers import row


def texts(*rows):
    return [block.text for block in blocks(Page(1200, 900, rows))]


def written(*lines, step=30, length=None):
    return [
        row(text, (40, 100 + step * at), length=length or len(text) * 10)
        for at, text in enumerate(lines)
    ]


def test_prose_goes_on_until_a_line_is_not_full():
    rows = written(
        "The museum opens every day at nine and",
        "closes at half past five, but not on",
        "Mondays.",
        "Large bags stay in the lockers.",
    )
    assert texts(*rows) == [
        "The museum opens every day at nine and closes at half past five, but not on",
        "Mondays.",
        "Large bags stay in the lockers.",
    ]


def test_chinese_prose_is_joined_without_spaces():
    rows = written("博物馆每天上午九点开放下午五点", "半关闭。", length=300)
    assert texts(*rows) == ["博物馆每天上午九点开放下午五点半关闭。"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Noodles with beef", "Fried rice"),
        ("NO PARKING", "AT ANY TIME"),
        ("Welcome to the museum", "欢迎光临城市博物馆"),
        ("宫保鸡丁", "麻婆豆腐"),
    ],
)
def test_lines_of_a_list_or_a_sign_stay_apart(lines):
    assert texts(*written(*lines)) == list(lines)


def test_what_is_far_or_of_another_size_is_no_part():
    assert len(texts(*written("a line that is long", "goes on below it", step=60))) == 2
    title = row("a title in large letters", (40, 40), length=400, height=40)
    assert len(texts(title, *written("a line that is long"))) == 2


def test_cells_of_a_table_are_blocks():
    rows = [row("Tea", (40, 0)), row("¥5", (400, 0)), row("Cake", (40, 30)), row("¥9", (400, 30))]
    assert texts(*rows) == ["Tea", "¥5", "Cake", "¥9"]


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        ("photo-", "graphs", "photographs"),
        ("Lorem-", "Ipsum", "Lorem- Ipsum"),
        ("one", "two", "one two"),
        ("今天", "好", "今天好"),
        ("", "two", "two"),
    ],
)
def test_lines_are_joined(one, other, whole):
    assert joined(one, other) == whole


def test_a_block_is_as_doubtful_as_its_worst_row():
    sure, unsure = row("the first line of some", (40, 0)), row("prose", (40, 24), confidence=0.7)
    [block] = blocks(Page(900, 900, (sure, unsure)))
    assert block.doubtful


@given(
    st.lists(st.tuples(st.text(max_size=9), st.integers(0, 600), st.integers(0, 600)), max_size=20)
)
def test_every_row_is_in_one_block(found):
    rows = tuple(row(text, (left, top), length=90) for text, left, top in found)
    inside = [each for block in blocks(Page(900, 900, rows)) for each in block.rows]
    assert sorted(map(id, inside)) == sorted(map(id, rows))
