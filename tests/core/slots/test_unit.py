"""Exact conversion."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import NotUnderstood
from lorgnette.core.slots.unit import Quantity, Unit, convert, measures, quantity

UNITS = st.sampled_from(sorted(measures()))


@pytest.mark.parametrize(
    ("amount", "source", "target", "result"),
    [
        ("37", "degree Celsius", "degree Fahrenheit", "98.6"),
        ("-40", "degree Fahrenheit", "degree Celsius", "-40"),
        ("0", "kelvin", "degree Celsius", "-273.15"),
        ("5", "mile", "kilometre", "8.04672"),
        ("1", "nautical mile", "metre", "1852"),
        ("90", "kilometre per hour", "metre per second", "25"),
        ("1", "pound", "ounce", "16"),
        ("1", "gallon", "fluid ounce", "128"),
        ("1", "acre", "square yard", "4840"),
        ("1", "kibibyte", "bit", "8192"),
        ("1", "kilowatt hour", "kilojoule", "3600"),
        ("1", "jin", "gram", "500"),
        ("1", "week", "hour", "168"),
    ],
)
def test_conversions_are_exact(amount, source, target, result):
    unit = measures()[target].unit
    assert convert(quantity(Decimal(amount), source), unit) == Quantity(Decimal(result), unit)


def test_what_cannot_be_converted():
    with pytest.raises(NotUnderstood):
        convert(quantity(5, "mile"), Unit("kilogram", "mass"))
    with pytest.raises(NotUnderstood):
        convert(quantity(5, "mile"), Unit("cubit", "length"))


def test_there_is_a_unit_for_everyday_things():
    dimensions = {each.unit.dimension for each in measures().values()}
    assert len(measures()) >= 60
    assert dimensions >= {"length", "mass", "volume", "temperature", "speed", "area"}
    assert dimensions >= {"time", "data", "pressure", "energy"}


@given(st.decimals(-(10**9), 10**9, places=3), UNITS, UNITS)
def test_there_and_back(amount, source, target):
    start, to = quantity(amount, source), measures()[target].unit
    if start.unit.dimension != to.dimension:
        return
    back = convert(convert(start, to), start.unit).amount
    assert abs(back - amount) <= Decimal("1E-12") * max(1, abs(amount))


def test_rounding_keeps_the_meaning():
    assert quantity(Decimal("8.04672"), "kilometre").rounded().amount == Decimal("8.047")
    assert quantity(Decimal("12345.678"), "metre").rounded().amount == Decimal(12346)
    assert quantity(Decimal("0.00123456"), "metre").rounded().amount == Decimal("0.001235")
    assert quantity(Decimal(0), "metre").rounded().amount == 0
