"""Rows into pages."""

from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.lens.pages import Book, Row, on_one_page, on_pages

ROWS = st.lists(st.builds(Row, st.integers(), height=st.integers(1, 9), gap=st.integers(0, 9)))


def height(rows):
    return sum(row.height for row in rows) + sum(row.gap for row in rows[1:])


@given(ROWS, st.integers(9, 40))
def test_pages_hold_all_rows_in_order_and_are_never_over_full(rows, room):
    pages = on_pages(rows, room)
    assert [row for page in pages for row in page] == rows
    assert all(page and height(page) <= room for page in pages)


@given(ROWS, st.integers(9, 40))
def test_one_page_if_they_fit(rows, room):
    assert on_one_page(rows, room) == (rows if height(rows) <= room else None)


def test_one_page_reads_no_further_than_needed():
    def rows():
        yield Row("a", height=9)
        yield Row("b", height=9)
        raise AssertionError

    assert on_one_page(rows(), 10) is None


def test_a_book_opens_where_something_is_selected_and_has_no_page_beyond_its_last():
    book = Book([[Row("a")], [Row("b", selected=True)], [Row("c")]], lambda number: number)
    assert [book.page(number) for number in (None, 0, 2, 7, -1)] == [1, 0, 2, 2, 0]
    assert [*book] == [0, 1, 2]
    assert len(book) == 3
