"""Ways to go, with their streets as the wearer calls them; and what tells one from the others."""

from collections import Counter
from collections.abc import Sequence

from lorgnette.core.errors import NoMap
from lorgnette.core.routes import Route
from lorgnette.engines import PLACES, ROUTER, Router
from lorgnette.engines.wrap.streets import OwnStreets
from lorgnette.skills import Turn


def router_of(turn: Turn) -> Router:
    """Who knows ways. Raises NoMap when nobody does."""
    if ROUTER not in turn:
        raise NoMap("no ways are known")
    return OwnStreets(turn[ROUTER], turn.engines.get(PLACES), turn.language)


def told_by(routes: Sequence[Route]) -> Sequence[str]:
    """For each of several ways the street that tells it from the others: its longest alone."""
    lengths = [lengths_of(route) for route in routes]
    found = []
    for own in lengths:
        elsewhere = {street for other in lengths if other is not own for street in other}
        alone = {street: own[street] for street in own if street not in elsewhere}
        found.append(max(alone or own, key=own.__getitem__, default=""))
    return found


def minutes_of(route: Route) -> int:
    """How many minutes a way takes, as it is told."""
    return max(1, round(route.seconds / 60))


def lengths_of(route: Route) -> Counter[str]:
    """How many metres one goes in which street."""
    lengths = Counter[str]()
    for step in route.steps:
        for street in step.streets[:1]:
            lengths[street] += round(step.length)
    return lengths
