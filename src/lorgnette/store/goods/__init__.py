"""The catalogue of goods on this machine: one SQLite file, made from what was imported."""

from typing import Final

from lorgnette.store.goods.catalogue import SQLiteCatalogue
from lorgnette.store.goods.shelves import Shelves

FILE: Final = "goods.sqlite"
"""The name of the file, in the hub's folder."""

__all__ = ["FILE", "SQLiteCatalogue", "Shelves"]
