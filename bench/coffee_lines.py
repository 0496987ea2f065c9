"""A skill made of the sentences of a sample, as they are, by somebody who thinks of no others.

`source` writes it: one template for each sentence that is not there yet, its words replaced by the
slots that they are values of. Nothing says that parts may be left out or stand in another order.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import get_args

from coffee import MILKS, SUGARS, Drink, Roast, Shots, Size, measured

VALUES: Mapping[str, Iterable[str]] = {
    "drink": get_args(Drink),
    "shots": get_args(Shots),
    "roast": get_args(Roast),
    "size": get_args(Size),
    "milk": measured(MILKS),
    "sugar": measured(SUGARS),
}

SKILL = '''\
"""Orders coffee in these words."""

from typing import Literal

from lorgnette.skills import Reply, Skill, Turn

skill = Skill("coffee")

{kinds}


@skill.action(
{templates}
)
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
    return Reply(say=f"One {{drink}}.")
'''


def source(sentences: Path) -> str:
    """The Python of the skill."""
    kinds = (f"{slot.title()} = Literal{list(said)}" for slot, said in VALUES.items())
    lines = sentences.read_text().splitlines()
    templates = (f"    {each!r}," for each in dict.fromkeys(map(template, lines)))
    return SKILL.format(kinds="\n".join(kinds), templates="\n".join(templates))


def template(sentence: str) -> str:
    """A sentence with slots in the place of their values."""
    text = f" {sentence.strip()} "
    for value, slot in sorted(values(), key=lambda pair: -len(pair[0])):
        text = text.replace(f" {value} ", f" {{{slot}}} ")
    return text.strip()


def values() -> Iterator[tuple[str, str]]:
    """Every value of every slot."""
    for slot, said in VALUES.items():
        for value in said:
            yield value, slot
