"""What is remembered for a wearer: structs, kept on shelves by their kind."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from lorgnette.core.types import Wearer
from lorgnette.engines.key import Key

T = TypeVar("T", bound=msgspec.Struct)


class Stored(msgspec.Struct, Generic[T], frozen=True):
    """A struct on a shelf: `id` is unique in the hub, `due` is when it wants attention."""

    id: int
    item: T
    created: datetime
    due: datetime | None = None


class Thing(msgspec.Struct, frozen=True):
    """A struct on any shelf, as plain data: for whoever does not know its kind."""

    id: int
    kind: str
    item: Mapping[str, Any]
    created: datetime
    due: datetime | None = None


class Shelf(Protocol[T]):
    """The structs of one kind of one wearer. Every change is on disk when the call returns."""

    async def add(self, item: T, /, *, due: datetime | None = None) -> Stored[T]:
        """Keep a struct. Raises StoreFailed, and then nothing was kept."""

    async def all(self, *, limit: int = 1000) -> Sequence[Stored[T]]:
        """Every struct, oldest first."""

    async def find(self, text: str, /, *, limit: int = 100) -> Sequence[Stored[T]]:
        """The structs in which each word of `text` occurs, newest first."""

    async def newest(self, *, before: int | None = None, limit: int = 100) -> Sequence[Stored[T]]:
        """The newest structs, newest first, of those that came before the one with an id."""

    async def replace(self, number: int, item: T, /, *, due: datetime | None = None) -> bool:
        """Put another struct in the place of one; False when it is gone."""

    async def remove(self, *numbers: int) -> int:
        """Forget these structs, all or none; how many there were."""

    async def clear(self, *, until: datetime | None = None) -> int:
        """Forget every struct, or those that came until then; how many there were."""


class Records(Protocol):
    """Shelves for every wearer. What one wearer keeps, no other can reach."""

    def shelf(self, wearer: Wearer, kind: type[T], /) -> Shelf[T]:
        """The shelf of one kind of struct, named after the struct's tag or class."""

    async def due(self, kind: type[T], until: datetime, /) -> Sequence[tuple[Wearer, Stored[T]]]:
        """The structs of all wearers that are due by `until`, the longest due first."""

    async def next_due(self, kind: type[T], after: datetime, /) -> datetime | None:
        """When the next struct of this kind is due, of those that are not due yet."""

    async def wearers(self) -> Sequence[Wearer]:
        """Everybody who keeps something."""

    async def everything(
        self, wearer: Wearer, /, *, but: str, before: int | None = None, limit: int = 1000
    ) -> Sequence[Thing]:
        """What a wearer keeps of any kind, newest first; `but` begins the kinds to leave out."""

    async def discard(self, wearer: Wearer, number: int, /, *, but: str) -> bool:
        """Forget one thing of a wearer, whatever its kind; False when there is no such thing."""

    async def changed(self) -> None:
        """Wait until something with a due time was added, replaced or removed."""


RECORDS: Key[Records] = Key("records")
