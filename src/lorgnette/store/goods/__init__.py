"""The catalogue of goods on this machine: one SQLite file, made from what was imported."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from lorgnette.store.goods.answers import SQLiteAnswers
from lorgnette.store.goods.catalogue import SQLiteCatalogue
from lorgnette.store.goods.shelves import Shelves

FILE: Final = "goods.sqlite"
"""The name of the file, in the hub's folder."""


def provider(tables: Mapping[str, Any]) -> SQLiteCatalogue:
    """The provider: the catalogue of the hub that has this configuration."""
    return SQLiteCatalogue(Path(tables["hub"]["data"]) / FILE)


__all__ = ["FILE", "SQLiteAnswers", "SQLiteCatalogue", "Shelves", "provider"]
