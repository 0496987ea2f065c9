"""Numbers in words and digits."""

from decimal import Decimal

import pytest

from lorgnette.core.slots import Number, Ordinal, Percent

NUMBERS = {
    "zero": 0,
    "twenty-five": 25,
    "a hundred and five": 105,
    "one hundred twenty three million four hundred thousand and six": 123_400_006,
    "nine hundred ninety nine billion": 999_000_000_000,
    "fifteen hundred": 1500,
    "five thousand three hundred": 5300,
    "a dozen": 12,
    "two dozen": 24,
    "half a dozen": 6,
    "half a million": 500_000,
    "1,234,567": 1_234_567,
    "5 million": 5_000_000,
    "2.5 million": 2_500_000,
    "one point five": "1.5",
    "minus three point one four": "-3.14",
    "three point one four one five nine": "3.14159",
    "two point five million": 2_500_000,
    "point five": "0.5",
    "three and a half": "3.5",
    "two and three quarters": "2.75",
    "two and a half million": 2_500_000,
    "half": "0.5",
    "a quarter": "0.25",
    "three quarters": "0.75",
    "3/4": "0.75",
    "3½": "3.5",
    "-3": -3,
    "negative 7": -7,
    "零": 0,
    "一百零五": 105,
    "三百五": 350,
    "两万五": 25_000,
    "一万五千": 15_000,
    "两千零五十": 2050,
    "一百一十五": 115,
    "一百十五": 115,
    "十五": 15,
    "廿五": 25,
    "一亿二千万": 120_000_000,
    "三万亿": 3_000_000_000_000,
    "二零二六": 2026,
    "3万": 30_000,
    "3.5万": 35_000,
    "一点五万": 15_000,
    "三点一四": "3.14",
    "零点五": "0.5",
    "负三点五": "-3.5",
    "零下五": -5,
    "五分之三": "0.6",
    "三个半": "3.5",
    "半": "0.5",
    "一半": "0.5",
}


@pytest.mark.parametrize(("text", "value"), NUMBERS.items())
def test_numbers(means, text, value):
    assert means(Number, text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "and",
        "hundred",
        "five five",
        "one hundred and",
        "twenty fifteen",
        "3/0",
        "百",
        "五六",
        "三百零",
        "点五",
        "9" * 40,
        "one billion billion",
        "亿亿亿",
    ],
)
def test_no_numbers(means, text):
    assert means(Number, text) is None


def test_every_beginning_is_a_reading(means):
    assert means(int, "twenty five") == 25
    assert means(int, "twenty") == 20
    assert means(int, "one point five") is None
    assert means(float, "one point five") == 1.5


def test_shown(shown):
    assert shown(Number, Decimal("1234567.5")) == ("1,234,567.5", "1,234,567.5")
    assert shown(Number, Decimal(1) / 3)[0] == "0.333333333333"
    assert shown(Number, Decimal("1E+3"))[0] == "1,000"
    assert shown(int, -5)[0] == "-5"
    assert shown(float, 0.1 + 0.2)[0] == "0.3"
    assert shown(float, float("inf"))[0] == "inf"


@pytest.mark.parametrize(
    ("text", "which"),
    {
        "the second": 2,
        "second one": 2,
        "21st": 21,
        "the twenty first one": 21,
        "twelfth": 12,
        "number two": 2,
        "the last one": -1,
        "第二个": 2,
        "第十": 10,
        "最后一个": -1,
    }.items(),
)
def test_ordinals(means, text, which):
    assert means(Ordinal, text) == which


def test_ordinals_shown(shown):
    assert shown(Ordinal, 2) == ("2nd", "第2")
    assert [shown(Ordinal, each)[0] for each in (1, 3, 11, 12, 13, 21, 111)] == [
        "1st", "3rd", "11th", "12th", "13th", "21st", "111th",
    ]  # fmt: skip
    assert shown(Ordinal, -1) == ("last", "最后一个")


@pytest.mark.parametrize(
    ("text", "share"),
    {
        "fifty percent": 50,
        "20%": 20,
        "12.5 %": 12.5,
        "half": 50,
        "maximum": 100,
        "the minimum": 0,
        "thirty": 30,
        "half a percent": None,
        "百分之五十": 50,
        "百分之百": 100,
        "五成": 50,
        "一半": 50,
        "最大": 100,
        "百分之十二点五": 12.5,
    }.items(),
)
def test_percents(means, text, share):
    assert means(Percent, text) == share


def test_percents_shown(shown):
    assert shown(Percent, 12.5) == ("12.5%", "12.5%")
    assert shown(Percent, 50.0) == ("50%", "50%")
