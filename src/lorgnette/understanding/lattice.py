"""What the heard words may have been: each as it is, by sound, joined, parted, spelled out.

A point is a boundary between words (a multiple of `WORD`) or a place inside one. All ways lead
forward, so the points in order of their numbers are an order to work in.
"""

from collections.abc import Container, Iterator, Mapping, Sequence

import msgspec

from lorgnette.core.types import Language
from lorgnette.understanding.sound import JOINED, PARTED, WORDS, Lexicon
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
    """Sound up to the point `end`. `word` is what was written for it, if it was one word."""

    end: int
    sound: str
    word: str = ""
    moved: float = 0.0
    slack: float = WORDS


class Lattice:
    """The pieces that begin at each point, and the words they may have been."""

    def __init__(
        self, words: Sequence[str], lexicon: Lexicon, language: Language, fixed: Container[str] = ()
    ) -> None:
        """`words` as they were heard; those in `fixed` were not misheard."""
        self.words = words
        self.lexicon = lexicon
        self.language = language
        self.fixed = fixed
        self.sounds = [lexicon.sound(word) for word in words]
        self.pieces: dict[int, list[Piece]] = {}

    def at(self, point: int) -> Sequence[Piece]:
        """The pieces that begin at a point."""
        if point % WORD == 0 and point // WORD < len(self.words) and point not in self.pieces:
            self.pieces[point] = []
            self.look_up(point // WORD)
        return self.pieces.get(point, ())

    def near(self, piece: Piece, words: Mapping[str, object]) -> Iterator[tuple[str, float]]:
        """Those of `words` that a piece may have been, with their costs: 0 for itself."""
        if piece.word in words:
            yield piece.word, 0.0
        for word, cost in self.lexicon.near(piece.sound, words, piece.slack):
            if word != piece.word:
                yield word, cost + piece.moved

    def look_up(self, at: int) -> None:
        """Everything that may begin with a word."""
        word, sound, point = self.words[at], self.sounds[at], at * WORD
        if word in self.fixed:
            self.pieces[point].append(Piece(point + WORD, "", word))
            return
        self.pieces[point].append(Piece(point + WORD, sound, word))
        self.figure(point, spelled(word, self.language))
        if not self.lexicon.knows(word):
            self.parted(point, sound)
        for count in range(2, min(MOST_JOINED, len(self.words) - at) + 1):
            if self.words[at + count - 1] in self.fixed:
                break
            joined = "".join(self.sounds[at : at + count])
            self.pieces[point].append(
                Piece(point + count * WORD, joined, moved=MOVED * (count - 1), slack=JOINED)
            )

    def parted(self, point: int, sound: str) -> None:
        """One heard word as two: «alot» as «a lot»."""
        for cut in range(1, min(len(sound), SPELLED)):
            head, tail = sound[:cut], sound[cut:]
            self.pieces[point].append(Piece(point + cut, head, moved=MOVED, slack=PARTED))
            self.pieces[point + cut] = [Piece(point + WORD, tail, slack=PARTED)]

    def figure(self, point: int, words: Sequence[str]) -> None:
        """A figure as the words it is spoken with."""
        last = point - point % WORD + WORD
        for number, word in enumerate(words, 1):
            end = last if number == len(words) else last - WORD + SPELLED + number
            self.pieces.setdefault(point, []).append(Piece(end, "", word))
            point = end
