"""The requests to Photon, as its `docs/api-v1.md` has them. No I/O."""

from collections.abc import Collection
from typing import Final
from urllib.parse import urlencode

from lorgnette.core.types import Language, Spot
from lorgnette.providers import osm
from lorgnette.providers.finds import question
from lorgnette.providers.http import Request
from lorgnette.providers.photon.settings import PhotonSettings

WIDEST: Final = 5_000.0
"""Kilometres around a spot."""

DOOR: Final = 0.15
"""Kilometres within which a street or a house is where one stands."""


def search(
    settings: PhotonSettings, words: str, language: Language, near: Spot | None, limit: int
) -> Request | None:
    """Places by name or address; None when there is nothing to look for.

    Where the wearer is it learns to a hundredth of a degree only: that is about a kilometre.
    """
    said = question(words)
    if not said:
        return None
    asked = [("q", said), ("limit", str(limit)), ("lang", spoken(settings, language))]
    if near is not None:
        asked += [("lat", f"{near.latitude:.2f}"), ("lon", f"{near.longitude:.2f}")]
    return _request(settings, "api", asked)


def around(
    settings: PhotonSettings, spot: Spot, kinds: Collection[str], within: float, limit: int
) -> Request:
    """What is around a spot: of these kinds, or all that is worth telling."""
    tags = [":".join(tag) for kind in sorted(kinds) for tag in osm.tags(kind)]
    asked = [
        *_at(spot),
        ("radius", f"{min(WIDEST, within / 1000):.3f}"),
        ("limit", str(limit)),
        *(("osm_tag", tag) for tag in tags or osm.WORTH_TELLING),
    ]
    return _request(settings, "reverse", asked)


def address(settings: PhotonSettings, spot: Spot) -> Request:
    """The house or the street that is nearest to a spot."""
    asked = [*_at(spot), ("radius", str(DOOR)), ("limit", "1")]
    return _request(settings, "reverse", [*asked, ("layer", "house"), ("layer", "street")])


def spoken(settings: PhotonSettings, language: Language) -> str:
    """The language in which it is asked to answer."""
    return language if language in settings.languages else "default"


def _at(spot: Spot) -> list[tuple[str, str]]:
    return [
        ("lat", f"{spot.latitude:.6f}"),
        ("lon", f"{spot.longitude:.6f}"),
        ("lang", "default"),
    ]


def _request(settings: PhotonSettings, verb: str, asked: list[tuple[str, str]]) -> Request:
    url = f"{settings.url.rstrip('/')}/{verb}?{urlencode(asked, safe=':')}"
    return Request(url, settings.headers, method="GET")
