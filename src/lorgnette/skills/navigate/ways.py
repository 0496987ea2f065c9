"""Ways to go: their streets in the wearer's language, and what tells one from the others."""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from lorgnette.core.errors import EngineFailed, NoMap
from lorgnette.core.routes import Route
from lorgnette.core.types import CHINESE, Language, Spot
from lorgnette.engines import PLACES, ROUTER, Trip
from lorgnette.skills import Turn
from lorgnette.skills.navigate.streets import in_own_language

MOST = 20
"""Streets whose names are looked up at once: a wearer who turned wrong waits for them."""


class Ways:
    """The `Router` of a wearer: streets are called as in their language.

    That is, where their names are in other letters and the map knows a name in the wearer's: what
    one cannot read one cannot say.
    """

    def __init__(self, turn: Turn) -> None:
        self.turn = turn

    async def routes(self, trip: Trip, /) -> Sequence[Route]:
        """See `Router`. Raises MissingPart when there is none."""
        routes = await self.turn[ROUTER].routes(trip)
        strange: dict[str, Spot] = {}
        for route in routes:
            for step in route.steps:
                for street in step.streets[:1]:
                    if is_strange(street, self.turn.language):
                        strange.setdefault(street, route.line[step.begin])
        known = await translated(self.turn, dict([*strange.items()][:MOST]))
        return [renamed(route, known) for route in routes] if known else routes


async def translated(turn: Turn, streets: dict[str, Spot]) -> dict[str, str]:
    """The names of streets in the wearer's language; without those that nobody knows."""
    if not streets or PLACES not in turn:
        return {}
    try:
        known = {
            street: await in_own_language(turn, turn[PLACES], street, spot)
            for street, spot in streets.items()
        }
    except (EngineFailed, NoMap):
        return {}
    return {street: name for street, name in known.items() if name != street}


def renamed(route: Route, known: dict[str, str]) -> Route:
    """A route whose streets have other names."""
    steps = (
        replace(step, streets=tuple(known.get(street, street) for street in step.streets))
        for step in route.steps
    )
    return replace(route, steps=tuple(steps))


def is_strange(name: str, language: Language) -> bool:
    """Whether a name is in letters that the wearer's language is not written in."""
    letters = [letter for letter in name if letter.isalpha()]
    if language == CHINESE:
        return not any("\u3400" <= letter <= "\u9fff" for letter in letters)
    return any(letter > "\u024f" for letter in letters)


def told_by(routes: Sequence[Route]) -> Sequence[str]:
    """For each of several ways the street that tells it from the others: its longest alone."""
    lengths = [lengths_of(route) for route in routes]
    found = []
    for own in lengths:
        elsewhere = {street for other in lengths if other is not own for street in other}
        alone = {street: own[street] for street in own if street not in elsewhere}
        found.append(max(alone or own, key=own.__getitem__, default=""))
    return found


def lengths_of(route: Route) -> Counter[str]:
    """How many metres one goes in which street."""
    lengths = Counter[str]()
    for step in route.steps:
        for street in step.streets[:1]:
            lengths[street] += round(step.length)
    return lengths
