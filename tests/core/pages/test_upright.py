"""Pages are turned upright by what their rows say."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.pages import Page
from lorgnette.core.pages.upright import quarters, skew, upright
from lorgnette.core.pictures import Box
from lorgnette.testing.readers import row

ROWS = (row("a title", (30, 20), length=300), row("and", (30, 60)), row("more", (30, 100)))


def turned(page):
    """The page once its picture was turned clockwise by a quarter."""
    return Page(
        page.height,
        page.width,
        tuple(
            type(each)(each.text, Box(tuple((page.height - y, x) for x, y in each.box.corners)))
            for each in page.rows
        ),
    )


@pytest.mark.parametrize("times", range(4))
def test_a_picture_that_lies_on_its_side_is_turned_back(times):
    page = lying = Page(640, 480, ROWS)
    for _ in range(times):
        lying = turned(lying)
    assert quarters(lying.rows) == times
    assert upright(lying) == page


def test_most_of_the_text_decides():
    spine = row("on end", (10, 400), length=60)
    [spine] = turned(Page(480, 480, (spine,))).rows
    assert quarters((*ROWS, spine)) == 0


def test_nothing_stands_upright():
    assert upright(Page(3, 2)) == Page(3, 2)
    assert skew(()) == 0


@given(st.floats(-0.7, 0.7))
def test_what_is_askew_says_how_much(angle):
    end = (100 * math.cos(angle), 100 * math.sin(angle))
    askew = row("x")
    askew = type(askew)("x", Box(((0, 0), end, (end[0] - 1, end[1] + 20), (0, 20))))
    assert skew([askew]) == pytest.approx(angle)
