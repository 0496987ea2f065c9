"""A text that is going to be said: its words as they sound, what each is worth, and where it is.

Words are counted from 0. A number is one word, however it is written and however many words it
takes to say it: all numbers are alike. So «in 2026» is heard in «in twenty twenty-six».
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import log

from lorgnette.core.slots.numerals import chinese, english
from lorgnette.core.types import Language
from lorgnette.core.words import Span, spans, split
from lorgnette.understanding.sound import lexicon

NUMBER = "#"
"""The word that stands for any number."""

SCALES = ("hundred", "thousand", "million", "billion")

SPOKEN_NUMBERS = frozenset(
    (*english.SMALL, *english.TENS, *english.ORDINALS, *SCALES, *chinese.DIGITS, *"〇两十百千万亿")
)

IDEOGRAPH, NUMERIC = 0.5, 0.3
"""What a character and a number are worth at most, in long rare words."""

LONG = 6
"""Letters of a word that is worth most: what is short is often said."""

SURE = 4
"""Letters from which a word may be another one misheard: shorter ones are like too many."""

LEAST = 0.12
"""What the commonest word is worth."""


class Script:
    """The words of a text."""

    def __init__(self, text: str, language: Language) -> None:
        """`text`: at most some 10,000 words; `language` is that of its words."""
        self.language = language
        counted = [*_counted(split(text, language), spans(text, language))]
        self.words: tuple[str, ...] = tuple(word for word, _ in counted)
        self.spans: tuple[Span, ...] = tuple(span for _, span in counted)
        """Where each word stands in the text."""
        self.places: Mapping[str, Sequence[int]] = _places(self.words)
        self.worth: Mapping[str, float] = _worth(self.words)
        """How much it tells when a word is heard: up to 1 for a long one that is there once."""
        self._lexicon = lexicon(self.places, language)
        self.alike = lru_cache(maxsize=2048)(self._alike)
        """The words that a heard one may be, with how sure that is: 1 is the very word."""

    def __len__(self) -> int:
        return len(self.words)

    def _alike(self, heard: str) -> Mapping[str, float]:
        if heard.isascii() and len(heard) < SURE:
            return {heard: 1.0} if heard in self.places else {}
        sound = self._lexicon.sound(heard)
        near = self._lexicon.near(sound, self.places)
        found = {word: max(0.3, 1 - 2 * cost / max(len(sound), 1)) for word, cost in near}
        return {**found, heard: 1.0} if heard in self.places else found


def spoken(words: Sequence[str]) -> list[str]:
    """Words as a script has them: numbers are alike, and one that goes on is one."""
    return [word for word, _ in _counted(words, [(0, 0)] * len(words))]


def _counted(words: Sequence[str], where: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    """Words and where they are, with each run of numbers as one."""
    start = None
    for index, (word, span) in enumerate(zip(words, where, strict=True)):
        if not _is_number(word):
            yield word, span
            continue
        start = span[0] if start is None else start
        if index + 1 == len(words) or not _is_number(words[index + 1]):
            yield NUMBER, (start, span[1])
            start = None


def _is_number(word: str) -> bool:
    return word in SPOKEN_NUMBERS or word.lstrip("-.$€£¥₹₩₽")[:1].isdecimal()


def _places(words: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        found.setdefault(word, []).append(place)
    return found


def _worth(words: Sequence[str]) -> dict[str, float]:
    whole = log(len(words) + 2)
    rarity = {word: 1 - log(count) / whole for word, count in Counter(words).items()}
    return {word: max(LEAST, rare * _most(word)) for word, rare in rarity.items()}


def _most(word: str) -> float:
    if word == NUMBER:
        return NUMERIC
    return min(1.0, len(word) / LONG) if word.isascii() or len(word) > 1 else IDEOGRAPH
