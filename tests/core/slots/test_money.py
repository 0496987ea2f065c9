"""Sums of money."""

from decimal import Decimal

import pytest

from lorgnette.core.slots import Money

SUMS = {
    "five dollars": "5 USD",
    "a dollar": "1 USD",
    "five bucks": "5 USD",
    "$5": "5 USD",
    "$5.50": "5.5 USD",
    "$2.5 million": "2500000 USD",
    "US$5": "5 USD",
    "HK$20": "20 HKD",
    "€3.50": "3.5 EUR",
    "5 €": "5 EUR",
    "3 euros 20": "3.2 EUR",
    "five dollars and twenty cents": "5.2 USD",
    "five dollars fifty": "5.5 USD",
    "20 cents": "0.2 USD",
    "fifty pence": "0.5 GBP",
    "a hundred pounds": "100 GBP",
    "two and a half million dollars": "2500000 USD",
    "1,234.56 euros": "1234.56 EUR",
    "100 rmb": "100 CNY",
    "five hundred yen": "500 JPY",
    "ten swiss francs": "10 CHF",
    "五元": "5 CNY",
    "五块钱": "5 CNY",
    "十五块五": "15.5 CNY",
    "三块二毛五": "3.25 CNY",
    "五块零五分": "5.05 CNY",
    "两块半": "2.5 CNY",
    "五毛": "0.5 CNY",
    "五角": "0.5 CNY",
    "¥15.50元": "15.5 CNY",
    "人民币一百元": "100 CNY",
    "3.5万元": "35000 CNY",
    "一百美元": "100 USD",
    "三美元五十美分": "3.5 USD",
    "三欧元": "3 EUR",
}


@pytest.mark.parametrize(("text", "money"), SUMS.items())
def test_sums(means, text, money):
    amount, currency = money.split()
    assert means(Money, text) == Money(Decimal(amount), currency)


@pytest.mark.parametrize(
    "text",
    [
        "five",
        "dollars",
        "five yen twenty",
        "minus five dollars",
        "five euros twenty pence",
        "$",
        "块",
        "五分钟",
    ],
)
def test_no_sums(means, text):
    assert means(Money, text) is None


def test_shown(shown):
    assert shown(Money, Money(Decimal(5), "USD")) == ("5 dollars", "5美元")
    assert shown(Money, Money(Decimal("1.00"), "EUR"))[0] == "1 euro"
    assert shown(Money, Money(Decimal("15.5"), "CNY")) == ("15.50 yuan", "15.50元")
    assert shown(Money, Money(Decimal(3), "XYZ")) == ("3 XYZ", "3 XYZ")
