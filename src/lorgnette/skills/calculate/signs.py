"""How English and Chinese say signs."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from typing import TypeVar

from lorgnette.core.slots.numerals import chinese, english
from lorgnette.skills.calculate.expression import Applied, Node, Number
from lorgnette.skills.calculate.reading import Reader, Signs, Verb, Words, share_in

T = TypeVar("T")

_WRITTEN = {"+": "+", "-": "−", "*": "×", "×": "×", "x": "×", "/": "÷", "÷": "÷", "^": "^"}
"""Signs as they are typed, the same everywhere."""

_ORDINALS = {name: number for number, name in enumerate(english.ORDINALS, 1)}


def _power(exponent: int) -> Callable[[Node], Node]:
    return lambda node: Applied("^", (node, Number(Fraction(exponent))))


def _percent(node: Node) -> Node:
    return Applied("%", (node,))


def _root(node: Node) -> Node:
    return Applied("√", (node,))


def _to_the_nth(reader: Reader, node: Node) -> Node | None:
    """«to the tenth power»."""
    words = (*reader.words[reader.at : reader.at + 3], "", "", "")
    if words[:2] != ("to", "the") or words[2] not in _ORDINALS:
        return None
    reader.at += 3
    reader.take(("power",))
    return _power(_ORDINALS[words[2]])(node)


def _of_which(reader: Reader, node: Node) -> Node | None:
    """八十的百分之十五, 二的十次方."""
    start = reader.at
    operand = reader.fraction() or reader.rooted() if reader.take(("的",)) else None
    if isinstance(operand, Number) and reader.take(("次", "方")):
        return Applied("^", (node, operand))
    share = None if operand is None else share_in(operand)
    if share is not None:
        return Applied("of", (share, node))
    reader.at = start
    return None


@cache
def english_signs() -> Signs:
    """«plus», «multiplied by», «percent of», «squared»."""
    number = f"({english.BELOW_1000})"
    between = f"(plus|minus|times|multiplied by|divided by|over) {number}"
    return Signs(
        numbers=english.numbers,
        between=phrases(
            _WRITTEN
            | {"plus": "+", "add": "+", "added to": "+", "minus": "−", "take away": "−"}
            | {"times": "×", "multiplied by": "×", "divided by": "÷", "over": "÷"}
            | {"to the power of": "^", "to the power": "^", "raised to the power of": "^"}
            | {"of": "of", "tip on": "of", "off": "off", "off of": "off"}
        ),
        before=phrases({"square root of": "√", "the square root of": "√", "sqrt": "√", "√": "√"}),
        behind=phrases(
            {"percent": _percent, "per cent": _percent, "%": _percent}
            | {"squared": _power(2), "cubed": _power(3)}
        ),
        verbs=phrases(
            {
                "add": Verb("+", joints("and", "to")),
                "the sum of": Verb("+", joints("and")),
                "subtract": Verb("−", joints("from"), swapped=True),
                "take": Verb("−", joints("from", "away from"), swapped=True),
                "the difference between": Verb("−", joints("and")),
                "multiply": Verb("×", joints("by", "and", "with")),
                "the product of": Verb("×", joints("and")),
                "divide": Verb("÷", joints("by")),
            }
        ),
        tail=_to_the_nth,
        template=(
            f"{number} {between} [{between}]|({english.BELOW_100}) percent (of|off) {number}"
            f"|[the] square root of {number}|{number} (squared|cubed|to the power of {number})"
            f"|(half|a third|a quarter|three quarters) of {number}"
        ),
    )


@cache
def chinese_signs() -> Signs:
    """加, 乘以, 的平方, 百分之十五."""
    number = f"({chinese.WHOLE})"
    between = f"(加|加上|减|减去|乘|乘以|除以){number}"
    return Signs(
        numbers=chinese.numbers,
        between=phrases(
            _WRITTEN
            | {"加": "+", "加上": "+", "减": "−", "减去": "−"}
            | {"乘": "×", "乘以": "×", "乘上": "×", "除以": "÷"}
        ),
        before=phrases({"根号": "√", "√": "√", "百分之": "%"}),
        behind=phrases(
            {"%": _percent, "的平方": _power(2), "平方": _power(2), "的立方": _power(3)}
            | {"的平方根": _root, "开平方": _root}
            | {"的一半": lambda node: Applied("of", (Number(Fraction(1, 2)), node))}
        ),
        verbs={},
        tail=_of_which,
        template=(
            f"{number}{between}[{between}]|{number}的百分之({chinese.BELOW_100})|根号{number}"
            f"|{number}的(平方|立方|平方根|一半|({chinese.BELOW_100})次方)"
            f"|{number}的({chinese.DIGIT})分之({chinese.DIGIT})"
        ),
    )


def phrases(said: Mapping[str, T]) -> dict[Words, T]:
    """Phrases by their words."""
    return {words(phrase): value for phrase, value in said.items()}


def joints(*said: str) -> frozenset[Words]:
    """What stands between the two numbers of a verb."""
    return frozenset(map(words, said))


def words(phrase: str) -> Words:
    """The words of a phrase: a Chinese one has a word a character."""
    return tuple(phrase.split() if phrase.isascii() else phrase)
