"""Photon as a source of places: the requests, the sender and the answers put together."""

from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import Any, ClassVar, Final

from lorgnette.core.places import Place
from lorgnette.core.places.kinds import kinds_said
from lorgnette.core.types import Language, Spot
from lorgnette.engines.places import Found
from lorgnette.providers import osm
from lorgnette.providers.finds import NEARBY, found, nearest, of_kinds
from lorgnette.providers.photon import request, result
from lorgnette.providers.photon.settings import PhotonSettings
from lorgnette.providers.services import Remote, settings_from

URL: Final = "https://photon.komoot.io"
"""The public server, which asks to be fair without a number: a question a second."""

MOST: Final = 50
"""Places of one answer."""


class Photon(Remote[PhotonSettings]):
    """A `Places` on OpenStreetMap (ODbL) that forgives misspelt and begun words."""

    name = "photon"
    keeps: ClassVar = 7 * 24 * 3600.0

    @classmethod
    def settings(cls, tables: Mapping[str, Any]) -> PhotonSettings:
        """See `Remote`."""
        return settings_from(PhotonSettings, tables, cls.name, url=URL)

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
        known = language if language in self._settings.languages else None
        return [found(each, words, near) for each in islice(result.places(body, known), limit)]

    async def around(
        self, spot: Spot, /, *, kinds: Collection[str] = (), within: float = 500, limit: int = 20
    ) -> Sequence[Found]:
        """See `Places`."""
        if limit < 1 or (kinds and not any(map(osm.tags, kinds))):
            return ()
        asked = request.around(self._settings, spot, kinds, within, min(limit, MOST))
        places = result.places(await self._service.fetch(asked))
        return nearest(of_kinds(places, kinds), spot, within, limit)

    async def address(self, spot: Spot, /) -> Place | None:
        """See `Places`."""
        body = await self._service.fetch(request.address(self._settings, spot))
        return next(result.places(body), None)
