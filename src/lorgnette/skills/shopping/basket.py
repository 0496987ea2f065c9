"""What is in the basket, and what it costs together."""

from collections.abc import Sequence

from lorgnette.core import cards
from lorgnette.core.slots.money import Money
from lorgnette.engines import Stored
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.shopping.kept import InBasket
from lorgnette.skills.shopping.knowing import Known, last, minor, money
from lorgnette.skills.shopping.skill import skill


@skill.action(
    "(put|add) (it|this|that) (in|into|to) (my|the) (basket|cart|trolley) [for {price}]",
    "[I] (take|I'll take) (it|this|that) for {price}",
)
async def put_in(turn: Turn, price: Money | None = None) -> Reply:
    """Put the product into the basket, and say what everything costs."""
    found = await last(turn)
    if found is None:
        return Reply(say=turn.message("which-this"))
    value, currency = (minor(price), price.currency) if price is not None else latest(found)
    name = found.name(turn.language) or found.gtin
    await turn.shelf(InBasket).add(InBasket(name, value, currency))
    return Reply(say=f"{name}. {total(turn, await turn.shelf(InBasket).all())}")


def latest(found: Known) -> tuple[int | None, str]:
    """The price that was seen last, by the wearer before others."""
    own = [seen for seen in found.prices if not seen.source and not seen.per]
    newest = max(own, key=lambda seen: seen.date, default=None)
    return (newest.price, newest.currency) if newest is not None else (None, "")


def total(turn: Turn, items: Sequence[Stored[InBasket]]) -> str:
    """What is in the basket costs so much, and how much of it nobody knows."""
    sums: dict[str, int] = {}
    for stored in items:
        if stored.item.price is not None:
            sums[stored.item.currency] = sums.get(stored.item.currency, 0) + stored.item.price
    shown = ", ".join(str(turn.show(money(value, code))) for code, value in sums.items())
    unknown = sum(stored.item.price is None for stored in items)
    if not sums:
        return turn.message("basket-unpriced", count=len(items))
    if unknown:
        return turn.message("basket-partly", count=len(items), total=shown, unknown=unknown)
    return turn.message("basket-total", count=len(items), total=shown)


@skill.action(
    "(what's|what is) in (my|the) (basket|cart|trolley)",
    "(what's|what is) (my|the) total [so far]",
    "how much is in (my|the) (basket|cart|trolley)",
)
async def basket(turn: Turn) -> Reply:
    """Tell what is in the basket, and what it costs together."""
    items = await turn.shelf(InBasket).all()
    if not items:
        return Reply(say=turn.message("basket-empty"))
    lines = tuple(
        cards.Line(
            each.name, str(turn.show(money(each.price, each.currency))) if each.price else ""
        )
        for each in (stored.item for stored in items)
    )
    said = total(turn, items)
    return Reply(say=said, card=cards.List(title=said, items=lines))


@skill.action("(empty|clear) (my|the) (basket|cart|trolley)", "I have paid", careful=True)
async def clear_basket(turn: Turn) -> Reply:
    """Empty the basket, after a yes."""
    items = await turn.shelf(InBasket).all()
    if not items:
        return Reply(say=turn.message("basket-empty"))

    async def commit() -> Reply:
        await turn.shelf(InBasket).clear()
        return Reply(say=turn.message("basket-cleared"))

    return Reply(offer=Offer(turn.message("ask-clear-basket", count=len(items)), commit))
