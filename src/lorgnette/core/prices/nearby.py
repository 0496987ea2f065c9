"""Prices by how far away they are."""

from collections.abc import Iterable
from typing import Final

from lorgnette.core.geo import metres
from lorgnette.core.goods import Observation
from lorgnette.core.types import Spot

NEARBY: Final = 5_000.0
"""Metres within which a shop is near."""


def distance(seen: Observation, here: Spot | None) -> float | None:
    """Metres from somebody to where a price was seen; None when either place is unknown."""
    if here is None or seen.place is None:
        return None
    return metres(here, Spot(*seen.place))


def nearby(seen: Iterable[Observation], here: Spot, within: float = NEARBY) -> list[Observation]:
    """The prices that were seen near somebody, as they come."""
    away = ((each, distance(each, here)) for each in seen)
    return [each for each, far in away if far is not None and far <= within]


def nearest(seen: Iterable[Observation], here: Spot) -> Observation | None:
    """The price that was seen nearest; None when no place is known."""
    away = [(far, each) for each in seen if (far := distance(each, here)) is not None]
    return min(away, key=lambda pair: pair[0])[1] if away else None


def rounded(far: float) -> int:
    """Metres as one tells them: by tens up to a kilometre, then by hundreds."""
    return max(10, round(far / 10) * 10) if far < 1_000 else round(far / 100) * 100
