"""What is in the basket, and what it costs together."""

from collections.abc import Sequence

from lorgnette.core import cards
from lorgnette.core.sentences import glued
from lorgnette.core.slots.money import Money
from lorgnette.engines import Stored
from lorgnette.skills import Reply, Turn
from lorgnette.skills.priced import InBasket, SeenPrice, last_price, minor, money, sums
from lorgnette.skills.shopping.called import Ware, bare, called
from lorgnette.skills.shopping.emptying import emptied
from lorgnette.skills.shopping.knowing import last
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
    name = found.name(turn.language) or found.gtin
    seen = await last_price(turn.shelf(SeenPrice), found.gtin)
    taken = InBasket(name, seen.price, seen.currency) if seen else InBasket(name)
    return await taken_along(turn, taken, price)


@skill.action(
    "(put|add) {item} (in|into|to) (my|the) (basket|cart|trolley)",
    "(put|add) {item} (in|into|to) (my|the) (basket|cart|trolley) for {price}",
)
async def put_named(turn: Turn, item: Ware, price: Money | None = None) -> Reply:
    """Put something into the basket that is named."""
    return await taken_along(turn, InBasket(bare(item)), price)


async def taken_along(turn: Turn, taken: InBasket, price: Money | None) -> Reply:
    """Put something into the basket, for a price if one was said; and what everything costs."""
    if price is not None:
        taken = InBasket(taken.name, minor(price), price.currency)
    await turn.shelf(InBasket).add(taken)
    together = total(turn, await turn.shelf(InBasket).all())
    return Reply(say=turn.message("basket-now", name=taken.name, total=together))


@skill.action(
    "(take|put) (it|this|that) (out of|from) (my|the) (basket|cart|trolley)",
    "(take|put) (it|this|that) back",
    "(remove|delete) (it|this|that) from (my|the) (basket|cart|trolley)",
    "take {item} (out of|from) (my|the) (basket|cart|trolley)",
    "(remove|delete) {item} from (my|the) (basket|cart|trolley)",
)
async def take_out(turn: Turn, item: Ware | None = None) -> Reply:
    """Take something out of the basket: what was put there last, or what is named."""
    shelf = turn.shelf(InBasket)
    kept = await shelf.all()
    if not kept:
        return Reply(say=turn.message("basket-empty"))
    found = called((each.item.name for each in kept), item) if item else [len(kept) - 1]
    if not found:
        return Reply(say=turn.message("not-in-basket", item=bare(item or "")))
    out = kept[found[-1]]
    await shelf.remove(out.id)
    left = total(turn, await shelf.all()) if len(kept) > 1 else turn.message("cleared-basket")
    return Reply(say=glued([turn.message("out-of-basket", item=out.item.name), left]))


def total(turn: Turn, items: Sequence[Stored[InBasket]]) -> str:
    """What is in the basket costs so much, and how much of it nobody knows."""
    costs = sums(items)
    shown = ", ".join(str(turn.show(money(value, code))) for code, value in costs.items())
    unknown = sum(stored.item.price is None for stored in items)
    if not costs:
        return turn.message("basket-unpriced", count=len(items))
    if unknown:
        return turn.message("basket-partly", count=len(items), total=shown, unknown=unknown)
    return turn.message("basket-total", count=len(items), total=shown)


@skill.action(
    "(what's|what is) in (my|the) (basket|cart|trolley)",
    "(what's|what is) (my|the) total [so far]",
    "how much is in (my|the) (basket|cart|trolley)",
    "what (have I got|do I have) in (my|the) (basket|cart|trolley)",
    "show [me] (my|the) (basket|cart|trolley)",
    "how many things are in (my|the) (basket|cart|trolley)",
    "how much (do|will) I have to pay",
    "how much is (everything|it all) [together]",
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
    return Reply(say=said, card=cards.List(title=said, items=lines, page="goods"))


@skill.action("(empty|clear) (my|the) (basket|cart|trolley)", "I have [already] paid", careful=True)
async def clear_basket(turn: Turn) -> Reply:
    """Empty the basket, after a yes."""
    return await emptied(turn, InBasket, "basket")
