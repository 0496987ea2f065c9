"""Where one is, and what there is around."""

from collections.abc import Sequence

from lorgnette.core import cards
from lorgnette.core.errors import NotOurs
from lorgnette.core.guidance import distance_shown
from lorgnette.core.places.hours import Opening
from lorgnette.core.routes import Mode
from lorgnette.engines import Found
from lorgnette.engines.wrap.streets import name_in
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.navigate.going import FINDING, set_out
from lorgnette.skills.navigate.opening import note, openings
from lorgnette.skills.navigate.seeking import (
    goal_of,
    here,
    likely,
    name_of,
    places_of,
    told,
    unknown,
)
from lorgnette.skills.navigate.skill import skill
from lorgnette.skills.navigate.streets import street_of

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
    places = places_of(turn)
    place = await places.address(fix.spot)
    if place is None:
        return Reply(say=turn.message("no-street"))
    said = await street_of(turn, places, place) or place.name(turn.language)
    if not said:
        return Reply(say=turn.message("no-street"))
    if place.address.house and place.address.street:
        said = turn.message("address", street=said, house=place.address.house)
    locality = await name_in(turn.language, places, place.address.locality, place.spot)
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
    states = await openings(turn, found)
    return Reply(say=say, card=card_of(turn, found, states, turn.message("around-you")))


@skill.action(
    "(find|show [me]|where is|where's|what is|what's|is there) [the|a] (nearest|closest) {place}",
    "(find|show [me]|is there) (the|a) next {place}",
    "[find [me]|show me|is there|are there|i need|i'm looking for] [a|an|some|any] {place}"
    " (near me|nearby|near here|around here|close by)",
    "where can i find [a|an|some] {place} [near me|nearby|near here|around here]",
    "(nearest|closest) {place} [please]",
    patience=FINDING,
)
async def nearest(turn: Turn, place: str) -> Reply:
    """Find the nearest place of a kind, and offer to lead you there."""
    if any(word in place for word in QUALITIES):
        raise NotOurs
    if not (found := await likely(turn, place)):
        return unknown(turn, place)
    return await offered(turn, found, turn.message("nearest-title", name=place))


async def offered(turn: Turn, found: Sequence[Found], title: str, ask: str = "nearest") -> Reply:
    """Show places, and offer to lead to the first of them; `ask` names the question."""
    first, states = found[0], await openings(turn, found)

    async def commit() -> Reply:
        return await set_out(turn, (goal_of(turn, first),), Mode.FOOT)

    place, noted = told(turn, first), note(turn, states[0])
    if noted:
        place = turn.message("noted", place=place, note=noted)
    card = card_of(turn, found, states, title)
    return Reply(offer=Offer(turn.message(ask, place=place), commit), card=card)


def card_of(
    turn: Turn, found: Sequence[Found], states: Sequence[Opening], title: str
) -> cards.Card:
    """Places as they are shown, each with how far it is, and that it is closed."""
    items = []
    for each, state in zip(found, states, strict=True):
        right = (note(turn, state), far(turn, each))
        items.append(cards.Line(name_of(turn, each.place), " · ".join(filter(None, right))))
    return cards.List(title=title, items=tuple(items))


def far(turn: Turn, found: Found) -> str:
    """How far a place is, as it is shown."""
    return "" if found.metres is None else distance_shown(found.metres, turn.language)
