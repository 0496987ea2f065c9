"""What of a page is translated, and where the translation goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.pages import Page
from lorgnette.core.pages.translated import labels, parts, placed
from lorgnette.testing.readers import row


def page(*rows):
    return Page(1000, 600, rows)


def texts(*rows):
    return [part.text for part in parts(page(*rows))]


def test_numbers_and_prices_are_left_as_they_are():
    rows = [
        row("宫保鸡丁", (40, 0)),
        row("¥45.00", (400, 0)),
        row("12:30", (40, 60)),
        row("2.5 kg"),
    ]
    assert texts(*rows) == ["宫保鸡丁"]
    assert texts(row("Adults ¥45.00 Children ¥20.00")) == ["Adults", "Children"]
    assert texts(row("Tea ...... 12,50 €")) == ["Tea"]


def test_a_sentence_with_a_sum_in_it_stays_one():
    assert texts(row("A fine of $50 will be charged")) == ["A fine of $50 will be charged"]


def test_prose_is_one_part():
    rows = (row("the first line of some text", (40, 0)), row("goes on and ends here", (40, 24)))
    [part] = parts(page(*rows))
    assert part.text == "the first line of some text goes on and ends here"
    assert part.boxes == tuple(each.box for each in rows)


def translated(text, *rows, **more):
    whole = page(*rows)
    part = next(part for part in parts(whole) if part.rows[0] == rows[0])
    return placed(whole, part, text, **more)


def test_there_is_room_as_far_as_the_next_row_and_the_edge():
    alone = translated("Exit", row("出口", (40, 100), length=60))
    assert alone.area.bounds == pytest.approx((40, 100, 992, 140))
    beside = translated("Exit", row("出口", (40, 100), length=60), row("¥5", (300, 105)))
    assert beside.area.bounds[2] == pytest.approx(292)
    under = translated("Exit", row("出口", (40, 100), length=60), row("now", (40, 126)))
    assert under.area.bounds[3] == pytest.approx(126)


def test_a_translation_does_not_cover_the_price_of_its_own_row():
    whole = page(row("Adults ¥45.00 Children ¥20.00", (0, 0), length=580))
    adults, children = parts(whole)
    price = whole.rows[0].box_of(7, 13)
    one, other = placed(whole, adults, "成人"), placed(whole, children, "儿童")
    assert one.area.bounds[2] <= price.bounds[0]
    assert price.bounds[2] <= other.area.bounds[0] < other.area.bounds[2] <= 480


def test_what_is_uncertain_is_marked():
    assert not translated("Exit", row("出口")).marked
    assert translated("Exit", row("出口", confidence=0.7)).marked
    assert translated("Exit", row("出口"), approximate=True).marked


@given(st.text())
def test_labels_are_in_their_text_and_none_over_another(text):
    end = 0
    for start, after in labels(text):
        assert end <= start < after <= len(text)
        end = after


@given(st.lists(st.tuples(st.text(max_size=9), st.integers(0, 900), st.integers(0, 500))))
def test_a_place_is_never_smaller_than_what_stood_there(found):
    whole = page(*(row(text, (left, top), length=80) for text, left, top in found))
    for part in parts(whole):
        area = placed(whole, part, "x").area
        assert area.length >= part.boxes[0].length - 0.01
        assert area.height >= part.boxes[0].height - 0.01
