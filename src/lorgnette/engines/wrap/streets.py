"""A router whose streets are called as in the wearer's language."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from lorgnette.core.errors import EngineFailed, NoMap
from lorgnette.core.routes import Route
from lorgnette.core.types import CHINESE, Language, Spot
from lorgnette.engines.places import Places
from lorgnette.engines.router import Router, Trip

MOST = 20
"""Streets whose names are looked up at once: a wearer who turned wrong waits for them."""

NEAR = 20_000.0
"""Metres within which a name is the name of the same place."""


class OwnStreets:
    """A `Router` that calls streets in a language where their own names are in other letters.

    What one cannot read one cannot say. A name that `places` does not know stays as it is.
    """

    def __init__(self, router: Router, places: Places | None, language: Language) -> None:
        self.router = router
        self.places = places
        self.language = language

    async def routes(self, trip: Trip, /) -> Sequence[Route]:
        """See `Router`."""
        routes = await self.router.routes(trip)
        known = await self.known(self.strange(routes))
        return [renamed(route, known) for route in routes] if known else routes

    def strange(self, routes: Sequence[Route]) -> Mapping[str, Spot]:
        """The first streets that cannot be read, each with where one enters it."""
        found: dict[str, Spot] = {}
        for route in routes:
            for step in route.steps:
                for street in step.streets[:1]:
                    if is_strange(street, self.language) and len(found) < MOST:
                        found.setdefault(street, route.line[step.begin])
        return found

    async def known(self, streets: Mapping[str, Spot]) -> Mapping[str, str]:
        """What streets are called in the language; without those that nobody knows."""
        if self.places is None:
            return {}
        found = dict[str, str]()
        try:
            for street, spot in streets.items():
                found[street] = await name_in(self.language, self.places, street, spot)
        except (EngineFailed, NoMap):
            return {}
        return {street: name for street, name in found.items() if name != street}


async def name_in(language: Language, places: Places, name: str, near: Spot) -> str:
    """What somewhere is called in a language; the name itself when nobody knows.

    Raises as `Places.search`.
    """
    if not name:
        return ""
    for found in await places.search(name, language=language, near=near, limit=1):
        if name in found.place.names.values() and (found.metres or 0.0) <= NEAR:
            return found.place.name(language)
    return name


def renamed(route: Route, known: Mapping[str, str]) -> Route:
    """A route whose streets have other names."""
    steps = (
        replace(step, streets=tuple(known.get(street, street) for street in step.streets))
        for step in route.steps
    )
    return replace(route, steps=tuple(steps))


def is_strange(name: str, language: Language) -> bool:
    """Whether a name is in letters that the language is not written in."""
    letters = [letter for letter in name if letter.isalpha()]
    if language == CHINESE:
        return not any("\u3400" <= letter <= "\u9fff" for letter in letters)
    return any(letter > "\u024f" for letter in letters)
