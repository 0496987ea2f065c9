"""Which place is meant: found near the wearer, and asked back when two have one name."""

from collections.abc import Awaitable, Callable, Sequence

from lorgnette.core.errors import CannotLocate, NoMap, NotOurs
from lorgnette.core.fixes import Fix
from lorgnette.core.guidance import distance_said
from lorgnette.core.places import Place
from lorgnette.core.places.kinds import KINDS, word_said
from lorgnette.core.types import Spot
from lorgnette.engines import PLACES, THINKER, Found, Places
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.navigate.plans import Goal
from lorgnette.skills.navigate.rivals import ALIKE, rivals_of, which
from lorgnette.skills.navigate.skill import skill
from lorgnette.skills.navigate.told import is_reference, referred, remember
from lorgnette.skills.navigate.visits import Visits

Then = Callable[[Goal], Awaitable[Reply]]


def places_of(turn: Turn) -> Places:
    """Who knows where things are. Raises NoMap when nobody does."""
    if PLACES not in turn:
        raise NoMap("no places are known")
    return turn[PLACES]


async def here(turn: Turn) -> Fix:
    """Where the wearer is. Raises CannotLocate."""
    return await turn.whereabouts.here(skill.name)


async def likely(
    turn: Turn, words: str, limit: int = 10, near: Spot | None = None
) -> Sequence[Found]:
    """The places that may be meant near the wearer, the likeliest first; none when none is known.

    With `near` they are looked for there instead. Raises NotOurs when a language model may know
    better: stars are near and doors are open, too.
    """
    try:
        places = places_of(turn)
        spot = near or (await here(turn)).spot
        found = await places.search(words, language=turn.language, near=spot, limit=limit)
    except (NoMap, CannotLocate):
        if THINKER in turn:
            raise NotOurs from None
        raise
    best = max((each.likeness for each in found), default=0.0)
    meant = [each for each in found if not each.is_doubtful and each.likeness >= best - ALIKE]
    if not meant and THINKER in turn:
        raise NotOurs
    return meant


async def likeliest(turn: Turn, words: str) -> Found | None:
    """The place that is likeliest meant, «it» from now on; None when none is known.

    «It» itself and «the second one» mean what was told before. Raises NotOurs as `likely` does.
    """
    if (found := await referred(turn, words)) is not None:
        return found
    if is_reference(turn, words):
        return None
    several = await likely(turn, words)
    if several:
        await remember(turn, several, name_of(turn, several[0].place))
    return several[0] if several else None


def unknown(turn: Turn, words: str) -> Reply:
    """Say that nothing is called so, or is of that kind, or was told before.

    Raises NotOurs where a language model may know what «it» is.
    """
    if is_reference(turn, words):
        if THINKER in turn:
            raise NotOurs
        return Reply(say=turn.message("which-place"))
    if kind := word_said(words):
        return Reply(say=turn.message("none-near", name=kind))
    return Reply(say=turn.message("unknown-place", name=words))


async def choose(turn: Turn, words: str, then: Then) -> Reply:
    """Find a place by its name and go on with it, after a question where it is not clear."""

    async def chosen(one: Found) -> Reply:
        goal = goal_of(turn, one)
        await remember(turn, [one], goal.name)
        return await then(goal)

    if (before := await referred(turn, words)) is not None:
        return await then(goal_of(turn, before))
    if is_reference(turn, words):
        return unknown(turn, words)
    fix = await here(turn)
    found = await places_of(turn).search(words, language=turn.language, near=fix.spot)
    if not found:
        return unknown(turn, words)
    visits = await Visits.of(turn)
    rivals = rivals_of(visits.ranked(found), turn.language)
    if len(rivals) > 1 and not visits.settle(rivals):
        return await which(turn, places_of(turn), rivals, chosen)
    best = rivals[0]
    if best.is_doubtful:
        return doubt(turn, best, chosen)
    return await chosen(best)


def doubt(turn: Turn, found: Found, chosen: Callable[[Found], Awaitable[Reply]]) -> Reply:
    """Ask whether a place is meant whose name is only like what was said."""

    async def commit() -> Reply:
        return await chosen(found)

    return Reply(offer=Offer(turn.message("meant", name=told(turn, found)), commit))


def goal_of(turn: Turn, found: Found) -> Goal:
    """A place as somewhere to go."""
    return Goal(name_of(turn, found.place), found.place.spot, found.place.hours)


def name_of(turn: Turn, place: Place) -> str:
    """What a place is called: its name, else its address, else what it is."""
    if name := place.name(turn.language) or address_of(turn, place):
        return name
    kind = KINDS.get(place.kind)
    return turn.message("place") if kind is None else kind.label(turn.language)


def address_of(turn: Turn, place: Place) -> str:
    """Street and house as they are said."""
    street, house = place.address.street, place.address.house
    return turn.message("address", street=street, house=house) if street and house else street


def told(turn: Turn, found: Found) -> str:
    """A place as it is said: its name, and how far it is."""
    name = name_of(turn, found.place)
    if found.metres is None:
        return name
    return turn.message("told", name=name, far=distance_said(found.metres, turn.language))
