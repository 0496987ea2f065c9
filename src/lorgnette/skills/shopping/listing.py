"""What is still to be bought."""

from collections.abc import Sequence

from lorgnette.core import cards
from lorgnette.core.errors import NotOurs
from lorgnette.engines import Stored
from lorgnette.skills import Reply, Turn
from lorgnette.skills.priced import Wanted
from lorgnette.skills.shopping.called import Ware, bare, called, things
from lorgnette.skills.shopping.emptying import emptied
from lorgnette.skills.shopping.knowing import last
from lorgnette.skills.shopping.skill import skill

POINTED = frozenset(("it", "this", "that", "这个", "那个", "它"))
"""Words that name nothing: the product is meant that was looked at."""


@skill.action(
    "(add|put|write) {item} (to|on|onto|in|into) (my|the|our) [shopping|grocery] list",
    "I (need|have) to buy {item}",
    "(don't forget|remember) to buy {item}",
    "we need {item}",
    "(we are|we're|I am|I'm) [all] out of {item}",
    "(we|I) (ran|have run) out of {item}",
)
async def want(turn: Turn, item: Ware) -> Reply:
    """Put something on the shopping list; «milk and eggs» are two things."""
    return await listed(turn, things(item))


async def listed(turn: Turn, items: Sequence[str]) -> Reply:
    """Put some things on the shopping list."""
    for each in items:
        await turn.shelf(Wanted).add(Wanted(each))
    return Reply(say=turn.message("wanted", item=together(turn, items)))


def together(turn: Turn, names: Sequence[str]) -> str:
    """Some names, as they are said: milk, eggs and bread."""
    *first, last = names
    if not first:
        return last
    return turn.message("together", first=turn.message("separator").join(first), last=last)


@skill.action(
    "(what's|what is) [left|still] on (my|the|our) [shopping|grocery] list [again]",
    "(show|read) [me] (my|the|our) (shopping|grocery) list",
    "(show|read) [me] my list",
    "what (do I|do we) [still] (need|have) to buy",
    "what else do (I|we) (need|have to buy|need to buy)",
    "what do (I|we) still need",
)
async def wanted(turn: Turn) -> Reply:
    """Tell what is on the shopping list."""
    return await told(turn, opens=False)


@skill.action(
    "(show|open) [me] (my|the|our) [shopping|grocery] list on (my|the) page",
    "send (my|the|our) [shopping|grocery] list to my (page|phone)",
)
async def list_on_page(turn: Turn) -> Reply:
    """Open the shopping list on the wearer's page."""
    return await told(turn, opens=True)


async def told(turn: Turn, *, opens: bool) -> Reply:
    """What is on the list; `opens`: on the page, too."""
    items = await turn.shelf(Wanted).all()
    if not items:
        return Reply(say=turn.message("list-empty"))
    lines = tuple(cards.Line(stored.item.text) for stored in items)
    said = turn.message("separator").join(stored.item.text for stored in items)
    return Reply(
        say=turn.message("list-has", items=said),
        card=cards.List(title=turn.message("list-title"), items=lines, page="goods", opens=opens),
    )


@skill.action(
    "is {item} on (my|the|our) [shopping|grocery] list",
    "(did|have) (I|we) [already] (get|got|buy|bought) {item}",
)
async def on_list(turn: Turn, item: Ware) -> Reply:
    """Tell whether something is on the shopping list."""
    name = await meant(turn, item)
    found = named(await turn.shelf(Wanted).all(), name)
    return Reply(say=turn.message("is-on-list" if found else "not-on-list", item=bare(name)))


@skill.action(
    "(take|cross|strike|remove|delete) {item} (off|from) (my|the|our) [shopping|grocery] list",
    "I (have|got|bought|have got|have bought) {item} from (my|the) [shopping] list",
)
async def bought(turn: Turn, item: str) -> Reply:
    """Take something off the shopping list."""
    name = await meant(turn, item)
    return Reply(say=await off_list(turn, name) or turn.message("not-on-list", item=bare(name)))


@skill.action(
    "[I|we] [have] [already] (got|bought) the {item}",
    "(I|we) [already] have the {item}",
    "(I've|we've) [already] (got|bought) {item}",
    "(remove|cross off|cross out|tick off|check off) the {item}",
)
async def got(turn: Turn, item: Ware) -> Reply:
    """Take something off the list that was not named; what is on none is meant otherwise."""
    if said := await off_list(turn, item):
        return Reply(say=said)
    raise NotOurs


async def meant(turn: Turn, item: str) -> str:
    """What is named, or the product that was looked at when it is only pointed to."""
    product = await last(turn) if item.lower() in POINTED else None
    return product.name(turn.language) or item if product is not None else item


async def off_list(turn: Turn, item: str) -> str:
    """Take things off the shopping list and say so; "" when one of them is not on it."""
    shelf = turn.shelf(Wanted)
    kept = await shelf.all()
    wished = [named(kept, each) for each in things(item)]
    if not all(wished):
        return ""
    found = {each.id: each.item.text for some in wished for each in some}
    await shelf.remove(*found)
    texts = list(dict.fromkeys(found.values()))
    return turn.message("off-list", item=together(turn, texts))


def named(kept: Sequence[Stored[Wanted]], item: str) -> list[Stored[Wanted]]:
    """What is on the list by a name."""
    return [kept[at] for at in called((each.item.text for each in kept), item)]


@skill.action("(clear|delete|empty) (my|the|our) [whole] [shopping|grocery] list", careful=True)
async def clear_list(turn: Turn) -> Reply:
    """Empty the shopping list, after a yes."""
    return await emptied(turn, Wanted, "list")
