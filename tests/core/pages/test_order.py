"""Pages are read line by line and column by column, and a price stays with its line."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.pages import Row
from lorgnette.core.pages.order import in_lines, in_order
from lorgnette.core.pictures import Box
from lorgnette.testing.readers import row


def lines(rows):
    return [" | ".join(each.text for each in line) for line in in_lines(rows)]


def column(texts, left, top=100, step=30, **more):
    return [row(text, (left, top + step * at), **more) for at, text in enumerate(texts)]


def test_lines_from_top_to_bottom_and_left_to_right():
    rows = [row("there", (200, 2)), row("again", (0, 40)), row("hello", (0, 0))]
    assert lines(rows) == ["hello | there", "again"]


def test_a_menu_keeps_its_prices_on_their_lines():
    dishes = column(["Fried rice", "宫保鸡丁", "Soup"], 40)
    prices = column(["¥38.00", "¥45", "12,50 €"], 600, top=103)
    menu = [row("MENU", (300, 20)), *prices, *dishes]
    assert lines(menu) == ["MENU", "Fried rice | ¥38.00", "宫保鸡丁 | ¥45", "Soup | 12,50 €"]


def test_prices_are_kept_on_their_lines_before_anybody_has_read_them():
    dishes = column(["", "", ""], 40, length=200)
    prices = column(["", "", ""], 600, length=70)
    assert [len(line) for line in in_lines(dishes + prices)] == [2, 2, 2]


PROSE = ["the first line of some prose", "goes on in the second line", "and ends after the third"]
MORE = ["another column beside it, as", "newspapers have it, is read", "when the first is over"]


@pytest.mark.parametrize("offset", [0, 11])
def test_columns_are_read_one_after_the_other(offset):
    title = row("A title above both of the columns", (50, 20), height=30)
    foot = row("A line that goes below both of the columns as well", (50, 260))
    rows = [*column(MORE, 400, 100 + offset), foot, *column(PROSE, 50), title]
    assert lines(rows) == [title.text, *PROSE, *MORE, foot.text]


def test_three_columns():
    third = ["yet another one, which stands", "at the right end of the paper", "and is read last"]
    rows = column(third, 750) + column(PROSE, 50) + column(MORE, 400)
    assert lines(rows) == [*PROSE, *MORE, *third]


def test_a_menu_in_two_columns_keeps_prices_on_their_lines():
    rows = column(["Fried rice with egg", "Noodles", "Soup"], 40) + column(["38", "45", "12"], 300)
    rows += column(["Beer", "Green tea", "Water"], 500) + column(["8.00", "5.00", "3.00"], 760)
    assert lines(rows) == [
        *("Fried rice with egg | 38", "Noodles | 45", "Soup | 12"),
        *("Beer | 8.00", "Green tea | 5.00", "Water | 3.00"),
    ]


def test_what_has_a_colon_belongs_to_what_follows_it():
    rows = column(["Name:", "Born in:", "姓名："], 40)
    rows += column(["Ada Lovelace", "London in England", "艾达"], 300)
    assert lines(rows)[0] == "Name: | Ada Lovelace"


def test_numbers_before_items_stay_with_them():
    rows = column(["1", "2", "3"], 40) + column(["Wash", "Rinse and repeat", "Dry"], 100)
    assert lines(rows) == ["1 | Wash", "2 | Rinse and repeat", "3 | Dry"]


def test_columns_of_chinese_writing_are_read_from_the_right():
    def standing(text, right):
        corners = ((right, 0), (right, 400), (right - 40, 400), (right - 40, 0))
        return Row(text, Box(corners))

    rows = [standing("三", 100), standing("一", 300), standing("二", 200)]
    assert [each.text for each in in_order(rows)] == ["一", "二", "三"]


def askew(each, degrees):
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    corners = tuple((cos * x - sin * y, sin * x + cos * y) for x, y in each.box.corners)
    return Row(each.text, Box(corners))


@pytest.mark.parametrize("degrees", [-10, 10, 90, 180, 200, 270])
def test_the_order_is_the_same_however_the_paper_lies(degrees):
    rows = [*column(PROSE, 50), *column(MORE, 400), row("A title above both columns", (50, 20))]
    assert lines([askew(each, degrees) for each in rows]) == lines(rows)


PLACES = st.tuples(st.integers(0, 2000), st.integers(0, 2000))
SIZES = st.tuples(st.integers(1, 900), st.integers(1, 90))


@given(st.lists(st.tuples(st.text(max_size=4), PLACES, SIZES), max_size=25))
def test_every_row_is_read_once(found):
    rows = [row(text, at, length=size[0], height=size[1]) for text, at, size in found]
    assert sorted(map(id, in_order(rows))) == sorted(map(id, rows))
