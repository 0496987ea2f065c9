"""Where a place is, and how far."""

from lorgnette.core.routes import Mode
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.navigate.going import FINDING, set_out
from lorgnette.skills.navigate.seeking import goal_of, likely, places_of, told, unknown
from lorgnette.skills.navigate.skill import skill
from lorgnette.skills.navigate.streets import street_of
from lorgnette.skills.navigate.travelling import Somewhere


@skill.action(
    "(where is|where's|where are) [the] {place}",
    "how far (is|is it to) [the] {place}",
    "how (far|long) (is it|does it take) to (walk|go|get) to [the] {place}",
    "(what is|what's) the address of [the] {place}",
    patience=FINDING,
)
async def where_is(turn: Turn, place: Somewhere) -> Reply:
    """Tell where a place is and how far, and offer to lead you there."""
    if not (found := await likely(turn, place.name)):
        return unknown(turn, place.name)
    first = found[0]
    street = await street_of(turn, places_of(turn), first.place)
    where = told(turn, first)
    ask = turn.message("where-is", place=where, street=street) if street else where

    async def commit() -> Reply:
        return await set_out(turn, (goal_of(turn, first),), Mode.FOOT)

    return Reply(offer=Offer(turn.message("nearest", place=ask), commit))
