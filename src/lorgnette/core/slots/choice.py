"""One of a few things: `Literal["dark roast", "medium roast"]`, or a `StrEnum`.

A choice is written like a sentence: `Literal["(sparkling|fizzy) water"]`. Its languages stand side
by side: `Literal["tea|茶", "coffee|咖啡"]`. The value is always the string itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from lorgnette.core.slots.phrases import Table, sequences
from lorgnette.core.slots.slot import MOST_WORDS, Context
from lorgnette.core.types import CHINESE, Language
from lorgnette.core.words import join

T = TypeVar("T")


class Choice(Generic[T]):
    """A slot of fixed choices."""

    def __init__(
        self, choices: Mapping[str, T], name: str = "choice", *, guessed: bool = True
    ) -> None:
        """`choices`: the pattern of each choice and its value. ValueError when one is malformed.

        `guessed`: other words in its place are taken for a choice that was misheard, and asked
        about. Where the sentence may then be about anything, they had better not be.
        """
        self.name = name
        self.guessed = guessed
        self._table = Table(choices)
        self._written = {value: _spellings(pattern) for pattern, value in choices.items()}

    def read(self, words: Sequence[str], context: Context) -> Iterator[tuple[int, T]]:  # noqa: ARG002 - the contract of slots
        """See `Slot`."""
        yield from reversed(self._table.scan(words[:MOST_WORDS], 0))

    def template(self, language: Language) -> str | None:  # noqa: ARG002 - the contract of slots
        """See `Slot`."""
        return self._table.template

    def show(self, value: T, language: Language) -> str:
        """The first way of saying it, in the wearer's language when there is one."""
        spellings = self._written.get(value) or [str(value)]
        fitting = (each for each in spellings if _is_chinese(each) is (language == CHINESE))
        return next(fitting, spellings[0])


def _spellings(pattern: str) -> list[str]:
    return [
        join([word for word in words if isinstance(word, str)], CHINESE)
        for words in sequences(pattern)
    ]


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)
