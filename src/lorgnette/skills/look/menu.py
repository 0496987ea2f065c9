"""What a menu or a price list that was read has, and what of it costs least."""

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from typing import Final, NewType

from lorgnette.core import cards
from lorgnette.core.errors import NotOurs
from lorgnette.core.pages.prices import prices as prices_of
from lorgnette.core.slots import register
from lorgnette.core.slots.choice import Choice
from lorgnette.core.slots.money import Money
from lorgnette.skills import Reply, Turn
from lorgnette.skills.lately import Scanned, Text
from lorgnette.skills.listed import like, told
from lorgnette.skills.look.meant import latest
from lorgnette.skills.look.reading import page_in_view, spoken, text_meant
from lorgnette.skills.look.skill import READING, skill


class Diet(Enum):
    """What somebody eats, by the words that say so on a menu."""

    VEGETARIAN = r"vegetar|végétar|veggie|vegan|\bveg\b|\(v\)|(?<![生元色因])素"
    VEGAN = r"vegan|végan|\(vg\)|纯素|全素"
    GLUTEN_FREE = r"gluten.?free|glutenfrei|sans gluten|sin gluten|\(gf\)|无麸质|不含麸质"
    HALAL = r"halal|清真"
    KOSHER = r"kosher|koscher|洁食"


Belief = NewType("Belief", Diet)
"""A diet that no catalogue of allergens knows about, so that a package must say it."""

BELIEFS: Final = {
    "vegetarian|(素食|素菜|素的|吃素的)": Diet.VEGETARIAN,
    "vegan|(纯素|全素)": Diet.VEGAN,
    "halal|清真": Diet.HALAL,
    "kosher|洁食": Diet.KOSHER,
}

DIETS: Final = {**BELIEFS, "gluten free|(无麸质|不含麸质)": Diet.GLUTEN_FREE}

register(Belief, Choice(BELIEFS, "belief", guessed=False))
register(Diet, Choice(DIETS, "diet", guessed=False))


class Extreme(Enum):
    """Which end of the prices."""

    LEAST = "least"
    MOST = "most"


register(
    Extreme,
    Choice(
        {
            "cheapest|最便宜": Extreme.LEAST,
            "(most expensive|priciest)|最贵": Extreme.MOST,
        },
        "extreme",
        guessed=False,
    ),
)


@skill.action(
    "(what's|what is|which is|which one is) [the] {extreme} [dish|meal|drink|thing|one]"
    " [on it|on the menu|on the list]",
    "(what|which) (dish|meal|drink) is [the] {extreme}",
    patience=READING,
)
async def extremes(turn: Turn, extreme: Extreme) -> Reply:
    """Tell what costs least, or most, of what was read last."""
    found = [price for price in prices_of((await text_meant(turn)).page) if price.label]
    if not found:
        return Reply(say=turn.message("no-prices"))
    usual = Counter(price.currency for price in found).most_common(1)[0][0]
    found = [price for price in found if price.currency == usual]
    best = (min if extreme is Extreme.LEAST else max)(price.amount for price in found)
    return told([price for price in found if price.amount == best])


@skill.action(
    "do they (have|sell|serve) [any] {word}",
    "(is|are) there [any] {word} on (it|this)",
)
async def has(turn: Turn, word: str) -> Reply:
    """Tell whether something is on what was read last."""
    lines = named(turn, word)
    return shown(turn, lines) if lines else Reply(say=turn.message("not-on-it", words=word))


@skill.action(
    "(is there|do they have|have they) (anything|something|any) {diet}"
    " [food|dishes|options] [here|on it|on the menu]",
    "[(do|can) you see] (anything|something) {diet} [here|on it|on the menu]",
    "(what|what here|which of these|which dishes|which ones) (is|are) {diet}",
    patience=READING,
)
async def suits(turn: Turn, diet: Diet) -> Reply:
    """Tell what a menu says is vegetarian, halal or the like, if it says so."""
    return saying(turn, diet, (await text_meant(turn)).lines)


@skill.action("is (it|this|that) {diet}", patience=READING)
async def is_it(turn: Turn, diet: Belief) -> Reply:
    """Tell whether the text, or the package of what was scanned, says that it is vegan or so."""
    scanned = isinstance(latest(turn), Scanned)
    text = Text(await page_in_view(turn)) if scanned else await text_meant(turn)
    return saying(turn, diet, text.lines)


def saying(turn: Turn, diet: Diet, lines: Sequence[str]) -> Reply:
    """The lines that say what is for somebody who eats so; that none does, if none does."""
    said = [line for line in lines if re.search(diet.value, line, re.IGNORECASE)]
    if not said:
        return Reply(say=turn.message("says-no-diet", diet=turn.show(diet)))
    return shown(turn, said)


@skill.action("(is|are) the {word} {diet}")
async def is_suited(turn: Turn, word: str, diet: Diet) -> Reply:
    """Tell whether a menu says of a dish that it is vegetarian, vegan, halal or the like."""
    lines = named(turn, word)
    return saying(turn, diet, lines) if lines else Reply(say=turn.message("not-on-it", words=word))


@skill.action(
    "what (costs|is) (less than|under|below) {price}",
    "what can I (get|have|buy) for [under|less than] {price}",
    "is there anything [for] (under|below|less than) {price}",
    patience=READING,
)
async def within(turn: Turn, price: Money) -> Reply:
    """Tell what costs no more than some money of what was read last."""
    found = prices_of((await text_meant(turn)).page)
    if not found:
        return Reply(say=turn.message("no-prices"))
    cheap = [
        each
        for each in found
        if each.currency in ("", price.currency) and each.amount <= price.amount
    ]
    if not cheap:
        return Reply(say=turn.message("nothing-within", price=price))
    return told(sorted(cheap, key=lambda each: each.amount, reverse=True))


def named(turn: Turn, word: str) -> Sequence[str]:
    """The lines of what was read last that name something. Raises NotOurs when nothing was read."""
    text = turn.lately.last(Text, turn.now)
    if text is None:
        raise NotOurs
    return like(text.lines, word, turn.language, str)


def shown(turn: Turn, lines: Sequence[str]) -> Reply:
    """Some lines of a page."""
    return Reply(say=spoken(turn, lines), card=cards.Text(lines=tuple(map(cards.Line, lines))))
