"""Where a place is, and how far."""

from lorgnette.core.routes import Mode
from lorgnette.engines import Found
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.navigate.going import FINDING, set_out
from lorgnette.skills.navigate.opening import noted, openings
from lorgnette.skills.navigate.references import Which
from lorgnette.skills.navigate.seeking import goal_of, likeliest, places_of, told, unknown
from lorgnette.skills.navigate.skill import skill
from lorgnette.skills.navigate.streets import street_of
from lorgnette.skills.navigate.told import IT, spoken_of
from lorgnette.skills.navigate.travelling import Somewhere


@skill.action(
    "(where is|where's|where are) [the] {place}",
    "how far (is|is it to) [the] {place}",
    "how (far|long) [(is it|does it take)] to (walk|go|get) to [the] {place}",
    "(what is|what's) the address of [the] {place}",
    patience=FINDING,
)
async def where_is(turn: Turn, place: Somewhere) -> Reply:
    """Tell where a place is and how far, and offer to lead you there."""
    if (found := await likeliest(turn, place.name)) is None:
        return unknown(turn, place.name)
    return await told_of(turn, found)


@skill.action(
    "[(show [me]|find|tell me about|what about|how about|is there|i mean|i meant|no|and)] {which}"
    " [instead]",
    "(where is|where's|how far away is) (it|that|that place)",
    "how far is that [place]",
    "is (it|that) far [(away|from here)]",
    "how far away",
    "(what is|what's) (its|the) address",
    patience=FINDING,
)
async def which_one(turn: Turn, which: Which | None = None) -> Reply:
    """Tell more of a place that was told before, and offer to lead you there."""
    if (found := await spoken_of(turn, which)) is None:
        return unknown(turn, IT)
    return await told_of(turn, found)


async def told_of(turn: Turn, found: Found) -> Reply:
    """Where a place is, how far, and that it is closed; with the offer to lead there."""
    street = await street_of(turn, places_of(turn), found.place)
    where = told(turn, found)
    if street:
        where = turn.message("where-is", place=where, street=street)
    [state] = await openings(turn, [found])

    async def commit() -> Reply:
        return await set_out(turn, (goal_of(turn, found),), Mode.FOOT)

    return Reply(offer=Offer(turn.message("nearest", place=noted(turn, where, state)), commit))
