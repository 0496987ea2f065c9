"""Units of measurement and exact conversion between them.

The factors are fractions, so that a conversion has no error but that of writing down the result.
Their sources are named in `data/units.tsv`.
"""

from decimal import Decimal
from fractions import Fraction
from functools import cache

import msgspec

from lorgnette.core.errors import NotUnderstood
from lorgnette.core.slots.numerals.digits import Numeral
from lorgnette.core.slots.table import rows


class Unit(msgspec.Struct, frozen=True):
    """A unit, by its English name, and what it measures: `Unit("mile", "length")`."""

    name: str
    dimension: str


class Quantity(msgspec.Struct, frozen=True):
    """So much of a unit."""

    amount: Decimal
    unit: Unit

    def rounded(self, digits: int = 4) -> "Quantity":
        """With so many significant digits, and never fewer than the whole units."""
        places = max(0, digits - 1 - self.amount.adjusted()) if self.amount else 0
        return Quantity(round(self.amount, places), self.unit)


class Measure(msgspec.Struct, frozen=True):
    """What is known of a unit; `also`, `written` and `also_chinese` are patterns."""

    unit: Unit
    plural: str
    also: str
    written: str
    chinese: str
    also_chinese: str
    factor: Fraction
    offset: Fraction


@cache
def measures() -> dict[str, Measure]:
    """Every unit by its name."""
    found: dict[str, Measure] = {}
    dimension = ""
    for row in rows("units"):
        if row[0].startswith("="):
            dimension = row[0].split()[1]
            continue
        name, plural, also, written, chinese, also_chinese, factor, *offset = row
        found[name] = Measure(
            Unit(name, dimension),
            plural,
            also,
            written,
            chinese,
            also_chinese,
            Fraction(factor),
            Fraction(offset[0] if offset else 0),
        )
    return found


def convert(quantity: Quantity, to: Unit) -> Quantity:
    """The same quantity in another unit, to 28 digits.

    Raises NotUnderstood when the units measure different things, or are unknown.
    """
    known = measures()
    if quantity.unit.dimension != to.dimension:
        raise NotUnderstood(f"{quantity.unit.name} cannot become {to.name}")
    if quantity.unit.name not in known or to.name not in known:
        raise NotUnderstood(f"no such unit: {quantity.unit.name} or {to.name}")
    source, target = known[quantity.unit.name], known[to.name]
    base = Fraction(quantity.amount) * source.factor + source.offset
    amount = (base - target.offset) / target.factor
    return Quantity(Decimal(amount.numerator) / Decimal(amount.denominator), to)


def together(larger: Quantity, smaller: Quantity) -> Quantity | None:
    """«five feet eleven inches» in feet; None for units that do not go together so."""
    known = measures()
    first, second = known[larger.unit.name], known[smaller.unit.name]
    if larger.unit.dimension != smaller.unit.dimension or first.offset or second.offset:
        return None
    if second.factor >= first.factor or smaller.amount < 0:
        return None
    return Quantity(larger.amount + convert(smaller, larger.unit).amount, larger.unit)


def quantity(amount: Numeral, name: str) -> Quantity:
    """So much of the unit with that name."""
    return Quantity(Decimal(amount), measures()[name].unit)
