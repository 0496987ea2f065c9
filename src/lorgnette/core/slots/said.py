"""A slot made of phrases: one part for each language, and a function that shows values."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Generic, TypeVar

from lorgnette.core.slots.phrases import Part
from lorgnette.core.slots.slot import MOST_WORDS, Context
from lorgnette.core.types import ENGLISH, Language

T = TypeVar("T")


def as_said(value: Any, context: Context) -> Any:  # noqa: ARG001 - one way to settle a value
    """The value of the phrase is the value of the slot."""
    return value


class Said(Generic[T]):
    """A slot read by the phrases of a language; languages without phrases use the English ones.

    The phrases are made when they are first needed. `settle` makes the slot's value from what a
    phrase says (`tomorrow`) and the context (what day is it?); None means that there is none.
    """

    def __init__(
        self,
        name: str,
        phrases: Mapping[Language, Callable[[], Part[Any]]],
        show: Callable[[T, Language], str],
        settle: Callable[[Any, Context], T | None] = as_said,
    ) -> None:
        self.name = name
        self.show = show
        self._phrases = {language: cache(make) for language, make in phrases.items()}
        self._settle = settle

    def part(self, language: Language) -> Part[Any]:
        """The phrases of a language."""
        return self._phrases.get(language, self._phrases[ENGLISH])()

    def read(self, words: Sequence[str], context: Context) -> Iterator[tuple[int, T]]:
        """See `Slot`."""
        found = self.part(context.language).scan(words[:MOST_WORDS], 0)
        seen: list[tuple[int, T]] = []
        for end, said in sorted(found, key=_end, reverse=True):
            value = self._settle(said, context)
            if value is not None and (end, value) not in seen:
                seen.append((end, value))
                yield end, value

    def template(self, language: Language) -> str | None:
        """See `Slot`."""
        return self.part(language).template


def _end(reading: tuple[int, object]) -> int:
    return reading[0]
