"""Orders coffee: the command language of `data/speech/commands`, as a skill anybody could write.

Its templates say in general what `sentences.txt` there says 432 times.
"""

from collections.abc import Iterable
from itertools import product
from typing import Literal

from lorgnette.core.slots.choice import Choice
from lorgnette.core.slots.registry import register
from lorgnette.skills import Reply, Skill, Turn

skill = Skill("coffee")

Drink = Literal[
    "americano",
    "cappuccino",
    "coffee",
    "drip coffee",
    "espresso",
    "house coffee",
    "iced coffee",
    "iced mocha",
    "latte",
    "mocha",
]
Shots = Literal["single shot", "double shot", "triple shot"]
Roast = Literal["light roast", "medium roast", "dark roast"]
Size = Literal[
    "small", "medium", "large", "eight ounce", "twelve ounce", "sixteen ounce", "twenty ounce"
]

AMOUNTS = ("", "some ", "a bit of ", "a little bit of ", "a lot of ", "lots of ")
MILKS = ("milk", "cream", "almond milk", "skim milk", "soy milk", "whole milk")
SUGARS = ("sugar", "brown sugar", "sweetener")


class Milk(str):
    """Milk or cream, and how much of it."""

    __slots__ = ()


class Sugar(str):
    """Something sweet, and how much of it."""

    __slots__ = ()


def measured(kinds: Iterable[str]) -> list[str]:
    """Every kind in every amount."""
    return [amount + kind for amount, kind in product(AMOUNTS, kinds)]


register(Milk, Choice({each: Milk(each) for each in measured(MILKS)}, "milk"))
register(Sugar, Choice({each: Sugar(each) for each in measured(SUGARS)}, "sugar"))

PLEASE = (
    "((brew|make|get|give|bring) [me]|(can|could|may) I (get|have|order)|I (want|need|'ll have)"
    "|(I'd|I would) like|order) [a|an|some]"
)
EXTRAS = "[with ({milk} [and [with] {sugar}]|{sugar} [and [with] {milk}])]"


@skill.action(f"[please] {PLEASE} ([{{shots}}];[{{roast}}];[{{size}}]) {{drink}} {EXTRAS} [please]")
async def order(
    turn: Turn,
    drink: Drink,
    shots: Shots | None = None,
    roast: Roast | None = None,
    size: Size | None = None,
    milk: Milk | None = None,
    sugar: Sugar | None = None,
) -> Reply:
    """Order a coffee."""
    del turn
    words = " ".join(each for each in (size, roast, shots, drink) if each)
    extras = " and ".join(each for each in (milk, sugar) if each)
    drink_as_ordered = f"{words} with {extras}" if extras else words
    return Reply(say=f"One {drink_as_ordered}.", title="Coffee", body=drink_as_ordered)
