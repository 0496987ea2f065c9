"""Places whose answers are kept for a while, so that no service is asked the same twice.

They are kept in memory only: where somebody looked for what is nobody's business after a restart.
"""

import datetime as dt
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Hashable, Sequence
from typing import Any, Final

import msgspec

from lorgnette.core.clock import Clock
from lorgnette.core.errors import EngineFailed
from lorgnette.core.geo import metres
from lorgnette.core.places import Place
from lorgnette.core.types import Language, Spot
from lorgnette.engines.places import Found, Places
from lorgnette.engines.wrap.wrapper import Wrapper

MOST: Final = 500
"""Answers that are kept; then the one that was asked for longest ago goes."""

NOTHING_KEEPS: Final = 3600.0
"""Seconds for which a service is believed at most that it knows nothing."""


class RememberedPlaces(Wrapper[Places]):
    """A `Places` that is asked only for what it did not say lately.

    An old answer is better than none: it is given when the service cannot be asked just now.
    """

    def __init__(self, inner: Places, clock: Clock, keeps: float, most: int = MOST) -> None:
        """`keeps`: for how many seconds an answer is as good as new."""
        super().__init__(inner)
        self.clock = clock
        self.keeps_for = keeps
        self._most = most
        self._answers: OrderedDict[Hashable, tuple[dt.datetime, Any]] = OrderedDict()

    async def search(
        self, words: str, /, *, language: Language, near: Spot | None = None, limit: int = 10
    ) -> Sequence[Found]:
        """See `Places`. Who asks again some streets further is told the same, and how far it is."""
        quarter = near and (round(near.latitude, 2), round(near.longitude, 2))

        async def ask() -> Sequence[Found]:
            return await self.inner.search(words, language=language, near=near, limit=limit)

        found = await self._answer(("search", words, language, quarter, limit), ask)
        if near is None:
            return list(found)
        return [_from(near, each) for each in found]

    async def around(
        self, spot: Spot, /, *, kinds: Collection[str] = (), within: float = 500, limit: int = 20
    ) -> Sequence[Found]:
        """See `Places`."""

        async def ask() -> Sequence[Found]:
            return await self.inner.around(spot, kinds=kinds, within=within, limit=limit)

        wanted = (tuple(sorted(kinds)), within, limit)
        return list(await self._answer(("around", _spot(spot), wanted), ask))

    async def address(self, spot: Spot, /) -> Place | None:
        """See `Places`."""

        async def ask() -> Place | None:
            return await self.inner.address(spot)

        found: Place | None = await self._answer(("address", _spot(spot)), ask)
        return found

    async def aclose(self) -> None:
        """Forget everything, and close the service."""
        self._answers.clear()
        await super().aclose()

    async def _answer(self, question: Hashable, ask: Callable[[], Awaitable[Any]]) -> Any:
        old = self._answers.get(question)
        if old is not None:
            self._answers.move_to_end(question)
            if self._is_new(*old):
                return old[1]
        try:
            answer = await ask()
        except EngineFailed:
            if old is None or not old[1]:
                raise
            return old[1]
        self._answers[question] = (self.clock.now(), answer)
        self._answers.move_to_end(question)
        while len(self._answers) > self._most:
            self._answers.popitem(last=False)
        return answer

    def _is_new(self, said: dt.datetime, answer: Any) -> bool:
        keeps = self.keeps_for if answer else min(self.keeps_for, NOTHING_KEEPS)
        return dt.timedelta() <= self.clock.now() - said < dt.timedelta(seconds=keeps)


def _spot(spot: Spot) -> tuple[float, float]:
    """A spot to about ten metres: no receiver knows it better."""
    return round(spot.latitude, 4), round(spot.longitude, 4)


def _from(near: Spot, found: Found) -> Found:
    return msgspec.structs.replace(found, metres=metres(near, found.place.spot))
