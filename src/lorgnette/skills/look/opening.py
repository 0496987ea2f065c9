"""What was seen, put on the wearer's page: a link that they tap themselves, or what is there more.

An address of a code is somebody else's: nothing here asks its host for anything.
"""

from typing import Final, cast

import msgspec

from lorgnette.core import cards, codes
from lorgnette.core.codes.web import page
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.lately import Scanned, Shown
from lorgnette.skills.look import telling
from lorgnette.skills.look.skill import skill

KEPT: Final = 20
"""Links that stay on the page, the last ones."""


class Link(msgspec.Struct, frozen=True, tag="link"):
    """A page that the wearer asked for. `host` is its real one, as a reader cannot mistake it."""

    address: str
    host: str


@skill.action(
    "open (it|this|that)",
    "(open|show) [me] (the|that|this) (link|website|web page|site|address|page)",
    "(show|open) (it|this|that|the link) on (my|the) page",
    "put (it|this|that|the link) on my page",
    "send (it|this|that|the link) to my (page|phone)",
    "(go|take me) to (the|that|this) (link|website|web page|site)",
)
async def open_it(turn: Turn) -> Reply:
    """Put the link of the code, or what is shown, on your page, for you to tap."""
    seen = turn.lately.last(cast("type[Scanned | Shown]", Scanned | Shown), turn.now)
    if isinstance(seen, Shown):
        said = turn.message("on-the-page")
        return Reply(say=said, card=cards.Text(title=said, page=seen.page, opens=True))
    if seen is None:
        return Reply(say=turn.message("nothing-to-open"))
    address = address_of(seen.content)
    if address is None:
        return Reply(say=turn.message("not-opened"))
    doubts = telling.warnings(turn, address)
    if seen.contested:
        doubts.insert(0, turn.message("doubt-contested"))
    if not doubts:
        return await linked(turn, address)

    async def commit() -> Reply:
        return await linked(turn, address)

    ask = turn.message("ask-open", host=address.host)
    return Reply(offer=Offer(" ".join([*doubts, ask]), commit))


def address_of(content: codes.Content) -> codes.WebAddress | None:
    """The page that a content names, when it is one of the web."""
    match content:
        case codes.WebAddress():
            return content
        case codes.Contact(website=website) if website:
            return page(website)
    return None


async def linked(turn: Turn, address: codes.WebAddress) -> Reply:
    """Put a link on the page, once, and say so."""
    shelf, link = turn.shelf(Link), Link(address.address, address.host)
    kept = await shelf.newest()
    same = [each.id for each in kept if each.item == link]
    others = [each.id for each in kept if each.item != link]
    await shelf.remove(*same, *others[KEPT - 1 :])
    await shelf.add(link)
    return Reply(
        say=turn.message("link-on-the-page", host=link.host),
        card=cards.Text(
            title=link.host, lines=(cards.Line(link.address),), page="today", opens=True
        ),
    )
