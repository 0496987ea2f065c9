"""How alike words sound, and which known words a heard one may have been.

Costs are in consonants: 0 sounds the same, 1 is one consonant for a very different one.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import inf
from typing import Protocol

from lorgnette.core.types import CHINESE, Language
from lorgnette.understanding.letters import sounds
from lorgnette.understanding.syllables import apart, syllables

VOWELS = "iIeaVAOUuEYoWQR@"

CONSONANTS = "pbtdkgfvTDszSZCJmnNlrwyh"

PAIRS = {
    0.15: "sz iI @I @V @e AO UV @U",
    0.25: "pb td kg fv TD SZ CJ Ie ea aV AV Uu oO R@ Ee uo YA WA nN @a @A @o eV aA oU EI Vo",
    0.5: "mn lr Tf Ts Tt Dd Dv Dz sS zZ SC tC dJ vw vb wl fp rw hk ZJ mN Cs yJ zd",
    0.7: "pt tk pk bd dg bg fs vz fS ks Sk hf ng Ck Cz",
}

KINDS = ("pbfv", "tdTD", "kg", "szSZCJ", "mnN", "l", "rR")

DROPPED = {
    **dict.fromkeys(VOWELS, 0.6),
    **dict.fromkeys(CONSONANTS, 0.9),
    "@": 0.3, "I": 0.45, "h": 0.35, "t": 0.5, "d": 0.5, "s": 0.6, "z": 0.6,
    "w": 0.5, "y": 0.4, "r": 0.5, "n": 0.75, "l": 0.75, "R": 0.7,
}  # fmt: skip
"""What it costs when a sound is there only once."""


def exchange_costs() -> Mapping[str, Mapping[str, float]]:
    """What it costs when one sound was taken for another."""
    costs: dict[str, dict[str, float]] = {}
    for left in VOWELS + CONSONANTS:
        costs[left] = {}
        for right in VOWELS + CONSONANTS:
            vowels = (left in VOWELS) + (right in VOWELS)
            costs[left][right] = 0.0 if left == right else (1.0, 1.3, 0.5)[vowels]
    for cost, pairs in PAIRS.items():
        for pair in pairs.split():
            costs[pair[0]][pair[1]] = costs[pair[1]][pair[0]] = cost
    return costs


EXCHANGED = exchange_costs()


def distance(left: str, right: str, limit: float = 99.0) -> float:
    """The least cost to turn one row of sounds into another; infinite when above the limit."""
    drops = [DROPPED[sound] for sound in right]
    row = [0.0]
    for drop in drops:
        row.append(row[-1] + drop)
    for sound in left:
        exchanged, dropped = EXCHANGED[sound], DROPPED[sound]
        diagonal = row[0]
        cost = diagonal + dropped
        after = [cost]
        for other, drop, above in zip(right, drops, row[1:], strict=True):
            cost += drop
            if (swapped := diagonal + exchanged[other]) < cost:
                cost = swapped
            if (skipped := above + dropped) < cost:
                cost = skipped
            diagonal = above
            after.append(cost)
        if min(after) > limit:
            return inf
        row = after
    return row[-1] if row[-1] <= limit else inf


FAINT = frozenset(VOWELS.replace("R", "") + "wyh")

SHAPES: dict[int, str | None] = {
    **{ord(sound): None for sound in FAINT},
    **{ord(sound): kind[0] for kind in KINDS for sound in kind},
}
"""Consonants by where and how they are spoken; vowels, and what is hardly heard, are left out."""

WORDS, JOINED, PARTED = 0.3, 0.2, 0.15
"""How unlike sounds may be, for each of them: of a word, of several as one, of parts of a word."""

LONGEST = 24
"""Sounds of the longest word that is looked for."""

SAME = 0.03
"""The cost of a word that is written differently and sounds the same: «four» for «for»."""


class Lexicon(Protocol):
    """The words that are known, to be found by sound."""

    def sound(self, word: str) -> str:
        """How a word sounds, for `near`. Sounds of neighbours may be put together."""

    def knows(self, word: str) -> bool:
        """Whether it is one of the words."""

    def near(
        self, sound: str, words: Mapping[str, object], slack: float = WORDS
    ) -> Iterator[tuple[str, float]]:
        """Those of `words` that sound like this, with costs; with less `slack` only nearer ones."""


def lexicon(words: Iterable[str], language: Language) -> Lexicon:
    """The lexicon of some words."""
    return Characters(words) if language == CHINESE else Spellings(words)


class Spellings:
    """Words written in letters."""

    def __init__(self, words: Iterable[str]) -> None:
        """`words`: what is known."""
        self.said = {word: said for word in sorted(set(words)) if (said := sounds(word))}
        self.shapes: dict[str, list[str]] = {}
        for word, said in self.said.items():
            for shape in shapes(said):
                self.shapes.setdefault(shape, []).append(word)
        self.alike = lru_cache(maxsize=2048)(self.find_alike)
        self.cost = lru_cache(maxsize=16384)(cost)

    def sound(self, word: str) -> str:
        """See `Lexicon`."""
        return sounds(word)

    def knows(self, word: str) -> bool:
        """See `Lexicon`."""
        return word in self.said

    def near(
        self, sound: str, words: Mapping[str, object], slack: float = WORDS
    ) -> Iterator[tuple[str, float]]:
        """See `Lexicon`. Looks only at words whose consonants are alike."""
        alike = self.alike(sound, slack)
        few, many = (alike, words) if len(alike) < len(words) else (words, alike)
        for word in few:
            if word in many and (found := self.cost(sound, self.said[word], slack)) < inf:
                yield word, found

    def find_alike(self, sound: str, slack: float) -> Mapping[str, None]:
        """The words whose consonants are alike."""
        if not 0 < len(sound) <= LONGEST:
            return {}
        keys = [shape_of(sound)] if slack <= PARTED else shapes(sound)
        return dict.fromkeys(word for key in keys for word in self.shapes.get(key, ()))


def cost(heard: str, known: str, slack: float) -> float:
    """What it costs to take one row of sounds for another; infinite when they are not alike."""
    if abs(len(heard) - len(known)) > 3:
        return inf
    limit = min(1.9, 0.15 + slack * max(len(heard), len(known)))
    return max(SAME, distance(heard, known, limit))


def shape_of(sound: str) -> str:
    """The consonants of a row of sounds, in kinds."""
    return sound.translate(SHAPES)


def shapes(sound: str) -> list[str]:
    """The shape, and every shape with one consonant less: words share one if they are alike.

    A consonant that is alone is no other's likeness, but a `t` or `d` is soon lost.
    """
    shape = shape_of(sound)
    if len(shape) < 2 and shape != "t":
        return [shape]
    return [shape, *sorted({shape[:i] + shape[i + 1 :] for i in range(len(shape))})]


class Characters:
    """Words that are one Chinese character each."""

    def __init__(self, words: Iterable[str]) -> None:
        """`words`: what is known."""
        self.words = frozenset(words)
        self.blurred: dict[str, list[str]] = {}
        for word in sorted(self.words):
            for blurred in sorted({syllable.blurred for syllable in syllables(word)}):
                self.blurred.setdefault(blurred, []).append(word)
        self.alike = lru_cache(maxsize=4096)(self.find_alike)

    def sound(self, word: str) -> str:
        """See `Lexicon`. Characters sound by themselves: their readings are looked up later."""
        return word

    def knows(self, word: str) -> bool:
        """See `Lexicon`."""
        return word in self.words

    def near(
        self, sound: str, words: Mapping[str, object], slack: float = WORDS
    ) -> Iterator[tuple[str, float]]:
        """See `Lexicon`. Characters are never joined or parted."""
        if slack >= WORDS:
            yield from ((word, cost) for word, cost in self.alike(sound).items() if word in words)

    def find_alike(self, sound: str) -> Mapping[str, float]:
        """The characters that sound like this, with their costs."""
        found: dict[str, float] = {}
        for heard in syllables(sound):
            for word in self.blurred.get(heard.blurred, ()):
                least = min(apart(heard, known) for known in syllables(word))
                found[word] = min(found.get(word, inf), max(SAME, least))
        return found
