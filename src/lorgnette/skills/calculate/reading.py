"""Words into sums: one pass from left to right, for any language.

An operand is the longest number that begins at a word; signs bind as firmly as `STRENGTH` says.
How a language says signs is a table, see `signs`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import msgspec

from lorgnette.core.slots.numerals.digits import Numeral, number
from lorgnette.core.slots.slot import MOST_WORDS
from lorgnette.skills.calculate.expression import STRENGTH, Applied, Node, Number

LONGEST_PHRASE = 5
"""Words of the longest way to say a sign: «to the power of»."""

Words = tuple[str, ...]


class Verb(msgspec.Struct, frozen=True):
    """«subtract 3 from 10»: the sign, the words between, and whether the second comes first."""

    sign: str
    joints: frozenset[Words]
    swapped: bool = False


class Signs(msgspec.Struct, frozen=True):
    """How a language says signs: between, before and behind their operands.

    `numbers` finds the numbers that begin at a word. `tail` reads whatever else may stand behind
    an operand. `template` is how sums are expected to be said.
    """

    numbers: Callable[[Sequence[str], int], list[tuple[int, Numeral]]]
    between: Mapping[Words, str]
    before: Mapping[Words, str]
    behind: Mapping[Words, Callable[[Node], Node]]
    verbs: Mapping[Words, Verb]
    tail: "Callable[[Reader, Node], Node | None]"
    template: str


class Reader:
    """Reads a sum from some words; `at` is the next one. What is no sum is None."""

    def __init__(self, words: Sequence[str], signs: Signs) -> None:
        self.words = tuple(words)
        self.signs = signs
        self.at = 0

    def take(self, *phrases: Words) -> bool:
        """Step over the first of some phrases that stands here."""
        return self.longest(dict.fromkeys(phrases)) is not None

    def longest(self, phrases: Mapping[Words, object]) -> Words | None:
        """Step over the longest of some phrases that stands here."""
        for count in range(LONGEST_PHRASE, 0, -1):
            found = self.words[self.at : self.at + count]
            if len(found) == count and found in phrases:
                self.at += count
                return found
        return None

    def sum(self, strength: int = 1) -> Node | None:
        """Operands with the signs between them that bind at least so firmly."""
        left = self.deed() or self.operand()
        while left is not None:
            start = self.at
            longer = self.continued(left, strength)
            if longer is None:
                self.at = start
                return left
            left = longer
        return None

    def continued(self, left: Node, strength: int) -> Node | None:
        """The operand with the sign behind it and what follows that."""
        phrase = self.longest(self.signs.between)
        if phrase is None:
            return None
        sign = self.signs.between[phrase]
        binds = STRENGTH["of" if sign == "off" else sign]
        share = share_in(left) if sign in ("of", "off") else left
        if binds < strength or share is None:
            return None
        right = self.sum(binds if sign == "^" else binds + 1)
        if right is None:
            return None
        return Applied("−", (right, share)) if sign == "off" else Applied(sign, (share, right))

    def deed(self) -> Node | None:
        """«add 3 and 4»."""
        start = self.at
        phrase = self.longest(self.signs.verbs)
        if phrase is not None:
            verb = self.signs.verbs[phrase]
            first = self.sum()
            second = self.sum() if first is not None and self.take(*verb.joints) else None
            if first is not None and second is not None:
                pair = (second, first) if verb.swapped else (first, second)
                return Applied(verb.sign, pair)
        self.at = start
        return None

    def operand(self) -> Node | None:
        """A number, a root or brackets, and what stands right behind."""
        node = self.bracketed() if self.take(("(",)) else self.rooted() or self.number()
        while node is not None:
            phrase = self.longest(self.signs.behind)
            longer = self.signs.behind[phrase](node) if phrase else self.signs.tail(self, node)
            if longer is None:
                return node
            node = longer
        return None

    def bracketed(self) -> Node | None:
        """What stands in brackets; the last one may be missing."""
        node = self.sum()
        closed = self.take((")",)) or self.at == len(self.words)
        return node if closed else None

    def rooted(self) -> Node | None:
        """A sign that stands before its operand."""
        start = self.at
        phrase = self.longest(self.signs.before)
        node = self.operand() if phrase else None
        if phrase is None or node is None:
            self.at = start
            return None
        return Applied(self.signs.before[phrase], (node,))

    def number(self) -> Node | None:
        """The longest number that begins here; `20%` is one word."""
        if self.at == len(self.words):
            return None
        word = self.words[self.at]
        percent = number(word[:-1]) if word.endswith("%") else None
        if percent is not None:
            self.at += 1
            return Applied("%", (Number(exactly(percent)),))
        found = self.signs.numbers(self.words, self.at)
        if not found:
            return None
        self.at, value = max(found, key=lambda reading: reading[0])
        return Number(exactly(value))

    def fraction(self) -> Node | None:
        """A number, or two of them with a stroke between."""
        top = self.number()
        if top is None or not self.take(("/",)):
            return top
        bottom = self.number()
        return None if bottom is None else Applied("÷", (top, bottom))


def share_in(node: Node) -> Node | None:
    """The node as something that one can take *of* another, 15 % or a third; None if it is not."""
    match node:
        case Applied("%"):
            return node
        case Applied("÷", (Number(top), Number(bottom))) if 0 < top < bottom:
            return Number(top / bottom)
        case Number(value) if 0 < value < 1:
            return node
    return None


def exactly(value: Numeral) -> Fraction:
    """The number itself: a third was read as 28 digits of it."""
    endless = isinstance(value, Decimal) and -int(value.as_tuple().exponent) > 20
    return Fraction(value).limit_denominator(10**9) if endless else Fraction(value)


def read_sum(words: Sequence[str], signs: Signs) -> tuple[int, Applied] | None:
    """The sum that some words begin with, and how many of them it takes. A number is no sum."""
    parts, ends = divided(words[:MOST_WORDS])
    reader = Reader(parts, signs)
    node = reader.sum()
    if not isinstance(node, Applied) or node.sign == "%":
        return None
    reader.take(("=",))
    return ends[reader.at - 1], node


def divided(words: Sequence[str]) -> tuple[list[str], list[int]]:
    """The words with `3/4` as three of them, and how many words there were up to each.

    After a whole number a fraction belongs to it: `3 1/2`.
    """
    parts: list[str] = []
    ends: list[int] = []
    for count, word in enumerate(words, 1):
        fraction = re.fullmatch("([0-9]+)/([0-9]+)", word)
        mixed = count > 1 and words[count - 2].isdecimal()
        new = [fraction[1], "/", fraction[2]] if fraction and not mixed else [word]
        parts += new
        ends += [count] * len(new)
    return parts, ends
