"""What is still to be bought."""

from lorgnette.core import cards
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.priced import Wanted
from lorgnette.skills.shopping.skill import skill


@skill.action(
    "(add|put|write) {item} (to|on|onto) (my|the) shopping list",
    "I (need|have) to buy {item}",
    "we (need|are out of) {item}",
)
async def want(turn: Turn, item: str) -> Reply:
    """Put something on the shopping list."""
    await turn.shelf(Wanted).add(Wanted(item))
    return Reply(say=turn.message("wanted", item=item))


@skill.action(
    "(what's|what is) on (my|the) shopping list",
    "(show|read) [me] (my|the) shopping list",
    "what do I (need|have) to buy",
)
async def wanted(turn: Turn) -> Reply:
    """Tell what is on the shopping list."""
    items = await turn.shelf(Wanted).all()
    if not items:
        return Reply(say=turn.message("list-empty"))
    lines = tuple(cards.Line(stored.item.text) for stored in items)
    said = ", ".join(stored.item.text for stored in items)
    return Reply(
        say=turn.message("list-has", items=said),
        card=cards.List(title=turn.message("list-title"), items=lines),
    )


@skill.action(
    "(take|cross|strike|remove|delete) {item} (off|from) (my|the) shopping list",
    "I (have|got|bought) [the] {item} from (my|the) [shopping] list",
)
async def bought(turn: Turn, item: str) -> Reply:
    """Take something off the shopping list."""
    shelf = turn.shelf(Wanted)
    found = [each for each in await shelf.all() if same(each.item.text, item)]
    if not found:
        return Reply(say=turn.message("not-on-list", item=item))
    await shelf.remove(*(each.id for each in found))
    return Reply(say=turn.message("off-list", item=item))


def same(one: str, other: str) -> bool:
    """Whether two texts name one thing: without the article and capitals."""
    plain = (text.lower().removeprefix("the ").removeprefix("some ") for text in (one, other))
    return len(set(plain)) == 1


@skill.action("(clear|delete|empty) (my|the) [whole] shopping list", careful=True)
async def clear_list(turn: Turn) -> Reply:
    """Empty the shopping list, after a yes."""
    items = await turn.shelf(Wanted).all()
    if not items:
        return Reply(say=turn.message("list-empty"))

    async def commit() -> Reply:
        await turn.shelf(Wanted).clear()
        return Reply(say=turn.message("list-cleared"))

    return Reply(offer=Offer(turn.message("ask-clear-list", count=len(items)), commit))
