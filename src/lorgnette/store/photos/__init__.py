"""Photos in the store: their rows, and their files beside it."""

from lorgnette.store.photos.photos import SQLitePhotos

__all__ = ["SQLitePhotos"]
