"""Which place is meant: found near the wearer, and asked back when two have one name."""

from collections.abc import Awaitable, Callable, Sequence

from lorgnette.core.errors import NoMap
from lorgnette.core.fixes import Fix
from lorgnette.core.guidance import distance_said
from lorgnette.core.places import Place
from lorgnette.core.places.kinds import KINDS
from lorgnette.core.types import Language
from lorgnette.engines import PLACES, Found, Places
from lorgnette.skills import Ask, Offer, Reply, Turn
from lorgnette.skills.navigate.plans import Goal
from lorgnette.skills.navigate.skill import skill
from lorgnette.skills.navigate.visits import Visits

MOST = 4
"""Places of one name that are asked about."""

ALIKE = 0.1
"""How much less likely another place of the same name may be and still be meant."""

DOUBTFUL = 0.6
"""The likeness below which a place is asked about before anybody is led there."""

Then = Callable[[Goal], Awaitable[Reply]]


def places_of(turn: Turn) -> Places:
    """Who knows where things are. Raises NoMap when nobody does."""
    if PLACES not in turn:
        raise NoMap("no places are known")
    return turn[PLACES]


async def here(turn: Turn) -> Fix:
    """Where the wearer is. Raises CannotLocate."""
    return await turn.whereabouts.here(skill.name)


async def choose(turn: Turn, words: str, then: Then) -> Reply:
    """Find a place by its name and go on with it, after a question where it is not clear."""
    fix = await here(turn)
    found = await places_of(turn).search(words, language=turn.language, near=fix.spot)
    if not found:
        return Reply(say=turn.message("unknown-place", name=words))
    visits = await Visits.of(turn)
    rivals = rivals_of(visits.ranked(found), turn.language)
    if len(rivals) > 1 and not visits.settle(rivals):
        return which(turn, rivals, then)
    best = rivals[0]
    if best.likeness < DOUBTFUL:
        return doubt(turn, best, then)
    return await then(goal_of(turn, best))


def rivals_of(found: Sequence[Found], language: Language) -> Sequence[Found]:
    """The likeliest place, and others of the same name that are as likely."""
    best = found[0]
    name = best.place.name(language).casefold()
    others = [
        each
        for each in found[1:]
        if each.likeness >= best.likeness - ALIKE
        and each.place.name(language).casefold() == name
        and each.place.kind == best.place.kind
    ]
    return [best, *others] if name else [best]


def which(turn: Turn, rivals: Sequence[Found], then: Then) -> Reply:
    """Ask which of several places of one name is meant."""
    several = rivals[:MOST]

    async def chosen(choice: int) -> Reply:
        return await then(goal_of(turn, several[choice]))

    labels = [where(turn, each) for each in several]
    name = several[0].place.name(turn.language)
    ask = turn.message("which", name=name, places=turn.message("or").join(labels))
    return Reply(ask=Ask(ask, chosen, choices=tuple((label,) for label in labels)))


def doubt(turn: Turn, found: Found, then: Then) -> Reply:
    """Ask whether a place is meant whose name is only like what was said."""

    async def commit() -> Reply:
        return await then(goal_of(turn, found))

    return Reply(offer=Offer(turn.message("meant", name=told(turn, found)), commit))


def goal_of(turn: Turn, found: Found) -> Goal:
    """A place as somewhere to go."""
    return Goal(name_of(turn, found.place), found.place.spot)


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


def where(turn: Turn, found: Found) -> str:
    """How places of one name are told apart: by street or locality, and how far they are."""
    address = found.place.address
    at = address.locality or address.street
    far = "" if found.metres is None else distance_said(found.metres, turn.language)
    return turn.message("where", at=at, far=far) if at and far else at or far


def told(turn: Turn, found: Found) -> str:
    """A place as it is said: its name, and how far it is."""
    name = name_of(turn, found.place)
    if found.metres is None:
        return name
    return turn.message("told", name=name, far=distance_said(found.metres, turn.language))
