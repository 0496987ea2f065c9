"""What something costs that is named: loose goods by their category, others by their name."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import msgspec

from lorgnette.core import cards
from lorgnette.core.errors import EngineFailed, NotOurs, StoreFailed
from lorgnette.core.goods import Observation
from lorgnette.core.loose import categories, name_of, names
from lorgnette.core.prices import plotted, standing, usual_terms
from lorgnette.core.sentences import glued
from lorgnette.core.slots import register
from lorgnette.core.slots.choice import Choice
from lorgnette.core.slots.money import Money
from lorgnette.engines import CATALOGUE
from lorgnette.skills import Reply, Turn
from lorgnette.skills.listed import prices_of, told
from lorgnette.skills.priced import money
from lorgnette.skills.shopping import telling
from lorgnette.skills.shopping.called import Ware, bare, things
from lorgnette.skills.shopping.knowing import known, remember
from lorgnette.skills.shopping.skill import skill


class Loose(msgspec.Struct, frozen=True):
    """Loose goods that people name: bananas."""

    category: str


register(
    Loose,
    Choice(
        {"|".join((*english, *chinese)): Loose(tag) for tag, (english, chinese) in names().items()},
        "loose",
    ),
)


@skill.action(
    "what (do|does) {what} cost",
    "how much (is|are) [(a|the) kilo of|the] {what} [here]",
    "(what's|what is) the price of {what}",
)
async def loose_price(turn: Turn, what: Loose) -> Reply:
    """Tell what fruit, vegetables and other loose goods cost."""
    return await costs(turn, turn.show(what), categories(turn.show(what)))


@skill.action(
    "how much (is|are) (the|a|an) {ware} [here]",
    "(what is|what's|where is) the cheapest {ware}",
)
async def cost_here(turn: Turn, ware: Ware) -> Reply:
    """Tell what something costs; what nobody has a price of is meant otherwise."""
    reply = await costs(turn, bare(ware), categories(bare(ware)))
    if reply.card is None:
        raise NotOurs
    return reply


@skill.action(
    "what (do|does) {words} cost",
    "how much (do|does) {words} cost",
    "(what's|what is) the price of {words}",
)
async def cost(turn: Turn, words: str) -> Reply:
    """Tell what something costs that is named: on the page read last, a product, loose goods."""
    return await costs(turn, words, categories(words))


@skill.action("[and] (what about|how about) the {ware}")
async def cost_too(turn: Turn, ware: Ware) -> Reply:
    """Tell what something else on the price list costs."""
    if (read := on_page(turn, ware)) is None:
        raise NotOurs
    return read


async def costs(turn: Turn, words: str, meant: Sequence[str]) -> Reply:
    """What something costs: by the price list that was read last, by categories, or by its name."""
    if (read := on_page(turn, words)) is not None:
        return read
    failed = False
    for category in meant:
        try:
            seen = await turn[CATALOGUE].prices(category)
        except (EngineFailed, StoreFailed):
            failed = True
            continue
        if reply := loose(turn, category, seen):
            return reply
    for good in await turn[CATALOGUE].search(words, language=turn.language, limit=1):
        found = await known(turn, good.gtin)
        if found.prices:
            await remember(turn, found)
            return await telling.told(turn, found)
    return Reply(say=turn.message("prices-silent" if failed else "no-price-of", words=words))


def on_page(turn: Turn, words: str) -> Reply | None:
    """What something costs by the price list that was read last; None when none was.

    Of «the soup and the tea» it is what both cost, and together.
    """
    read = prices_of(turn, words)
    if read is None or read:
        return None if read is None else told(read)
    parts = [(part, prices_of(turn, part)) for part in things(words)]
    lacking = next((part for part, found in parts if not found), None)
    if lacking is not None:
        said = turn.message("not-on-it", words=bare(lacking))
        return Reply(say=said, card=cards.Text(lines=(cards.Line(said),)))
    each = [found[0] for _, found in parts if found]
    if len({price.currency for price in each}) > 1:
        return told(each)
    total = sum((price.amount for price in each), Decimal(0))
    cost = turn.show(Money(total, each[0].currency)) if each[0].currency else total
    reply = told(each)
    return replace(reply, say=glued([reply.say, turn.message("costs-together", total=str(cost))]))


def loose(turn: Turn, category: str, seen: Sequence[Observation]) -> Reply | None:
    """What loose goods cost; None when nobody saw a price that can be compared."""
    currency, per = usual_terms(seen)
    today = turn.now.date()
    found = standing(seen, currency, today, per)
    if found is None:
        return None
    name = name_of(category, turn.language).capitalize()
    said = turn.message(f"per-{per or 'piece'}", name=name, price=money(found.usual, currency))
    cheapest = found.cheapest
    if cheapest.price < found.usual:
        said += " " + turn.message(
            "loose-cheapest",
            price=telling.price(turn, cheapest),
            shop=telling.shop(turn, cheapest),
        )
    rows = [
        (telling.place(turn, each), telling.price(turn, each))
        for each in telling.newest(turn, seen, per)[:4]
    ]
    if bars := plotted(seen, currency, today, per=per):
        rows.append((turn.message("row-history"), bars))
    lines = tuple(cards.Line(*row) for row in rows)
    return Reply(
        say=said,
        card=cards.Text(title=name, lines=lines, footer=cheapest.source, page=f"goods/{category}"),
    )
