"""What is in the product that was looked at: ingredients, allergens, and how much of what."""

from enum import Enum
from typing import Final

import msgspec

from lorgnette.core import cards
from lorgnette.core.allergens import WORDS, Risk, canonical, risk
from lorgnette.core.goods import Good
from lorgnette.core.slots import register
from lorgnette.core.slots.choice import Choice
from lorgnette.core.writing import showable
from lorgnette.skills import Reply, Turn
from lorgnette.skills.shopping import telling
from lorgnette.skills.shopping.called import Ware
from lorgnette.skills.shopping.knowing import last
from lorgnette.skills.shopping.skill import skill

SPOKEN: Final = 300
"""Characters of the ingredients that are said; all of them are on the page."""


class Allergen(msgspec.Struct, frozen=True):
    """One of the allergens that labels must name."""

    name: str


register(
    Allergen,
    Choice(
        {"|".join(sorted(words)): Allergen(name) for name, words in WORDS.items()},
        "allergen",
        guessed=False,
    ),
)


class Nutrient(Enum):
    """What can be asked for of what a label says about 100 g."""

    ENERGY = "energy-kcal"
    SUGARS = "sugars"
    FAT = "fat"
    SATURATED = "saturated-fat"
    CARBOHYDRATES = "carbohydrates"
    FIBRE = "fiber"
    PROTEIN = "proteins"
    SALT = "salt"


register(
    Nutrient,
    Choice(
        {
            "calories|energy|kilocalories|热量|卡路里|能量": Nutrient.ENERGY,
            "sugar|sugars|糖|糖分": Nutrient.SUGARS,
            "fat|脂肪": Nutrient.FAT,
            "saturated fat|饱和脂肪": Nutrient.SATURATED,
            "carbohydrates|carbs|碳水化合物|碳水": Nutrient.CARBOHYDRATES,
            "fibre|fiber|膳食纤维|纤维": Nutrient.FIBRE,
            "protein|proteins|蛋白质": Nutrient.PROTEIN,
            "salt|sodium|盐|盐分": Nutrient.SALT,
        },
        "nutrient",
        guessed=False,
    ),
)


@skill.action(
    "(what's|what is) in (it|this|that)",
    "(what is|what's) (it|this|that) made (of|from)",
    "what are the ingredients [of (it|this|that)]",
    "(read|tell me) [me] the ingredients",
)
async def ingredients(turn: Turn) -> Reply:
    """Tell the ingredients of the product."""
    found = await last(turn)
    if found is None:
        return Reply(say=turn.message("which-this"))
    if found.good is None or not found.good.ingredients:
        return Reply(say=turn.message("no-ingredients"))
    text = found.good.ingredients
    card = cards.Text(
        title=found.name(turn.language), lines=(cards.Line(text),), page=f"goods/{found.gtin}"
    )
    return Reply(say=showable(text, SPOKEN), card=card)


@skill.action(
    "does (it|this|that) contain [any] {what}",
    "does (it|this|that) have [any] {what} in it",
    "(is|are) there [any] {what} in (it|this|that)",
    "is (it|this|that) free (of|from) {what}",
)
async def contains(turn: Turn, what: Ware) -> Reply:
    """Tell what the label says about something in the product."""
    return await told(turn, canonical(what))


@skill.action("is (it|this|that) {allergen} free")
async def free_of(turn: Turn, allergen: Allergen) -> Reply:
    """Tell what the label says about an allergen in the product."""
    return await told(turn, allergen.name)


async def told(turn: Turn, name: str) -> Reply:
    """What the label says about one thing that somebody may not eat."""
    found = await last(turn)
    if found is None:
        return Reply(say=turn.message("which-this"))
    told = risk(found.good, name) if found.good is not None else Risk.UNKNOWN
    return Reply(say=turn.message(f"risk-{told}", what=telling.allergen(turn, name)))


@skill.action(
    "how (much|many) {nutrient} (is|are) in (it|this|that)",
    "how (much|many) {nutrient} (does|do) (it|this|that) (have|contain)",
)
async def nutrition(turn: Turn, nutrient: Nutrient) -> Reply:
    """Tell how much of something is in 100 g of the product."""
    found = await last(turn)
    if found is None:
        return Reply(say=turn.message("which-this"))
    name = turn.show(nutrient)
    value = found.good.nutrition.get(nutrient.value) if found.good is not None else None
    if value is None or found.good is None:
        return Reply(say=turn.message("no-nutrition", what=name))
    unit = "kcal" if nutrient is Nutrient.ENERGY else "g"
    return Reply(
        say=turn.message(f"nutrition-{unit}", what=name, value=f"{value:g}", of=per(found.good)),
        card=telling.card(turn, found, ()),
    )


def per(good: Good) -> str:
    """What nutrition is told for: drinks by 100 ml."""
    return "ml" if good.amount is not None and good.amount.unit == "ml" else "g"
