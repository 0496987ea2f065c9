"""What was read or looked at, put on the shopping list: «add it to my shopping list»."""

from collections.abc import Sequence
from typing import cast

from lorgnette.core import cards
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.lately import Scanned, Text
from lorgnette.skills.shopping.knowing import last
from lorgnette.skills.shopping.listing import listed
from lorgnette.skills.shopping.skill import skill


@skill.action(
    "(add|put|copy|write|save) (it|this|that|them|these|those|all of it)"
    " (to|on|onto|in|into) (my|the|our) [shopping|grocery] list",
)
async def want_it(turn: Turn) -> Reply:
    """Put the product that was looked at, or the lines that were read, on the shopping list."""
    seen = turn.lately.last(cast("type[Text | Scanned]", Text | Scanned), turn.now)
    if isinstance(seen, Text):
        return await all_of(turn, seen.names)
    found = await last(turn)
    if found is None:
        return Reply(say=turn.message("nothing-to-list"))
    return await listed(turn, [found.name(turn.language) or found.gtin])


async def all_of(turn: Turn, names: Sequence[str]) -> Reply:
    """Put some lines on the list: several only after a yes."""
    if len(names) == 1:
        return await listed(turn, names)

    async def commit() -> Reply:
        return await listed(turn, names)

    lines = tuple(map(cards.Line, names))
    title = turn.message("ask-list-lines", count=len(names))
    return Reply(offer=Offer(title, commit), card=cards.List(title=title, items=lines))
