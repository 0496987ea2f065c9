"""Products: what one is, what it costs here and elsewhere, and whether that is a good price."""

from collections.abc import Sequence

from msgspec.structs import replace

from lorgnette.core.codes import Product
from lorgnette.core.errors import NotOurs
from lorgnette.core.goods import Good
from lorgnette.core.prices import standing
from lorgnette.core.slots.money import Money
from lorgnette.engines import CATALOGUE
from lorgnette.skills import Ask, Reply, Turn
from lorgnette.skills.priced import Known, SeenPrice, Taught, last_price, minor, money
from lorgnette.skills.shopping import telling
from lorgnette.skills.shopping.called import Ware, bare, is_called
from lorgnette.skills.shopping.knowing import known, last, remember
from lorgnette.skills.shopping.skill import skill

CHOICES = 3
"""Products of one name that are offered to choose from."""


@skill.takes(Product)
async def product(turn: Turn, content: Product) -> Reply:
    """Tell what a product is, what is in it, and what it costs."""
    if content.internal:
        return Reply(say=turn.message("only-this-shop"))
    found = await known(turn, content.gtin)
    await remember(turn, found)
    return await telling.told(turn, found)


@skill.action(
    "(look up|tell me about) the product {words}",
    "what do you know about the product {words}",
    "find {words} in the catalogue",
)
async def look_up(turn: Turn, words: str) -> Reply:
    """Find a product by its name."""
    goods = await turn[CATALOGUE].search(words, language=turn.language, limit=CHOICES)
    if not goods:
        return Reply(say=turn.message("no-such-product", words=words))
    return await chosen(turn, goods, words)


@skill.action(
    "(I'm|I am|we are) looking for [the|some] {ware}",
    "(find|look for) [me] [the|some] {ware}",
)
async def seek(turn: Turn, ware: Ware) -> Reply:
    """Find a product that is looked for; what no catalogue has by that name is meant otherwise."""
    found = await turn[CATALOGUE].search(bare(ware), language=turn.language, limit=CHOICES)
    goods = [good for good in found if is_called(" ".join(good.names.values()), ware)]
    if not goods:
        raise NotOurs
    return await chosen(turn, goods, bare(ware))


async def chosen(turn: Turn, goods: Sequence[Good], words: str) -> Reply:
    """One of some products: the wearer says which, unless there is but one or one of that name."""

    async def show(choice: int) -> Reply:
        found = await known(turn, goods[choice].gtin)
        await remember(turn, found)
        return await telling.told(turn, found)

    if len(goods) == 1 or goods[0].name(turn.language).lower() == words.lower():
        return await show(0)
    names = tuple((full_name(turn, good),) for good in goods)
    return Reply(ask=Ask(turn.message("which-product"), show, choices=names))


def full_name(turn: Turn, good: Good) -> str:
    """A name that tells a product from its neighbours."""
    return " ".join(part for part in (good.name(turn.language), telling.amount(good)) if part)


@skill.action("(call|name) this product {name}", "this [product] is called {name}")
async def teach(turn: Turn, name: str) -> Reply:
    """Give a name to a product that no catalogue knows."""
    found = await last(turn)
    if found is None:
        return Reply(say=turn.message("which-this"))
    await turn.shelf(Taught).add(Taught(found.gtin, name))
    await remember(turn, await known(turn, found.gtin))
    return Reply(say=turn.message("taught", name=name))


@skill.action(
    "(it|this|that) (costs|is) {price} [here]",
    "(it|this|that) (costs|is) {price} (at|in) {shop}",
    "I (paid|see) {price} [for (it|this|that)] [here]",
)
async def price_here(turn: Turn, price: Money, shop: str = "") -> Reply:
    """Remember what the product costs here, and say whether that is a good price."""
    found = await last(turn)
    if found is None:
        return Reply(say=turn.message("which-this"))
    value = minor(price)
    if value is None:
        return Reply(say=turn.message("no-price"))
    judged = judgement(turn, found, value, price.currency)
    seen = SeenPrice(
        found.gtin, found.name(turn.language), value, price.currency, turn.now.date(), shop
    )
    await turn.shelf(SeenPrice).add(seen)
    return Reply(say=f"{turn.message('price-kept', price=price)} {judged}".strip())


def judgement(turn: Turn, found: Known, price: int, currency: str) -> str:
    """What a price is among the others; that too little is known, when it is."""
    others = standing(found.prices, currency, turn.now.date())
    judged = others.judge(price) if others is not None else None
    if others is None or judged is None:
        return turn.message("no-others")
    return turn.message(f"judged-{judged}", usual=money(others.usual, currency))


@skill.action(
    "is (this|that|it) a good price",
    "is (this|that|it) (cheap|expensive|good value)",
    "(do|should) I pay too much [for (this|that|it)]",
)
async def good_price(turn: Turn) -> Reply:
    """Say whether the last price of the product is a good one."""
    found = await last(turn)
    if found is None:
        return Reply(say=turn.message("which-this"))
    latest = await last_price(turn.shelf(SeenPrice), found.gtin)
    if latest is None:
        return Reply(say=turn.message("say-the-price"))
    others = [
        seen
        for seen in found.prices
        if (seen.price, seen.date, seen.shop) != (latest.price, latest.date, latest.shop)
    ]
    told = Known(found.gtin, found.good, found.taught, others)
    return Reply(say=judgement(turn, told, latest.price, latest.currency))


@skill.action(
    "(show|open) [me] (the|its) product page",
)
async def open_page(turn: Turn) -> Reply:
    """Open the page of the product, where the wearer's page is in front of them."""
    found = await last(turn)
    if found is None:
        return Reply(say=turn.message("which-this"))
    card = replace(telling.card(turn, found, ()), opens=True)
    return Reply(say=turn.message("on-the-page"), card=card)
