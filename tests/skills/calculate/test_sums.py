from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.slots import Context, slot_for
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.core.words import split
from lorgnette.skills.calculate.expression import Applied, Number
from lorgnette.skills.calculate.reckoning import reckon
from lorgnette.skills.calculate.sums import Expression
from lorgnette.testing.turns import NOW

SUMS = slot_for(Expression)


def read(text, language=ENGLISH):
    """The sum that the whole text is, or None."""
    words = split(text, language)
    for used, value in SUMS.read(words, Context(language, NOW)):
        if used == len(words):
            return value
    return None


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("three plus four times two", "3 + 4 × 2"),
        ("(3 + 4) * 2", "(3 + 4) × 2"),
        ("((3+4))*2", "(3 + 4) × 2"),
        ("10 - 3 - 2", "10 − 3 − 2"),
        ("10 - (3 - 2)", "10 − (3 − 2)"),
        ("2^3^2", "2^(3^2)"),
        ("(2^3)^2", "(2^3)^2"),
        ("5²", "5^2"),
        ("√(9+7)", "√(9 + 7)"),
        ("sqrt 16", "√16"),
        ("the square root of 16 plus 9", "√16 + 9"),
        ("minus five plus minus two", "-5 + -2"),
        ("one hundred and twenty divided by eight", "120 ÷ 8"),
        ("two thirds of 90", "2/3 of 90"),
        ("15 percent of 80 plus 20", "15% of 80 + 20"),
        ("15% of (80 + 20)", "15% of (80 + 20)"),
        ("20 percent off of 50", "50 − 20%"),
        ("the sum of 3 and 4", "3 + 4"),
        ("add one hundred and five and seven", "105 + 7"),
        ("take 3 from 10", "10 − 3"),
        ("divide twelve by five", "12 ÷ 5"),
        ("three to the fourth power", "3^4"),
        ("3 x 4", "3 × 4"),
        ("1/3 + 1", "1 ÷ 3 + 1"),
        ("3/4", "3 ÷ 4"),
        ("8/2^2", "8 ÷ 2^2"),
        ("3 1/2 * 2", "3.5 × 2"),
        ("1/3 of 90", "1/3 of 90"),
        ("12 + 5 =", "12 + 5"),
    ],
)
def test_english_sums(said, shown):
    assert SUMS.show(read(said), ENGLISH) == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("三加四乘以二", "3 + 4 × 2"),
        ("负三加五", "-3 + 5"),
        ("一百二十除以八", "120 ÷ 8"),
        ("八十的百分之十五", "80的15%"),
        ("百分之五十加一", "50% + 1"),
        ("八十加二十的一半", "80 + 20的1/2"),
        ("九十的三分之一", "90的1/3"),
        ("五的平方减二的立方", "5^2 − 2^3"),
        ("十六的平方根", "√16"),
        ("根号十六加九", "√16 + 9"),
        ("二的十次方", "2^10"),
        ("三点五乘2", "3.5 × 2"),
        ("80的1/4", "80的1/4"),
        ("80的15%", "80的15%"),
    ],
)
def test_chinese_sums(said, shown):
    assert SUMS.show(read(said, CHINESE), CHINESE) == shown


@pytest.mark.parametrize(
    "said",
    [
        "",
        "five",
        "20%",
        "three plus",
        "plus three",
        "two of three",
        "(",
        "()",
        "five of",
        "3 +",
        "=",
    ],
)
def test_what_is_no_sum(said):
    assert read(said) is None


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("0.1 + 0.2", Fraction(3, 10)),
        ("1/3 + 1/3 + 1/3", 1),
        ("80 + 15%", 92),
        ("80 - 15%", 68),
        ("(80 + 15%) - 10%", Fraction(414, 5)),
        ("2^-2", Fraction(1, 4)),
        ("9 ^ 0.5", 3),
        ("√(1/4)", Fraction(1, 2)),
        ("0^0", 1),
        ("1^1000000000000", 1),
        ("√2 * √2", None),
    ],
)
def test_sums_are_exact(said, value):
    result = reckon(read(said).root)

    assert result == value if value is not None else abs(result - 2) < Fraction(1, 10**20)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("5 / 0", ZeroDivisionError),
        ("5/0", ZeroDivisionError),
        ("0 ^ -1", ZeroDivisionError),
        ("2**10**9", OverflowError),
        ("9999999999^9999999999", OverflowError),
        ("(2^64)^(2^64)", OverflowError),
        ("2^100", OverflowError),
        ("√-4", ValueError),
        ("2^0.3", ValueError),
    ],
)
def test_what_cannot_be_reckoned(said, error):
    with pytest.raises(error):
        reckon(read(said).root)


def test_nothing_large_is_ever_reckoned():
    node = Number(Fraction(10**15))
    for _ in range(200):
        node = Applied("×", (node, node))

    with pytest.raises(OverflowError):
        reckon(node)


ENGLISH_PIECES = (
    "plus minus times over of off percent squared the square root to power add and from"
)
CHINESE_PIECES = "百 分 之 的 平 方 加 除 以 三 根 号 一 半 次"
SIGNS = "( ) ^ √ = 0 7 1/3 0.5 20% half -3 999999999"
PIECES = st.sampled_from(f"{ENGLISH_PIECES} {CHINESE_PIECES} {SIGNS}".split())


@given(st.lists(PIECES, max_size=40), st.sampled_from([ENGLISH, CHINESE]))
def test_any_words_are_read_and_reckoned_without_harm(words, language):
    for used, value in SUMS.read(words, Context(language, NOW)):
        assert 0 < used <= len(words)
        assert SUMS.show(value, language)
        with suppress(ZeroDivisionError, OverflowError, ValueError):
            assert abs(reckon(value.root)) < 10**30
