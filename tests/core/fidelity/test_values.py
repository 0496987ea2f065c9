from decimal import Decimal

import pytest

from lorgnette.core.fidelity.values import amounts, times, values


@pytest.mark.parametrize(
    ("language", "text", "written"),
    [
        ("en", "Flight BA2490 leaves at 17:30 from gate 12", ["17:30", "ba2490", "12"]),
        ("en", "It costs $3.50 or 20 %", ["$3.50", "20 %"]),
        ("en", "Write to anna@example.org", ["anna@example.org"]),
        ("en", "Meet me at 5 p.m.", ["5 p.m."]),
        ("zh", "下午五点半，三百五十块", ["下午5点半", "350块"]),
        ("de", "um 17 Uhr 30", ["17 uhr 30"]),
        ("fr", "à 17h30", ["17h30"]),
        ("en", "It is one of those things", []),
    ],
)
def test_what_must_survive_is_found(language, text, written):
    assert [value.written for value in values(text, language)] == written


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        ("en", "1,500", "1500"),
        ("de", "1.500", "1500"),
        ("de", "1,5", "1.5"),
        ("en", "1,234.56", "1234.56"),
        ("es", "1.234,56", "1234.56"),
        ("zh", "１２", "12"),
    ],
)
def test_a_number_is_read_with_the_marks_of_its_language(language, text, amount):
    [value] = values(text, language)

    assert value.numbers == {Decimal(amount).normalize()}


def test_a_translation_may_mean_either_mark():
    assert {Decimal("1.5"), Decimal(1500)} <= amounts("1.500")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("5:30", {330, 1050}),
        ("05:30", {330}),
        ("17:30", {1050}),
        ("5:30 pm", {1050}),
        ("12 am", {0}),
        ("下午5点半", {1050}),
        ("5点3刻", {345, 1065}),
        ("las 5 de la tarde", {1020}),
    ],
)
def test_a_time_is_morning_or_evening_unless_it_says_so(text, minutes):
    assert times(text) == [frozenset(minutes)]
