"""Short facts of the product that was looked at: who makes it, how much it is, until when."""

from lorgnette.core.codes import Product
from lorgnette.skills import Reply, Turn
from lorgnette.skills.lately import Scanned
from lorgnette.skills.shopping import telling
from lorgnette.skills.shopping.knowing import last
from lorgnette.skills.shopping.skill import skill


@skill.action(
    "(what|which) brand is (it|this|that)",
    "(what's|what is) the brand [of (it|this|that)]",
    "who (makes|made) (it|this|that)",
)
async def brand(turn: Turn) -> Reply:
    """Tell who makes the product."""
    found = await last(turn)
    if found is None:
        return Reply(say=turn.message("which-this"))
    named = (found.good.brand or found.good.maker) if found.good is not None else ""
    return Reply(say=named or turn.message("not-told"))


@skill.action(
    "how (big|heavy) is (it|this|that)",
    "what size is (it|this|that)",
    "how much is in (it|this|that)",
    "how much does (it|this|that) weigh",
)
async def size(turn: Turn) -> Reply:
    """Tell how much is in the package."""
    found = await last(turn)
    if found is None:
        return Reply(say=turn.message("which-this"))
    amount = telling.amount(found.good) if found.good is not None else ""
    return Reply(say=amount or turn.message("not-told"))


@skill.action(
    "when does (it|this|that) expire",
    "when is (it|this|that) best before",
    "(what's|what is) the (expiry|best before) date",
)
async def expiry(turn: Turn) -> Reply:
    """Tell until when the product is good, when its code says so."""
    seen = turn.lately.last(Scanned, turn.now)
    if seen is None or not isinstance(seen.content, Product):
        return Reply(say=turn.message("which-this"))
    date = seen.content.expires or seen.content.best_before
    if date is None:
        return Reply(say=turn.message("no-expiry"))
    return Reply(say=turn.message("expires", date=turn.show(date)))
