"""Sums as trees: `3 + 4 × 2`, `15% of 80`, `√16`."""

from fractions import Fraction

import msgspec

from lorgnette.core.types import CHINESE, Language
from lorgnette.skills.calculate.rounding import rounded

STRENGTH = {"+": 1, "−": 1, "×": 2, "÷": 2, "of": 2, "^": 3, "√": 4, "%": 4}
"""How firmly a sign binds; of equal ones the left one comes first."""


class Number(msgspec.Struct, frozen=True):
    """A number, exactly."""

    value: Fraction


class Applied(msgspec.Struct, frozen=True):
    """A sign with its operands: one for `√` and `%`, two for all others."""

    sign: str
    operands: tuple["Node", ...]


Node = Number | Applied


def written(node: Node, language: Language) -> str:
    """The sum in signs, with the brackets it needs."""
    if isinstance(node, Number):
        text, exact = rounded(node.value)
        return text if exact else str(node.value)
    first = node.operands[0]
    if node.sign == "√":
        return f"√{inside(first, 4, language)}"
    if node.sign == "%":
        return f"{inside(first, 4, language)}%"
    strength = STRENGTH[node.sign]
    left = inside(first, strength + (node.sign == "^"), language)
    right = inside(node.operands[1], strength + 1, language)
    if node.sign == "of":
        part = str(first.value) if isinstance(first, Number) else left
        return f"{right}的{part}" if language == CHINESE else f"{part} of {right}"
    return f"{left}^{right}" if node.sign == "^" else f"{left} {node.sign} {right}"


def inside(node: Node, strength: int, language: Language) -> str:
    """An operand, in brackets when its sign binds less firmly than `strength`."""
    text = written(node, language)
    weak = isinstance(node, Applied) and STRENGTH[node.sign] < strength
    return f"({text})" if weak else text
