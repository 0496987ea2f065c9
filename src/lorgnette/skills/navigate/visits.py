"""Where the wearer had themselves led: what they go to often is likelier meant."""

from collections.abc import Sequence
from datetime import datetime
from typing import Self

import msgspec

from lorgnette.core.geo import metres
from lorgnette.core.places.ranking import worth
from lorgnette.core.types import Spot
from lorgnette.engines import RECORDS, Found, Stored
from lorgnette.skills import Turn
from lorgnette.skills.navigate.plans import Goal

MOST = 200
"""Places that are remembered: the one that was visited longest ago goes first."""

SAME = 30.0
"""Metres within which two spots are one place."""

OFTEN = 3
"""Visits after which nobody is asked whether they mean a place where they have never been."""


class Visited(msgspec.Struct, frozen=True, tag="visited-place"):
    """A place to which the wearer was led, how often, and when they last set out for it."""

    name: str
    spot: Spot
    last: datetime
    times: int = 1


class Visits:
    """The places that a wearer visited, the last one first."""

    def __init__(self, kept: Sequence[Stored[Visited]] = ()) -> None:
        self.kept = sorted(kept, key=lambda each: each.item.last, reverse=True)

    @classmethod
    async def of(cls, turn: Turn) -> Self:
        """Those of the wearer of a turn; none where nothing is kept."""
        return cls(await turn.shelf(Visited).all()) if RECORDS in turn else cls()

    def at(self, spot: Spot) -> Stored[Visited] | None:
        """The visits to one place."""
        return next((each for each in self.kept if metres(each.item.spot, spot) <= SAME), None)

    def times(self, found: Found) -> int:
        """How often the wearer went to a place."""
        visited = self.at(found.place.spot)
        return 0 if visited is None else visited.item.times

    def ranked(self, found: Sequence[Found]) -> Sequence[Found]:
        """Places in the order in which they may be meant, with what is known of visits."""
        if not any(map(self.times, found)):
            return found
        return sorted(found, key=lambda each: -self.worth(each))

    def worth(self, found: Found) -> float:
        """How likely a place is meant."""
        place, times = found.place, self.times(found)
        return worth(found.likeness, place.importance, found.metres, times)

    def settle(self, found: Sequence[Found]) -> bool:
        """Whether of several places the first is meant: they go there, and to no other."""
        first, *others = map(self.times, found)
        return first >= OFTEN and not any(others)


async def remember(turn: Turn, goal: Goal) -> None:
    """Somebody sets out for a place."""
    visits, shelf = await Visits.of(turn), turn.shelf(Visited)
    known = visits.at(goal.spot)
    times = 1 if known is None else known.item.times + 1
    visit = Visited(goal.name, goal.spot, turn.now, times)
    if known is None or not await shelf.replace(known.id, visit):
        await shelf.add(visit)
        await shelf.remove(*(each.id for each in visits.kept[MOST - 1 :]))
