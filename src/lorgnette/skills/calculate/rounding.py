"""How exact numbers are written down."""

from decimal import Context, Decimal
from fractions import Fraction

DIGITS = 6
"""Significant digits of a number that has to be rounded; whole digits are never lost."""

TINY = Fraction(1, 10**12)
"""Values below are as good as zero."""

_EXACT = Context(prec=12)
_WHOLE = Context(prec=60)


def decimal_of(value: Fraction) -> Decimal:
    """The value as a decimal: whole numbers exactly, others to 12 digits."""
    context = _WHOLE if value.denominator == 1 else _EXACT
    return context.divide(Decimal(value.numerator), Decimal(value.denominator))


def rounded(value: Fraction) -> tuple[str, bool]:
    """The value in digits, and whether nothing was lost."""
    if 0 < abs(value) < TINY:
        return "0", False
    decimal = decimal_of(value)
    exact = Fraction(decimal) == value
    if not exact:
        places = max(0, DIGITS - 1 - decimal.adjusted())
        decimal = round(decimal, places)
    if decimal == decimal.to_integral_value():
        return f"{int(decimal):,}", exact
    return f"{decimal.normalize():,f}", exact
