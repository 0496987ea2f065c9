"""Where somebody wants to go: kept while they go, so that it goes on after a restart."""

from datetime import datetime

import msgspec

from lorgnette.core.routes import Hindrance, Mode
from lorgnette.core.types import Spot


class Goal(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place to go to, by the name it was given, and when it is open; see `Place`."""

    name: str
    spot: Spot
    hours: str = ""


class Plan(msgspec.Struct, frozen=True, tag="plan"):
    """The stops that are still to be reached, the goal last, and how."""

    goals: tuple[Goal, ...]
    began: datetime
    mode: Mode = Mode.FOOT
    avoid: frozenset[Hindrance] = frozenset()

    @property
    def goal(self) -> Goal:
        """Where it ends."""
        return self.goals[-1]
