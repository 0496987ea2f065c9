"""What somebody who types some words wants to find.

Every text has a meaning: no sign is an operator but "…" around a phrase and * behind the
beginning of a word, and neither can be wrong.
"""

import re
from functools import cache
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from lorgnette.core.minutes.rules import LANGUAGES, rules
from lorgnette.core.search.terms import is_wide
from lorgnette.core.types import ENGLISH, Language
from lorgnette.core.words import Span, spans, split

LONGEST: Final = 500
"""Characters that are looked at."""

MOST: Final = 16
"""Units that are looked for; further words are left out."""

_QUOTES: Final = '"“”«»「」『』'
_PIECE: Final = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]|([^\s{_QUOTES}]+)")


class Unit(NamedTuple):
    """Words that stand side by side; with `begins`, the last of them may go on."""

    words: tuple[str, ...]
    begins: bool = False


class Wanted(NamedTuple):
    """What is looked for, as units in their order; `exact`: nothing less will do."""

    units: tuple[Unit, ...]
    exact: bool = False

    @property
    def phrase(self) -> Unit:
        """All units side by side."""
        words = tuple(word for unit in self.units for word in unit.words)
        return Unit(words, self.units[-1].begins)

    @property
    def matter(self) -> tuple[Unit, ...]:
        """The units without words that every sentence has, unless there are no others."""
        return tuple(unit for unit in self.units if not _is_filler(unit)) or self.units

    @property
    def parts(self) -> tuple[Unit, ...]:
        """What is no filler in its smallest parts: words; of Chinese, pairs of characters.

        None when less than all will not do.
        """
        if self.exact:
            return ()
        parts = (part for unit in self.units for part in _parted(unit) if not _is_filler(part))
        return tuple(dict.fromkeys(parts))[:MOST]


def wanted(text: str) -> Wanted:
    """What is looked for in a text; no units when there is no word in it."""
    units, exact = [], False
    for piece in _PIECE.finditer(text[:LONGEST]):
        words = words_of(piece[1] if piece[1] is not None else piece[2])
        if words:
            units.append(Unit(words, begins=piece[0].endswith("*")))
            exact = exact or piece[1] is not None
    return Wanted(tuple(units[:MOST]), exact)


def words_of(text: str, language: Language = ENGLISH) -> tuple[str, ...]:
    """The words of a text that can be looked for: all that have a letter or a digit."""
    return tuple(filter(_can_be_found, split(text, language)))


def spans_of(text: str, language: Language) -> tuple[Span, ...]:
    """Where each of `words_of` stands in the text."""
    pairs = zip(split(text, language), spans(text, language), strict=True)
    return tuple(span for word, span in pairs if _can_be_found(word))


def _can_be_found(word: str) -> bool:
    return any(map(str.isalnum, word))


def _is_filler(unit: Unit) -> bool:
    return len(unit.words) == 1 and not unit.begins and unit.words[0] in _fillers()


@cache
def _fillers() -> frozenset[str]:
    """Words that every sentence has, of all languages."""
    known = (rules(language) for language in LANGUAGES)
    return frozenset(word for each in known if each for word in each.stop_words)


def _parted(unit: Unit) -> list[Unit]:
    parts: list[Unit] = []
    for wide, run in groupby(unit.words, is_wide):
        words = tuple(run)
        together = pairwise(words) if wide and len(words) > 1 else ((word,) for word in words)
        parts += map(Unit, together)
    if unit.begins:
        parts[-1] = Unit(parts[-1].words, begins=True)
    return parts
