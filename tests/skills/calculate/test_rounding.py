from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.skills.calculate.rounding import rounded


@pytest.mark.parametrize(
    ("value", "text", "exact"),
    [
        (Fraction(12), "12", True),
        (Fraction(-5, 2), "-2.5", True),
        (Fraction(10**20), "100,000,000,000,000,000,000", True),
        (Fraction(10, 3), "3.33333", False),
        (Fraction(2, 3), "0.666667", False),
        (Fraction(10**9, 7), "142,857,143", False),
        (Fraction(1, 30_000), "0.0000333333", False),
        (Fraction(1, 10**40), "0", False),
        (Fraction(0), "0", True),
    ],
)
def test_numbers_are_written_with_six_digits_unless_they_are_exact(value, text, exact):
    assert rounded(value) == (text, exact)


@given(st.fractions(-(10**20), 10**20))
def test_what_is_written_is_near(value):
    text, exact = rounded(value)
    read = Fraction(text.replace(",", ""))

    assert read == value if exact else abs(read - value) <= max(abs(value) / 10**5, 10**-11)
