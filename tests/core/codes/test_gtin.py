"""Product numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.codes.gtin import (
    check_digit,
    expanded,
    is_book,
    is_internal,
    is_magazine,
    is_valid,
    normalised,
)

BODIES = st.sampled_from([7, 11, 12, 13]).flatmap(
    lambda length: st.text("0123456789", min_size=length, max_size=length)
)


@given(BODIES)
def test_a_number_with_its_check_digit_is_valid_and_with_any_other_is_not(body):
    right = check_digit(body)
    for digit in range(10):
        assert is_valid(body + str(digit)) == (digit == right)


@given(BODIES, st.data())
def test_one_wrong_digit_is_noticed(body, data):
    whole = body + str(check_digit(body))
    place = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != whole[place]]))
    assert not is_valid(whole[:place] + other + whole[place + 1 :])


@given(BODIES)
def test_however_it_is_padded_a_product_has_one_number(body):
    number = body + str(check_digit(body))
    one = normalised(number)
    if one is None:
        assert not number.strip("0")
        return
    assert len(one) in (8, 13, 14)
    assert normalised(one.zfill(14)) == one
    assert one.lstrip("0") == number.lstrip("0")


@pytest.mark.parametrize(
    ("digits", "number"),
    [
        ("3017620422003", "3017620422003"),
        ("036000291452", "0036000291452"),
        ("0036000291452", "0036000291452"),
        ("96385074", "96385074"),
        ("00000096385074", "96385074"),
        ("15400141288763", "15400141288763"),
        ("3017620422004", None),
        ("00000000", None),
        ("", None),
        ("３０１７６２０４２２００３", None),
        ("abc", None),
    ],
)
def test_known_numbers(digits, number):
    assert normalised(digits) == number


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("01234565", "012345000065"),
        ("04252614", "042100005264"),
        ("01200303", None),
        ("31234565", None),
        ("1234565", None),
        ("0123456x", None),
    ],
)
def test_upc_e_stands_for_twelve_digits(short, whole):
    assert expanded(short) == whole


def test_every_upc_e_that_expands_is_valid():
    for body in range(0, 1_000_000, 997):
        for check in range(10):
            whole = expanded(f"0{body:06}{check}")
            assert whole is None or (is_valid(whole) and len(whole) == 12)


@pytest.mark.parametrize(
    ("number", "internal"),
    [
        ("2012345678900", True),
        ("0212345678900", True),
        ("20123451", True),
        ("3017620422003", False),
        ("96385074", False),
    ],
)
def test_numbers_of_a_shop_are_known(number, internal):
    assert is_internal(number) is internal


def test_books_and_magazines():
    assert is_book("9780306406157")
    assert not is_book("9790060115615")
    assert is_magazine("9771234567003")
