"""The contract of slots: how the values of one type are said and shown."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar, runtime_checkable

import msgspec

from lorgnette.core.types import Language

T = TypeVar("T")

MOST_WORDS = 32
"""No value that is not free text is longer than this many words."""


class Context(msgspec.Struct, frozen=True):
    """What a value may depend on: `now` is aware, in the wearer's time zone."""

    language: Language
    now: datetime


class Slot(Protocol[T]):
    """How values of one type are said and shown.

    A slot may have the attribute `guessed = False`: words in its place that it cannot read are
    then no question back («when is …» may be about anything). Without it they are.
    """

    name: str

    def read(self, words: Sequence[str], context: Context) -> Iterator[tuple[int, T]]:
        """Every value that the beginning of `words` can be: words used and value, longest first.

        `words` come from `core.words.split`. Raises on no input, and its work is bounded.
        """

    def template(self, language: Language) -> str | None:
        """How it is said, as a template of `( | ) [ ]` and words; None means free text."""

    def show(self, value: T, language: Language) -> str:
        """The value as written for the wearer; also good to be spoken."""


@runtime_checkable
class FreeText(Protocol):
    """A slot that takes any words, and wants them as they were spelled."""

    def spelled(self, text: str) -> Any:
        """The value for the wearer's own text, with its capitals and punctuation."""
