"""What the heard words may have been: each as it is, by sound, joined, parted, spelled out.

A point is a boundary between words (a multiple of `WORD`) or a place inside one. All ways lead
forward, so the points in order of their numbers are an order to work in.
"""

from collections.abc import Container, Mapping, Sequence

import msgspec

from lorgnette.core.types import Language
from lorgnette.understanding.sound import Lexicon
from lorgnette.understanding.spelled import spelled

WORD = 64
"""Points a word has room for."""

SPELLED = 40
"""Points inside a word from here on are for figures that are several words."""

MOVED = 0.2
"""The cost of a boundary between words that was heard where there is none, or not heard."""

MOST_JOINED = 3
"""Heard words taken for one."""


class Piece(msgspec.Struct, frozen=True, eq=False):
    """Sound up to the point `end`, and the words it may have been, with their costs."""

    end: int
    words: Mapping[str, float]


class Lattice:
    """The pieces that begin at each point, looked up where somebody gets to."""

    def __init__(
        self,
        words: Sequence[str],
        lexicon: Lexicon,
        language: Language,
        fixed: Container[str] = (),
    ) -> None:
        """`words` as they were heard; those in `fixed` were not misheard."""
        self.words = words
        self.fixed = fixed
        self.lexicon = lexicon
        self.language = language
        self.sounds = [lexicon.sound(word) for word in words]
        self.pieces: dict[int, list[Piece]] = {}

    def at(self, point: int) -> Sequence[Piece]:
        """The pieces that begin at a point."""
        if point % WORD == 0 and point // WORD < len(self.words) and point not in self.pieces:
            self.pieces[point] = []
            self.look_up(point // WORD)
        return self.pieces.get(point, ())

    def look_up(self, at: int) -> None:
        """Everything that may begin with a word."""
        word, point = self.words[at], at * WORD
        if word in self.fixed:
            self.pieces[point].append(Piece(point + WORD, {word: 0.0}))
            return
        near = self.lexicon.near(self.sounds[at])
        self.pieces[point].append(Piece(point + WORD, {**near, word: 0.0}))
        self.figure(point, spelled(word, self.language))
        if word not in near:
            self.parted(point, self.sounds[at])
        for count in range(2, min(MOST_JOINED, len(self.words) - at) + 1):
            if self.words[at + count - 1] in self.fixed:
                break
            joined = self.lexicon.near("".join(self.sounds[at : at + count]))
            if joined:
                moved = dearer(joined, MOVED * (count - 1))
                self.pieces[point].append(Piece(point + count * WORD, moved))

    def parted(self, point: int, sound: str) -> None:
        """One heard word as two: «alot» as «a lot»."""
        for cut in range(1, min(len(sound), SPELLED)):
            head = self.lexicon.near(sound[:cut], strict=True)
            tail = self.lexicon.near(sound[cut:], strict=True) if head else {}
            if tail:
                self.pieces[point].append(Piece(point + cut, dearer(head, MOVED)))
                self.pieces.setdefault(point + cut, []).append(Piece(point + WORD, tail))

    def figure(self, point: int, words: Sequence[str]) -> None:
        """A figure as the words it is spoken with."""
        last = point - point % WORD + WORD
        for number, word in enumerate(words, 1):
            end = last if number == len(words) else last - WORD + SPELLED + number
            self.pieces.setdefault(point, []).append(Piece(end, {word: 0.0}))
            point = end


def dearer(words: Mapping[str, float], cost: float) -> Mapping[str, float]:
    """The words at a higher cost."""
    return {word: before + cost for word, before in words.items()}
