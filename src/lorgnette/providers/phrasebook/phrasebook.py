"""Finds a sentence among the phrases and says it in another language."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import permutations
from pathlib import Path

import msgspec

from lorgnette.core.errors import NotFound, UnsupportedLanguage
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.engines.translator import Translation, Way
from lorgnette.providers.phrasebook.book import PHRASES, Phrase, read_phrases
from lorgnette.providers.phrasebook.matching import all_folded, bare, folded
from lorgnette.providers.phrasebook.numbers import SLOTS, Numbers, written
from lorgnette.providers.phrasebook.wording import wordings

LONGEST = 200
"""Characters; no phrase comes near, and longer texts are not looked at."""

_SLOT = re.compile(r"\{\w+\}")
_PROBE = "8888888"
_BLANK = "\ue000"


class Index(msgspec.Struct, frozen=True):
    """One language of the book: folded sentences with their phrases, and its numbers."""

    phrases: Mapping[str, Phrase]
    numbers: Numbers


class Phrasebook:
    """A `Translator` of whole phrases that were checked; it never guesses.

    Case, punctuation, contractions and `please` do not matter; every other word does. A language
    is read at its first question.
    """

    quick = True

    def __init__(self, folder: Path = PHRASES) -> None:
        """`folder`: where the themes are; each file has the same columns."""
        self._folder = folder
        self._indexes: dict[Language, Index] = {}

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Everything the book has."""
        return read_phrases(self._folder)

    @property
    def languages(self) -> frozenset[Language]:
        """The languages it speaks, each into each."""
        return frozenset(self.phrases[0].texts)

    @cached_property
    def ways(self) -> frozenset[Way]:
        """Each of its languages into each other."""
        return frozenset(permutations(self.languages, 2))

    async def translate(self, text: str, /, *, source: Language, target: Language) -> Translation:
        """The same phrase in another language, with its number if it has one."""
        for language in (source, target):
            if language not in self.languages:
                raise UnsupportedLanguage(f"the phrasebook does not speak {language}")
        found = self._find(text, source) if len(text) <= LONGEST else None
        if found is None:
            raise NotFound("this sentence is not in the phrasebook")
        phrase, number = found
        translated = phrase.texts[target].replace(f"{{{phrase.slot}}}", written(number, target))
        return Translation(translated)

    async def warm_up(self) -> None:
        """Read the languages that wearers ask in."""
        for language in self.languages & {ENGLISH, CHINESE}:
            self._index(language)

    def _find(self, text: str, language: Language) -> tuple[Phrase, str] | None:
        index = self._index(language)
        key = folded(text, language)
        for sentence in dict.fromkeys((key, bare(key, language))):
            if phrase := index.phrases.get(sentence):
                return phrase, ""
            for start, end, number in index.numbers.find(sentence):
                phrase = index.phrases.get(sentence[:start] + _BLANK + sentence[end:])
                if phrase and SLOTS[phrase.slot](number):
                    return phrase, number
        return None

    def _index(self, language: Language) -> Index:
        if language not in self._indexes:
            self._indexes[language] = _index(self.phrases, language)
        return self._indexes[language]


def keys(phrases: Sequence[Phrase], language: Language) -> list[tuple[str, Phrase]]:
    """The folded form of every wording of every phrase, a blank in place of its number."""
    written_down = [
        (sentence, phrase)
        for phrase in phrases
        for template in phrase.wordings[language]
        for sentence in wordings(_SLOT.sub(_PROBE, template))
    ]
    folds = all_folded([sentence for sentence, _ in written_down], language)
    return [
        (key.replace(_PROBE, _BLANK), phrase)
        for key, (_, phrase) in zip(folds, written_down, strict=True)
    ]


def _index(phrases: Sequence[Phrase], language: Language) -> Index:
    """What is written wins over what remains without `please`: `yes, please` is not `yes`."""
    full = dict(keys(phrases, language))
    short = {bare(key, language): phrase for key, phrase in full.items()}
    counted = {
        key: int(phrase.name.removeprefix("number-"))
        for key, phrase in full.items()
        if phrase.name.startswith("number-")
    }
    return Index(short | full, Numbers(language, counted))
