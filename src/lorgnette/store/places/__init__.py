"""The places of maps: an index for each map, made from OpenStreetMap, and who asks them all."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from lorgnette.store.places.building import Indexed, index
from lorgnette.store.places.maps import MapPlaces
from lorgnette.store.places.tables import FILE

MAPS: Final = "maps"
"""The name of the folder of maps, in the hub's folder."""


def provider(tables: Mapping[str, Any]) -> MapPlaces:
    """The provider: the places of the maps of the hub that has this configuration."""
    return MapPlaces(Path(tables["hub"]["data"]) / MAPS)


__all__ = ["FILE", "MAPS", "Indexed", "MapPlaces", "index", "provider"]
