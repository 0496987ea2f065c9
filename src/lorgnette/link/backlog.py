"""What one side keeps until the other has it."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Backlog(Generic[T]):
    """Things in the order they were added, each to be sent once on every connection."""

    def __init__(self) -> None:
        """Starts empty."""
        self._kept: dict[int, T] = {}
        self._added = 0
        self._sent = 0

    def __iter__(self) -> Iterator[T]:
        return iter(self._kept.values())

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def waiting(self) -> bool:
        """Something was added, and not sent on this connection."""
        return self._sent < self._added

    def add(self, thing: T) -> None:
        """Keep a thing, after all others."""
        self._kept[self._added] = thing
        self._added += 1

    def unsent(self) -> list[T]:
        """What was not sent on this connection yet; from now on it counts as sent."""
        kept, first = self._kept, self._sent
        self._sent = self._added
        return [kept[serial] for serial in range(first, self._added) if serial in kept]

    def rewind(self) -> None:
        """A new connection: everything kept is to be sent again."""
        self._sent = next(iter(self._kept), self._added)

    def forget(self, done: Callable[[T], bool]) -> list[T]:
        """Let go of everything that is done with, sent or not; returned in order."""
        gone = [serial for serial, thing in self._kept.items() if done(thing)]
        return [self._kept.pop(serial) for serial in gone]
