"""The small words of a language that no skill can own: please, um, stop, yes, the second one."""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from importlib import resources

import msgspec

from lorgnette.core.types import Language
from lorgnette.core.words import split
from lorgnette.understanding.template import Node, Row, Word, choice, row


class Idiom(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """One file of `idioms/`, phrases as they are written.

    `before` and `after` are politeness and hesitation at the edges of a command. `small` words
    carry little meaning: they may be missing, or too many; `negating` ones never are. `other` words
    are about what no command of ours is, and were not meant to be one of its words. A sentence
    that ends in a `dangling` word is not over; a number that ends in a `growing` one may go on.
    `yes` and `no` cannot be mistaken, and may be followed by `thanks`. `places` are the names of
    the first of several choices, the second, …, `last` those of the last, and `choosing` what is
    said around such a name. Where choices are gone through one by one, `onward` asks for the next,
    `backward` for the one before, and `this` takes the one that is shown.
    """

    language: Language = Language("")
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    negating: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    dangling: tuple[str, ...] = ()
    growing: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    places: tuple[tuple[str, ...], ...] = ()
    last: tuple[str, ...] = ()
    choosing: tuple[str, ...] = ()
    onward: tuple[str, ...] = ()
    backward: tuple[str, ...] = ()
    this: tuple[str, ...] = ()

    @cached_property
    def small_words(self) -> frozenset[str]:
        """`small`, for looking up."""
        return frozenset(self.small)

    @cached_property
    def negating_words(self) -> frozenset[str]:
        """`negating`, for looking up."""
        return frozenset(self.negating)

    @cached_property
    def fixed_words(self) -> frozenset[str]:
        """Words that are taken as they were heard."""
        return frozenset((*self.negating, *self.other))

    @cached_property
    def openings(self) -> "Phrases":
        """`before`, word by word."""
        return Phrases(self.before, self.language)

    @cached_property
    def endings(self) -> "Phrases":
        """`after`, word by word."""
        return Phrases(self.after, self.language)

    @cached_property
    def around(self) -> tuple[Node, Node]:
        """What a sentence may begin and end with, as trees."""
        openings, endings = (
            choice([Row(), *(row(map(Word, words)) for words in sorted(phrases.known))])
            for phrases in (self.openings, self.endings)
        )
        return openings, endings

    @cached_property
    def stops(self) -> "Phrases":
        """`stop`, word by word."""
        return Phrases(self.stop, self.language)

    @cached_property
    def consents(self) -> "Phrases":
        """`yes`, word by word."""
        return Phrases(self.yes, self.language)

    @cached_property
    def refusals(self) -> "Phrases":
        """`no`, word by word."""
        return Phrases(self.no, self.language)

    @cached_property
    def courtesies(self) -> "Phrases":
        """`thanks`, word by word."""
        return Phrases(self.thanks, self.language)

    @cached_property
    def ordinals(self) -> "tuple[Phrases, ...]":
        """`places`, word by word."""
        return tuple(Phrases(names, self.language) for names in self.places)

    @cached_property
    def lasts(self) -> "Phrases":
        """`last`, word by word."""
        return Phrases(self.last, self.language)

    @cached_property
    def onwards(self) -> "Phrases":
        """`onward`, word by word."""
        return Phrases(self.onward, self.language)

    @cached_property
    def backwards(self) -> "Phrases":
        """`backward`, word by word."""
        return Phrases(self.backward, self.language)

    @cached_property
    def these(self) -> "Phrases":
        """The phrases of `this`, word by word."""
        return Phrases(self.this, self.language)

    def begins(self, words: Sequence[str]) -> list[int]:
        """Where a command may begin: 0, and after each filler at the front."""
        found = [0]
        for start in found:
            found += [start + n for n in self.openings.at(words, start) if start + n not in found]
        return found

    def closes(self, words: Sequence[str]) -> list[int]:
        """Where a command may end: the length, and before each filler at the back."""
        found = [len(words)]
        for end in found:
            found += [end - n for n in self.endings.before(words, end) if end - n not in found]
        return found

    def core(self, words: Sequence[str]) -> Sequence[str]:
        """The words without the fillers around them; all of them when there is nothing else."""
        start, end = max(self.begins(words)), min(self.closes(words))
        return words[start:end] if start < end else words


class Phrases:
    """Some phrases, to be found at a place in a sentence."""

    def __init__(self, texts: Sequence[str], language: Language) -> None:
        """`texts`: as they are written."""
        self.known = frozenset(split(text, language) for text in texts)
        self.lengths = sorted({len(words) for words in self.known if words})

    def __contains__(self, words: Sequence[str]) -> bool:
        return tuple(words) in self.known

    def at(self, words: Sequence[str], start: int) -> list[int]:
        """The lengths of the phrases that stand at `start`."""
        most = len(words) - start
        return [
            n for n in self.lengths if n <= most and tuple(words[start : start + n]) in self.known
        ]

    def before(self, words: Sequence[str], end: int) -> list[int]:
        """The lengths of the phrases that stand before `end`."""
        return [n for n in self.lengths if n <= end and tuple(words[end - n : end]) in self.known]


@cache
def idiom(language: Language) -> Idiom:
    """The idiom of a language; an empty one when it has no file."""
    import msgspec.yaml

    file = resources.files("lorgnette.understanding") / "idioms" / f"{language}.yaml"
    if not language.isalnum() or not file.is_file():
        return Idiom(language)
    known: Mapping[str, object] = msgspec.yaml.decode(file.read_bytes())
    return msgspec.convert({**known, "language": language}, Idiom)
