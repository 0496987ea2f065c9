"""A long text that scrolls: rows are broken once, and the lens shows them as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core import cards, lens
from lorgnette.core.cards import Emphasis, Line
from lorgnette.core.lens.scene import Run
from lorgnette.core.lens.scroll import Scroll, room_on
from lorgnette.core.types import AR, EVERYDAY, TEXT_GRID, Display, Layout
from lorgnette.core.writing import showable

DISPLAYS = (
    AR.display,
    TEXT_GRID.display,
    Display(Layout.PIXELS, 160, 72),
    Display(Layout.PIXELS, 400, 100),
    Display(Layout.PIXELS, 1280, 720),
    Display(Layout.TEXT, 8, 1),
    Display(Layout.TEXT, 20, 2),
)

TEXTS = st.text(st.sampled_from("aWi ,.\n字很，」é"), max_size=400) | st.text(max_size=200)


def card_of(scroll, row, footer="37%"):
    window = scroll.window(row)
    items = tuple(
        Line(scroll.rows[each], emphasis=Emphasis.FAINT if each < row else Emphasis.NORMAL)
        for each in window
    )
    footer = scroll.room.footed(footer)
    return cards.List(items=items, selected=row - window.start, footer=footer)


def rows_on(view):
    """The rows of a list as they are drawn, without marks."""
    if isinstance(view, lens.Grid):
        return [row.removeprefix("> ").strip() for row in view.rows]
    return [mark.text for mark in view.marks if isinstance(mark, Run)]


@given(TEXTS, st.sampled_from(DISPLAYS), st.data())
def test_a_window_is_one_page_on_which_no_row_is_broken_again(text, display, data):
    scroll = Scroll(showable(text, 1000, paragraphs=True), room_on(display))
    if not scroll.rows:
        return
    row = data.draw(st.integers(0, len(scroll.rows) - 1))
    card = card_of(scroll, row)

    book = lens.pages(card, display)

    assert len(book) == 1
    shown = rows_on(book.page(0))
    assert shown[: len(card.items)] == [item.text.strip() for item in card.items]


@given(TEXTS, st.sampled_from(DISPLAYS))
def test_every_row_begins_where_it_stands_in_the_text(text, display):
    text = showable(text.replace("\ufffd", ""), 1000, paragraphs=True)
    scroll = Scroll(text, room_on(display))

    assert list(scroll.starts) == sorted(set(scroll.starts))
    for row, start in enumerate(scroll.starts):
        assert text[start] == scroll.rows[row].strip()[0] or "\ufffd" in "".join(scroll.rows)
        assert scroll.row_of(start) == row


def test_all_rows_have_one_size():
    text = "We have come a long way together, and the road goes on. " * 30
    scroll = Scroll(text, room_on(AR.display))
    sizes = set()
    for row in range(len(scroll.rows)):
        page = lens.lay_out(card_of(scroll, row), AR.display)
        runs = [mark for mark in page.marks if isinstance(mark, Run)]
        sizes |= {run.size for run in runs if "%" not in run.text}

    assert sizes == {40}


def test_one_row_is_kept_above_the_current_one_where_there_is_room():
    text = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine"
    large, small = Scroll(text, room_on(TEXT_GRID.display)), Scroll(text, room_on(DISPLAYS[5]))

    assert list(large.window(0)) == [0, 1, 2, 3]
    assert list(large.window(5)) == [4, 5, 6, 7]
    assert list(large.window(8)) == [7, 8]
    assert list(small.window(3)) == [3]


@pytest.mark.parametrize("display", [EVERYDAY.display, Display(Layout.PIXELS, 90, 20)])
def test_there_is_no_room_where_nothing_can_be_read(display):
    assert room_on(display) is None


def test_a_footer_without_room_is_left_out():
    assert room_on(AR.display).footed("Paused, 37%") == "Paused, 37%"
    assert room_on(TEXT_GRID.display).footed("Paused, 37%") == "Paused, 37%"
    assert room_on(Display(Layout.TEXT, 12, 4)).footed("Paused, 37%") == ""
    assert room_on(Display(Layout.TEXT, 40, 2)).footed("37%") == ""
