"""Rows on a display of characters."""

import pytest

from lorgnette.core import cards
from lorgnette.core.cards import Line
from lorgnette.core.lens import lay_out
from lorgnette.core.types import TEXT_GRID, Display, Layout


@pytest.mark.parametrize(
    ("card", "rows"),
    [
        (
            cards.Text(title="Berlin", lines=(Line("Rain", "12°"),), footer="today"),
            ["Berlin", f"Rain{' ' * 32}12°", "", "", "today"],
        ),
        (
            cards.List(title="Buy", items=(Line("milk"), Line("tea")), selected=1),
            ["Buy", "  milk", "> tea"],
        ),
        (
            cards.Progress(title="Tea", seconds_left=65, seconds_whole=130),
            ["Tea", "1:05 ##########----------"],
        ),
        (cards.Progress(label="Map", fraction=0.25), ["#####--------------- 25%", "Map"]),
        (cards.Progress(title="Tea", seconds_left=3600), ["Tea", "1:00:00"]),
        (
            cards.Arrow(title="左转进入人民路", turn=cards.Turn.LEFT, distance="120 米"),
            [f"← 左转进入人民路{' ' * 17}120 米"],
        ),
        (
            cards.Map(title="车站", lines=(Line("距离", "1.2公里"),), here=(0, 0), goal=(-90, 90)),
            ["车站", f"距离{' ' * 29}1.2公里"],
        ),
        (cards.Question(title="Pay?", choices=("Yes", "No"), selected=0), ["Pay?", "[> Yes] [No]"]),
        (
            cards.Question(choices=("the one on the left side", "the one on the right side")),
            ["the one on the left side", "the one on the right side"],
        ),
        (cards.Picture(source="p", width=9, height=9, alt="A red door"), ["A red door"]),
    ],
)
def test_rows(card, rows):
    assert list(lay_out(card, TEXT_GRID.display, None).rows) == rows


def test_pages_are_numbered_in_the_last_row():
    grid = lay_out(cards.Text(lines=(Line("word"),) * 9), TEXT_GRID.display, 2)
    assert grid.rows == ("word", "", "", "", f"{' ' * 37}3/3")


def test_few_rows_are_all_for_the_text():
    two = Display(Layout.TEXT, 16, 2)
    grid = lay_out(cards.Text(lines=(Line("a"), Line("b")), footer="c"), two, 1)
    assert (grid.rows, grid.page, grid.pages) == (("c",), 1, 2)


def test_a_value_that_does_not_fit_goes_below():
    narrow = Display(Layout.TEXT, 12, 5)
    grid = lay_out(cards.Text(lines=(Line("departure", "14:20"),)), narrow, 0)
    assert grid.rows == ("departure", "       14:20")
