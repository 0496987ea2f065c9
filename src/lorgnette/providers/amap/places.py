"""Amap as a source of places: the requests, the sender and the answers put together."""

from collections.abc import Collection, Sequence
from itertools import islice
from typing import ClassVar

from lorgnette.core.errors import NoMap
from lorgnette.core.gcj02 import in_china
from lorgnette.core.places import Place
from lorgnette.core.places.kinds import kinds_said
from lorgnette.core.types import Language, Spot
from lorgnette.engines.places import Found
from lorgnette.providers.amap import request, spots
from lorgnette.providers.amap.asking import Amap
from lorgnette.providers.amap.kinds import codes
from lorgnette.providers.finds import NEARBY, found, nearest, of_kinds


class AmapPlaces(Amap):
    """A `Places` for China. Elsewhere it has no map, and is not asked."""

    keeps: ClassVar = 24 * 3600.0

    async def search(
        self,
        words: str,
        /,
        *,
        language: Language,  # noqa: ARG002 - it answers in Chinese
        near: Spot | None = None,
        limit: int = 10,
    ) -> Sequence[Found]:
        """See `Places`."""
        _check_china(near)
        kinds = kinds_said(words)
        if near is not None and kinds and codes(kinds):
            return await self.around(near, kinds=kinds, within=NEARBY, limit=limit)
        asked = request.search(self._settings, words, near, limit)
        if asked is None:
            return ()
        places = await self.asked(asked, spots.places)
        return [found(each, words, near) for each in islice(places, limit)]

    async def around(
        self, spot: Spot, /, *, kinds: Collection[str] = (), within: float = 500, limit: int = 20
    ) -> Sequence[Found]:
        """See `Places`."""
        _check_china(spot)
        wanted = codes(kinds)
        if not wanted or limit < 1:
            return ()
        asked = request.around(self._settings, spot, wanted, within, limit)
        places = await self.asked(asked, spots.places)
        return nearest(of_kinds(places, kinds), spot, within, limit)

    async def address(self, spot: Spot, /) -> Place | None:
        """See `Places`."""
        _check_china(spot)
        asked = request.address(self._settings, spot)
        return await self.asked(asked, lambda body: spots.address(body, spot))


def _check_china(spot: Spot | None) -> None:
    if spot is not None and not in_china(spot):
        raise NoMap("Amap has maps of China")
