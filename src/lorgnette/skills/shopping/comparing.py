"""Where a product costs how much: anywhere, near the wearer, and nearest to them."""

from collections.abc import Sequence

from lorgnette.core.goods import Observation
from lorgnette.core.prices import nearby, nearest
from lorgnette.skills import Reply, Turn
from lorgnette.skills.priced import Known
from lorgnette.skills.shopping import telling
from lorgnette.skills.shopping.knowing import last
from lorgnette.skills.shopping.skill import skill
from lorgnette.skills.whereabouts import LOCATING


@skill.action(
    "(compare|show me) [the] prices",
    "what does (it|this|that) cost (elsewhere|in other shops|in other stores)",
    "(what does|how much does) (it|this|that) cost",
    "how much is (it|this|that)",
    "where is (it|this|that) (cheapest|cheaper)",
    "(where can I get|who sells) (it|this|that) (cheapest|cheaper)",
)
async def compare(turn: Turn) -> Reply:
    """Tell where the product costs how much."""
    found, shops = await asked(turn)
    if found is None or not shops:
        return nothing(turn, found)
    return told(turn, found, "cheapest", shops[0])


@skill.action(
    "[the] cheapest (nearby|near me|around here)",
    "where (is|can I get) (it|this|that) (cheapest|cheaper) (nearby|near me|around here)",
    patience=LOCATING,
)
async def cheapest_nearby(turn: Turn) -> Reply:
    """Tell which shop near the wearer has the product for the least."""
    found, shops = await asked(turn)
    if found is None or not shops:
        return nothing(turn, found)
    turn = await turn.located(skill.name)
    here = turn.glasses.position
    if here is None:
        return told(turn, found, "cheapest", shops[0], before="no-position")
    near = nearby(shops, here)
    if near:
        return told(turn, found, "cheapest-nearby", near[0])
    next_best = nearest(shops, here)
    if next_best is None:
        return told(turn, found, "cheapest", shops[0], before="no-shop-places")
    return told(turn, found, "nearest", next_best, before="none-nearby")


@skill.action(
    "where is the (nearest|closest) (shop|store) (with|for|that has|that sells) (it|this|that)",
    "where can I (get|buy) (it|this|that) (nearby|near me|around here)",
    patience=LOCATING,
)
async def nearest_shop(turn: Turn) -> Reply:
    """Tell which shop that has the product is nearest to the wearer."""
    found, shops = await asked(turn)
    if found is None or not shops:
        return nothing(turn, found)
    turn = await turn.located(skill.name)
    here = turn.glasses.position
    best = nearest(shops, here) if here is not None else None
    if best is None:
        lacks = "no-position" if here is None else "no-shop-places"
        return told(turn, found, "cheapest", shops[0], before=lacks)
    return told(turn, found, "nearest", best)


async def asked(turn: Turn) -> tuple[Known | None, Sequence[Observation]]:
    """The product that is meant, and the last price of each shop, the lowest first."""
    found = await last(turn)
    return found, telling.newest(turn, found.prices) if found else ()


def nothing(turn: Turn, found: Known | None) -> Reply:
    """No product is meant, or nobody knows what it costs."""
    return Reply(say=turn.message("which-this" if found is None else "no-prices-known"))


def told(turn: Turn, found: Known, message: str, seen: Observation, before: str = "") -> Reply:
    """A price and where it was seen, with the others on the lens; `before` says what lacks."""
    said = turn.message(
        message,
        price=telling.price(turn, seen),
        shop=telling.shop(turn, seen),
        date=turn.show(seen.date),
    )
    lacks = turn.message(before) if before else ""
    return Reply(say=f"{lacks} {said}".strip(), card=telling.card(turn, found, ()))
