"""What one turn adds to the wearer's shelves, so that it can be taken back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Generic, TypeVar

import msgspec

from lorgnette.engines.records import Shelf, Stored

T = TypeVar("T", bound=msgspec.Struct)


class WatchedShelf(Generic[T]):
    """A `Shelf` that notes the id of every struct added to it."""

    def __init__(self, shelf: Shelf[T], added: list[int]) -> None:
        """`added`: where the ids are noted."""
        self._shelf = shelf
        self._added = added

    async def add(self, item: T, /, *, due: datetime | None = None) -> Stored[T]:
        """Keep a struct, and note that."""
        stored = await self._shelf.add(item, due=due)
        self._added.append(stored.id)
        return stored

    async def all(self, *, limit: int = 1000) -> Sequence[Stored[T]]:
        """See `Shelf`."""
        return await self._shelf.all(limit=limit)

    async def find(self, text: str, /, *, limit: int = 100) -> Sequence[Stored[T]]:
        """See `Shelf`."""
        return await self._shelf.find(text, limit=limit)

    async def newest(self, *, before: int | None = None, limit: int = 100) -> Sequence[Stored[T]]:
        """See `Shelf`."""
        return await self._shelf.newest(before=before, limit=limit)

    async def replace(self, number: int, item: T, /, *, due: datetime | None = None) -> bool:
        """See `Shelf`."""
        return await self._shelf.replace(number, item, due=due)

    async def remove(self, *numbers: int) -> int:
        """See `Shelf`."""
        return await self._shelf.remove(*numbers)

    async def clear(self, *, until: datetime | None = None) -> int:
        """See `Shelf`."""
        return await self._shelf.clear(until=until)
