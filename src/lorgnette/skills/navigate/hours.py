"""What is open now, when places open and close, and how to call them."""

from collections.abc import Sequence
from datetime import date

from lorgnette.core import cards
from lorgnette.engines import Found
from lorgnette.skills import Reply, Turn
from lorgnette.skills.navigate.around import listed, offered, shown
from lorgnette.skills.navigate.going import FINDING
from lorgnette.skills.navigate.opening import in_full, in_full_on, openings
from lorgnette.skills.navigate.seeking import (
    here,
    likeliest,
    likely,
    name_of,
    places_of,
    unknown,
)
from lorgnette.skills.navigate.skill import skill
from lorgnette.skills.navigate.told import IT, Told
from lorgnette.skills.navigate.travelling import Somewhere

MANY = 30
"""Places that are looked at for one that is open."""


@skill.action(
    "(is there|are there|find [me]|show me) [a|an|any|some|the] {place} [that's|that is|that are]"
    " [still] open [now|right now] [near me|nearby|near here|around here|close by]",
    "(find [me]|show [me]|where is|where's|is there) [the|a|an] (nearest|closest) open {place}",
    "[(find [me]|where is|where's|is there|i need)] [a|an|the] [(nearest|closest)]"
    " (24 hour|24 hours|late night|all night) {place}",
    "[(take|bring|get|guide|lead) me to] [the] (nearest|closest) open {place}",
    "[find [me]|show me|is there] [a|an|any|some|the] {place} (near me|nearby|near here|around here"
    "|close by) [that's|that is|that are|which is|which are] [still] open [now|right now]",
    "(find [me]|show me|is there) [a|an|any|some|the] open {place} [near me|nearby|near here"
    "|around here|close by]",
    "(what|which) {place} [near me|nearby|near here|around here] (is|are) [still] open [now]",
    patience=FINDING,
)
async def open_now(turn: Turn, place: Somewhere) -> Reply:
    """Find the nearest place of a kind that is open now, and offer to lead you there."""
    found = await likely(turn, place.name, MANY)
    if not found:
        return unknown(turn, place.name)
    return await open_of(turn, found, turn.message("open-title", name=place.name))


async def open_of(turn: Turn, found: Sequence[Found], title: str) -> Reply:
    """Offer to lead to the first of some places that is open, or tell which opens first."""
    states = await openings(turn, found)
    both = list(zip(found, states, strict=True))
    is_open = [each for each, state in both if state.is_open]
    perhaps = [each for each, state in both if state.is_open is None]
    if is_open:
        return await offered(turn, [*is_open, *perhaps], title)
    if perhaps:
        return await offered(turn, perhaps, title, ask="maybe-open")
    first, state = min(both, key=lambda each: (each[1].until is None, each[1].until or turn.now))
    again = in_full(turn, first, state)
    return Reply(say=turn.message("none-open", again=again))


@skill.action(
    "which [(of them|of those|one|ones)] (is|are) [still] open [now]",
    patience=FINDING,
)
async def which_open(turn: Turn) -> Reply:
    """Find the first of the places that were told which is open, and offer to lead you there."""
    if (told := await Told.of(turn)) is None:
        return unknown(turn, IT)
    return await open_of(turn, told.found, turn.message("open-around-you"))


@skill.action(
    "(what is|what's|what|which (places|shops) are|who is|who's|is anything|is there anything)"
    " [still] open [now|right now] [(near me|nearby|near here|around here|around me|here)]",
    patience=FINDING,
)
async def open_around(turn: Turn) -> Reply:
    """Tell what is open around you, the nearest first."""
    found = await places_of(turn).around((await here(turn)).spot, limit=MANY)
    states = await openings(turn, found)
    is_open = [each for each, state in zip(found, states, strict=True) if state.is_open]
    if not is_open:
        return Reply(say=turn.message("nothing-open"))
    say = turn.message("open-around", places=listed(turn, is_open))
    return await shown(turn, is_open, say, turn.message("open-around-you"))


@skill.action(
    "(is|are) [the] {place} (open|closed|shut)"
    " [now|right now|already|today|at the moment|at this time]",
    "(is|are) [the] {place} (still|already) (open|closed|shut) [now]",
    "(when|what time) (does|do) [the] {place} (open|close|shut) [today|again]",
    "(when|until when|how late|how long) (is|are) [the] {place} open [until|till] [today]",
    "([what are] [the] opening (hours|times) of|[what are] [the] hours of) [the] {place}",
    patience=FINDING,
)
async def when_open(turn: Turn, place: str = IT) -> Reply:
    """Tell whether a place is open, and when it closes or opens."""
    if (first := await likeliest(turn, place)) is None:
        return unknown(turn, place)
    [state] = await openings(turn, [first])
    return Reply(say=in_full(turn, first, state))


@skill.action(
    "(is there|are there|which|what) [a|an|any|the] {place} [is|are|that's|that is]"
    " open [on] {day}",
    "(is|are) [the] {place} (open|closed) [on] {day}",
    "(when|what time|until when|how late|how long) (does|do|is|are) [the] {place}"
    " (open|close|shut) [on] {day}",
    "[what are] [the] ([opening] hours|opening times) of [the] {place} [on] {day}",
    patience=FINDING,
)
async def open_on(turn: Turn, place: str, day: date) -> Reply:
    """Tell from when to when a place is open on a day."""
    if (found := await likeliest(turn, place)) is None:
        return unknown(turn, place)
    return Reply(say=await in_full_on(turn, found, day))


@skill.action(
    "(what is|what's|tell me|give me|find) [the] (phone|telephone) number (of|for) [the] {place}",
    "(what is|what's|tell me|give me) (its|their|the) [(phone|telephone)] number",
    patience=FINDING,
)
async def phone(turn: Turn, place: str = IT) -> Reply:
    """Tell the telephone number of a place."""
    if (first := await likeliest(turn, place)) is None:
        return unknown(turn, place)
    name, number = name_of(turn, first.place), first.place.phone
    if not number:
        return Reply(say=turn.message("no-phone", name=name))
    lines = tuple(cards.Line(each) for each in (number, first.place.website) if each)
    say = turn.message("phone", name=name, number=number)
    return Reply(say=say, card=cards.Text(title=name, lines=lines))
