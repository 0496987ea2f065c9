"""«Only the prices»: what a page wants for what."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

import msgspec
from msgspec.structs import replace

from lorgnette.core.pages.figures import Sum, bare, sums
from lorgnette.core.pages.order import in_lines
from lorgnette.core.pages.page import Page, Row

_LEADER: Final = re.compile(r"[\s.…·•:：_\-–—=*|]+\Z|\A[\s.…·•_\-–—=*|]+")
_COMMON: Final = 2
"""So many lines that end with a number are prices, though nothing says so."""


class Price(msgspec.Struct, frozen=True):
    """What something costs, as a page has it.

    `label`: what it is the price of, "" when the page does not say. `currency`: its ISO 4217
    code, "" likewise. `row` is where it stands, and says how sure it is; `written` is the price as
    it stands there.
    """

    label: str
    amount: Decimal
    currency: str
    row: Row
    written: str


def prices(page: Page) -> list[Price]:
    """Every price of a page, in the order of reading.

    A number without a currency is a price at the end of a line, when it has hundredths or when
    other lines end like that; its currency is that of the other prices, if they have but one.
    """
    lines = in_lines(page.rows)
    ends = [line for line in lines if _ends_bare(line)]
    found, above = list[Price](), ""
    for line in lines:
        here = _in_line(line, above, numbers=len(ends) >= _COMMON)
        above = "" if here else " ".join(row.text for row in line)
        found += here
    known = {price.currency for price in found} - {""}
    if len(known) == 1:
        found = [replace(price, currency=price.currency or min(known)) for price in found]
    return found


def _in_line(line: Sequence[Row], above: str, *, numbers: bool) -> list[Price]:
    """The prices of one line. What stands alone is the price of what stands above it."""
    found, before = list[Price](), ""
    for row in line:
        start = 0
        for each in _sums(row, last=row is line[-1], first=row is line[0], numbers=numbers):
            label = named(f"{before} {row.text[start : each.start]}")
            written = row.text[each.start : each.end].strip()
            found.append(Price(label, each.amount, each.currency, row, written))
            before, start = "", each.end
        before = f"{before} {row.text[start:]}"
    if rest := named(before):
        found = [replace(each, label=each.label or rest) for each in found]
    return [replace(each, label=each.label or named(above)) for each in found]


def _sums(row: Row, *, last: bool, first: bool, numbers: bool) -> list[Sum]:
    found = sums(row.text)
    if not found and last and (number := bare(row.text)) is not None:
        labelled = not first or bool(named(row.text[: number.start]))
        cents = number.amount.as_tuple().exponent == -2
        return [number] if labelled and (numbers or cents) else []
    return found


def _ends_bare(line: Sequence[Row]) -> bool:
    """Whether a line ends with a number after something else, and has no sum of money."""
    if any(sums(row.text) for row in line):
        return False
    number = bare(line[-1].text)
    return number is not None and (len(line) > 1 or bool(named(line[0].text[: number.start])))


def named(text: str) -> str:
    """A label without the dots that lead from it to its price."""
    return _LEADER.sub("", _LEADER.sub("", text))
