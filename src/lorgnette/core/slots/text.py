"""Free text: what was said, word for word, or the name of a place or a person."""

import re
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
        text = join(words[: self._most], context.language)
        ends = [0]
        for word in words[: self._most]:
            gap = 1 if text[ends[-1] : ends[-1] + 1] == " " else 0
            ends.append(ends[-1] + gap + len(word))
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


def _tidy(text: str) -> str:
    """The text with single spaces; its lines stay."""
    return re.sub(r"[^\S\n]+", " ", text).strip()


_text: Words[str] = Words("text", _tidy, str, most=500)
register(str, _text)
register(Text, _text)
register(Place, Words("place", Place, _name, most=16))
register(Person, Words("person", Person, _name, most=8))
