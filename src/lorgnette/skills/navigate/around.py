"""Where one is, and what there is around."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lorgnette.core import cards
from lorgnette.core.errors import NotOurs
from lorgnette.core.guidance import distance_shown
from lorgnette.core.places.hours import Opening
from lorgnette.core.places.kinds import kinds_said, word_at_end
from lorgnette.core.routes import Mode
from lorgnette.engines import THINKER, Found
from lorgnette.engines.wrap.streets import name_in
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.navigate.going import FINDING, set_out
from lorgnette.skills.navigate.opening import note, noted, openings
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
from lorgnette.skills.navigate.told import remember
from lorgnette.skills.navigate.travelling import Somewhere

QUALITY = re.compile(
    r"\b(?:cheap|cheapest|best|good|great|decent|nice|nicest)\b|最?便宜的?|最好的?|好吃的?"
)
"""What asks for more than to be near: a language model may know, no map does."""

FARTHEST = 100_000.0
"""Metres from which on nothing is near, whatever its name."""

SAID = 3
"""Places that are said; the others are only shown."""


@skill.action(
    "(what|which) (street|road) is this",
    "(what|which) (street|road) am i (on|in)",
    "where am i [(now|right now|exactly)]",
    "(i'm|i am|we're) lost",
    "(what is|what's) my (location|position|address)",
    "(what is|what's) the name of (this|the) (street|road)",
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
    say = turn.message("around", places=listed(turn, found))
    return await shown(turn, found, say, turn.message("around-you"))


def listed(turn: Turn, found: Sequence[Found]) -> str:
    """The first of several places, as they are said."""
    return turn.message("and").join(told(turn, each) for each in found[:SAID])


async def shown(turn: Turn, found: Sequence[Found], say: str, title: str) -> Reply:
    """Say something of places and show them; the first is from now on «it»."""
    await remember(turn, found, name_of(turn, found[0].place))
    states = await openings(turn, found)
    return Reply(say=say, card=card_of(turn, found, states, title))


@skill.action(
    "(find|show [me]|where is|where's|what is|what's|is there) [the|a] (nearest|closest) {place}",
    "(find|show [me]|is there) (the|a) next {place}",
    "[find [me]|show me|is there|are there|i need|i'm looking for] [a|an|some|any|the] {place}"
    " (near me|nearby|near here|around here|close by)",
    "where can i find [a|an|some|the] {place} [near me|nearby|near here|around here]",
    "(nearest|closest) {place} [please]",
    patience=FINDING,
)
async def nearest(turn: Turn, place: Somewhere) -> Reply:
    """Find the nearest place of a kind, and offer to lead you there."""
    words = place.name
    anyhow = QUALITY.sub("", words).strip()
    if anyhow == words or not kinds_said(anyhow):
        return await nearest_of(turn, words)
    if THINKER in turn:
        raise NotOurs
    reply = await nearest_of(turn, anyhow)
    return replace(reply, say=f"{turn.message('no-opinion')} {reply.say}".strip())


async def nearest_of(turn: Turn, words: str) -> Reply:
    """Offer to lead to the nearest place that is called so or of that kind."""
    if found := await near(turn, words):
        return await offered(turn, found, turn.message("nearest-title", name=words))
    kind = word_at_end(words)
    if not kind or not (found := await near(turn, kind)):
        return unknown(turn, words)
    reply = await offered(turn, found, turn.message("nearest-title", name=kind))
    return replace(reply, say=turn.message("none-such", name=words, kind=kind))


async def near(turn: Turn, words: str) -> Sequence[Found]:
    """The places that may be meant, without those to which nobody would say they are near."""
    return [each for each in await likely(turn, words) if (each.metres or 0.0) <= FARTHEST]


async def offered(
    turn: Turn, found: Sequence[Found], title: str, ask: str = "nearest", place: str = ""
) -> Reply:
    """Show places, and offer to lead to the first of them, from now on «it».

    `ask` names the question, `place` is how the first is told if not by how far it is.
    """
    first, states = found[0], await openings(turn, found)
    goal = goal_of(turn, first)
    await remember(turn, found, goal.name)

    async def commit() -> Reply:
        return await set_out(turn, (goal,), Mode.FOOT)

    place = noted(turn, place or told(turn, first), states[0])
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
