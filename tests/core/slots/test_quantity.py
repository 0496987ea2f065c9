"""Quantities, as they are said and shown."""

from decimal import Decimal

import pytest

from lorgnette.core.slots import Quantity, Unit
from lorgnette.core.slots.unit import quantity

QUANTITIES = {
    "5 miles": ("5", "mile"),
    "a mile": ("1", "mile"),
    "half a mile": ("0.5", "mile"),
    "a mile and a half": ("1.5", "mile"),
    "three and a half kilos": ("3.5", "kilogram"),
    "two pounds and a half": ("2.5", "pound"),
    "five feet six inches": ("5.5", "foot"),
    "five foot six": ("5.5", "foot"),
    "37 degrees celsius": ("37", "degree Celsius"),
    "minus five degrees fahrenheit": ("-5", "degree Fahrenheit"),
    "20°C": ("20", "degree Celsius"),
    "sixty miles per hour": ("60", "mile per hour"),
    "60 km/h": ("60", "kilometre per hour"),
    "100 square feet": ("100", "square foot"),
    "5 m²": ("5", "square metre"),
    "1,000.5 kg": ("1000.5", "kilogram"),
    "两公斤": ("2", "kilogram"),
    "两公斤半": ("2.5", "kilogram"),
    "半公斤": ("0.5", "kilogram"),
    "三斤半": ("3.5", "jin"),
    "五英里": ("5", "mile"),
    "一米八": ("1.8", "metre"),
    "一米七五": ("1.75", "metre"),
    "37度": ("37", "degree Celsius"),
    "摄氏37度": ("37", "degree Celsius"),
    "华氏一百度": ("100", "degree Fahrenheit"),
    "零下五度": ("-5", "degree Celsius"),
    "六十公里每小时": ("60", "kilometre per hour"),
    "三个小时": ("3", "hour"),
}


@pytest.mark.parametrize(("text", "expected"), QUANTITIES.items())
def test_quantities(means, text, expected):
    assert means(Quantity, text) == quantity(Decimal(expected[0]), expected[1])


@pytest.mark.parametrize(
    "text", ["five", "miles", "5 inches 3 miles", "five foot twelve", "一米七五三"]
)
def test_no_quantities(means, text):
    assert means(Quantity, text) is None


def test_units(means):
    assert means(Unit, "kilometers") == Unit("kilometre", "length")
    assert means(Unit, "km") == Unit("kilometre", "length")
    assert means(Unit, "华氏度") == Unit("degree Fahrenheit", "temperature")


def test_shown(shown):
    assert shown(Quantity, quantity(1, "mile")) == ("1 mile", "1 英里")
    assert shown(Quantity, quantity(Decimal("3.5"), "foot")) == ("3.5 feet", "3.5 英尺")
    assert shown(Unit, Unit("gram", "mass")) == ("grams", "克")
    assert shown(Unit, Unit("cubit", "length")) == ("cubit", "cubit")
