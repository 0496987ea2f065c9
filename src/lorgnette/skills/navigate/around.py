"""Where one is, and what there is around."""

from collections.abc import Sequence

from lorgnette.core import cards
from lorgnette.core.errors import NotOurs
from lorgnette.core.guidance import distance_shown
from lorgnette.core.routes import Mode
from lorgnette.engines import Found
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.navigate.going import FINDING, set_out
from lorgnette.skills.navigate.seeking import (
    address_of,
    goal_of,
    here,
    name_of,
    places_of,
    told,
)
from lorgnette.skills.navigate.skill import skill

QUALITIES = ("cheapest", "cheap", "best", "good", "nicest", "最便宜", "便宜", "最好", "好吃")
"""Words that ask for more than to be near: who else can answer, does."""

SAID = 3
"""Places that are said; the others are only shown."""


@skill.action(
    "(what|which) (street|road) is this",
    "(what|which) (street|road) am i (on|in)",
    "where am i [(now|right now|exactly)]",
    "(what is|what's) my (location|position|address)",
    patience=FINDING,
)
async def street(turn: Turn) -> Reply:
    """Tell in which street you are, and at which house."""
    fix = await here(turn)
    place = await places_of(turn).address(fix.spot)
    said = "" if place is None else address_of(turn, place) or place.name(turn.language)
    if place is None or not said:
        return Reply(say=turn.message("no-street"))
    locality = place.address.locality
    text = turn.message("you-are-in", street=said, locality=locality) if locality else said
    return Reply(say=text, card=cards.Text(title=said, lines=(cards.Line(locality),)))


@skill.action(
    "(what is|what's) (around|near) (me|here)",
    "(what is|what's) nearby",
    "what is there around here",
    patience=FINDING,
)
async def around(turn: Turn) -> Reply:
    """Tell what is around you, the nearest first."""
    fix = await here(turn)
    found = await places_of(turn).around(fix.spot)
    if not found:
        return Reply(say=turn.message("nothing-around"))
    names = [told(turn, each) for each in found[:SAID]]
    say = turn.message("around", places=turn.message("and").join(names))
    return Reply(say=say, card=card_of(turn, found, turn.message("around-you")))


@skill.action(
    "(find|show [me]|where is|where's|is there) [the|a] (nearest|closest|next) {place}",
    "[find|show me|is there] [a|an|some] {place} (near me|nearby|near here|around here|close by)",
    "(nearest|closest) {place}",
    patience=FINDING,
)
async def nearest(turn: Turn, place: str) -> Reply:
    """Find the nearest place of a kind, and offer to lead you there."""
    if any(word in place for word in QUALITIES):
        raise NotOurs
    fix = await here(turn)
    found = await places_of(turn).search(place, language=turn.language, near=fix.spot)
    if not found:
        return Reply(say=turn.message("unknown-place", name=place))
    first = found[0]

    async def commit() -> Reply:
        return await set_out(turn, (goal_of(turn, first),), Mode.FOOT)

    ask = turn.message("nearest", place=told(turn, first))
    title = turn.message("nearest-title", name=place)
    return Reply(offer=Offer(ask, commit), card=card_of(turn, found, title))


def card_of(turn: Turn, found: Sequence[Found], title: str) -> cards.Card:
    """Places as they are shown, each with how far it is."""
    items = tuple(
        cards.Line(
            name_of(turn, each.place),
            "" if each.metres is None else distance_shown(each.metres, turn.language),
        )
        for each in found
    )
    return cards.List(title=title, items=items)
