"""What a sum comes to, exactly, and never for long.

Raises ZeroDivisionError, OverflowError for numbers too large to say, and ValueError for the root
of a number below zero.
"""

from decimal import Context, Decimal
from fractions import Fraction
from math import isqrt

from lorgnette.skills.calculate.expression import Applied, Node, Number

LARGEST = 10**30
"""Results from here on are refused: nobody could say or read them."""

MOST_BITS = 4096
"""Bits of a power's numerator and denominator; more are refused before they are reckoned."""

_ROOTS = Context(prec=28)


def reckon(node: Node) -> Fraction:
    """The value of a sum."""
    value = node.value if isinstance(node, Number) else applied(node)
    if abs(value) >= LARGEST or value.denominator >= 2**MOST_BITS:
        raise OverflowError
    return value


def applied(node: Applied) -> Fraction:
    """The value of a sign and its operands."""
    values = [reckon(each) for each in node.operands]
    if node.sign in ("√", "%"):
        return root(values[0]) if node.sign == "√" else values[0] / 100
    left, right = values
    if node.sign in ("+", "−"):
        more = change(left, right, node.operands[1])
        return left + more if node.sign == "+" else left - more
    if node.sign == "^":
        return power(left, right)
    return left / right if node.sign == "÷" else left * right


def change(left: Fraction, right: Fraction, operand: Node) -> Fraction:
    """What is added: in `80 + 15%` the percent are of the 80."""
    percent = isinstance(operand, Applied) and operand.sign == "%"
    return left * right if percent else right


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """A power; an exponent with a fraction must be a half, and so a root."""
    if exponent.denominator == 2:
        return power(root(base), Fraction(exponent.numerator))
    if exponent.denominator != 1:
        raise ValueError("no such root")
    bits = max(abs(base.numerator), base.denominator).bit_length()
    if abs(base) != 1 and base and abs(exponent) * bits > MOST_BITS:
        raise OverflowError
    return base ** (exponent.numerator if abs(base) != 1 else exponent.numerator % 2)


def root(value: Fraction) -> Fraction:
    """The square root: exactly where there is one, else to 28 digits."""
    if value < 0:
        raise ValueError("no root of a number below zero")
    top, bottom = isqrt(value.numerator), isqrt(value.denominator)
    if (top * top, bottom * bottom) == (value.numerator, value.denominator):
        return Fraction(top, bottom)
    quotient = _ROOTS.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Fraction(_ROOTS.sqrt(quotient))
