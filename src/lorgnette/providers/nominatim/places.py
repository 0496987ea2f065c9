"""Nominatim as a source of places: the requests, the sender and the answers put together."""

from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import Any, ClassVar, Final

from lorgnette.core.places import Place
from lorgnette.core.places.kinds import kinds_said
from lorgnette.core.types import Language, Spot
from lorgnette.engines.places import Found
from lorgnette.providers import osm
from lorgnette.providers.finds import NEARBY, found, nearest, of_kinds
from lorgnette.providers.nominatim import request, result
from lorgnette.providers.services import Remote, ServiceSettings, settings_from

URL: Final = "https://nominatim.openstreetmap.org"
"""The public server: a question a second."""

MOST: Final = 50
"""Places of one answer."""

TAGS: Final = 3
"""Tags that are asked for, for each is a question of its own."""


class Nominatim(Remote[ServiceSettings]):
    """A `Places` on OpenStreetMap (ODbL). What is around it tells only by kind, or the nearest."""

    name = "nominatim"
    keeps: ClassVar = 7 * 24 * 3600.0

    @classmethod
    def settings(cls, tables: Mapping[str, Any]) -> ServiceSettings:
        """See `Remote`."""
        return settings_from(ServiceSettings, tables, cls.name, url=URL)

    async def search(
        self, words: str, /, *, language: Language, near: Spot | None = None, limit: int = 10
    ) -> Sequence[Found]:
        """See `Places`."""
        if near is not None and (kinds := kinds_said(words)):
            return await self.around(near, kinds=kinds, within=NEARBY, limit=limit)
        asked = request.search(self._settings, words, language, near, min(limit, MOST))
        if asked is None:
            return ()
        body = await self._service.fetch(asked)
        return [found(each, words, near) for each in islice(result.places(body), limit)]

    async def around(
        self, spot: Spot, /, *, kinds: Collection[str] = (), within: float = 500, limit: int = 20
    ) -> Sequence[Found]:
        """See `Places`."""
        seen: list[Place] = []
        tags = [tag for kind in sorted(kinds) for tag in osm.tags(kind)]
        for tag in tags[:TAGS] if limit > 0 else ():
            asked = request.around(self._settings, spot, tag, within, min(limit, MOST))
            seen += result.places(await self._service.fetch(asked))
        if limit > 0 and not kinds and (near := await self._reverse(spot, "poi")):
            seen.append(near)
        return nearest(of_kinds(seen, kinds), spot, within, limit)

    async def address(self, spot: Spot, /) -> Place | None:
        """See `Places`."""
        return await self._reverse(spot, "address")

    async def _reverse(self, spot: Spot, layer: str) -> Place | None:
        asked = request.reverse(self._settings, spot, layer)
        return result.nearest(await self._service.fetch(asked))
