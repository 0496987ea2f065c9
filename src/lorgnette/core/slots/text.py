"""Free text: what was said, word for word, or the name of a place or a person."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NewType, TypeVar

import msgspec

from lorgnette.core.slots.registry import register
from lorgnette.core.slots.slot import Context
from lorgnette.core.types import Language
from lorgnette.core.words import join

T = TypeVar("T")

Text = NewType("Text", str)
"""Any words, as the wearer said them. Plain `str` is the same."""


class Place(msgspec.Struct, frozen=True):
    """A place by its name: an address, a shop, «the station»."""

    name: str


class Person(msgspec.Struct, frozen=True):
    """Somebody by name: «Anna», «my sister»."""

    name: str


class Words(Generic[T]):
    """A slot that takes any words, at most `most` of them."""

    def __init__(
        self, name: str, spelled: Callable[[str], T], written: Callable[[T], str], most: int
    ) -> None:
        self.name = name
        self.spelled = spelled
        self._written = written
        self._most = most

    def read(self, words: Sequence[str], context: Context) -> Iterator[tuple[int, T]]:
        """See `Slot`. These values are in the spelling of `words`; `spelled` keeps the wearer's."""
        ends = [0]
        for count in range(1, min(len(words), self._most) + 1):
            added = join(words[max(0, count - 2) : count], context.language)
            before = len(words[count - 2]) if count > 1 else 0
            ends.append(ends[-1] + len(added) - before)
        text = join(words[: self._most], context.language)
        for count in range(len(ends) - 1, 0, -1):
            yield count, self.spelled(text[: ends[count]])

    def template(self, language: Language) -> str | None:  # noqa: ARG002 - the contract of slots
        """Anything: None."""
        return None

    def show(self, value: T, language: Language) -> str:  # noqa: ARG002 - the contract of slots
        """The words themselves."""
        return self._written(value)


def _name(value: Place | Person) -> str:
    return value.name


_text: Words[str] = Words("text", str, str, most=2000)
register(str, _text)
register(Text, _text)
register(Place, Words("place", Place, _name, most=16))
register(Person, Words("person", Person, _name, most=8))
