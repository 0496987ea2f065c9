"""What successive guesses about the same growing sound agree on can be shown, and then committed.

A recogniser guesses again and again while a sentence grows. The words that several guesses in a row
have in common, from where the committed ones end, are hardly ever taken back (LocalAgreement, Liu
et al. 2020, arXiv:2005.11185). What two of them have in common is shown, and stays until two others
contradict it, so that a single wrong guess does not flicker. Capitals and punctuation are no
disagreement; languages written without spaces are compared letter by letter.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from lorgnette.core.types import Language
from lorgnette.core.words import Span, spans, split

_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
    "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3]*"
)
"""One letter of Thai, Lao, Burmese or Khmer with the signs around it."""


class Guess(NamedTuple):
    """A text and its words: as they are compared, and where they stand in it."""

    text: str
    words: tuple[str, ...]
    places: tuple[Span, ...]

    def between(self, first: int, last: int) -> str:
        """The text of some words; a mark goes with the word that follows it."""
        start, end = (self.places[at - 1][1] if at else 0 for at in (first, last))
        return self.text[start:end]

    def each(self, first: int, last: int) -> Iterator[tuple[str, str]]:
        """Some words, each with its text."""
        for at in range(first, last):
            yield self.words[at], self.between(at, at + 1)


class Agreed(NamedTuple):
    """What can be committed now, what is shown behind it, and how much of the text that leaves."""

    committed: str
    tail: str
    left: int = 0


class Agreement:
    """The guesses about one piece of speech, in the order in which they were made."""

    def __init__(self, language: Language, guesses: int = 2, said: Sequence[str] = ()) -> None:
        """`guesses`: how many must agree to commit; `said`: words committed elsewhere already."""
        self._language = language
        self._committed = list(said)
        self._open: deque[tuple[str, ...]] = deque(maxlen=max(1, guesses - 1))
        """What was not committed of the guesses before."""
        self._shown: list[tuple[str, str]] = []
        """The words of the tail, each with the text that shows it."""
        self.beyond: Sequence[str] = ()
        """Committed words that the final guess does not reach: they were said after it."""

    def guess(self, text: str, hold: int, *, paused: bool = False) -> Agreed:
        """Take the next guess about everything that was said.

        `hold`: words at its end that are not committed, because the sound may cut them off. When
        the voice has `paused`, its last word is whole, and the guess is shown as it is.
        """
        guess = read(text, self._language)
        begin = follows(self._committed, guess.words)
        rest = guess.words[begin:]
        enough = len(self._open) == self._open.maxlen
        alike = common([rest, *self._open]) if enough else 0
        certain = max(0, min(alike, len(rest) - hold))
        self._committed += rest[:certain]
        seen = common([rest, self._open[-1]]) if self._open else 0
        self._open.extend([*(words[certain:] for words in self._open), rest[certain:]])
        committed = guess.between(begin, begin + certain)
        behind = guess.text[len(guess.between(0, begin + certain)) :]
        if paused:
            self._shown = list(guess.each(begin + certain, len(guess.words)))
            return Agreed(committed, behind, len(behind))
        self._show(rest[:certain], list(guess.each(begin + certain, begin + seen)))
        return Agreed(committed, "".join(text for _, text in self._shown), len(behind))

    def _show(self, committed: Sequence[str], seen: list[tuple[str, str]]) -> None:
        """Show what two guesses agree on, unless it is shown already, and more."""
        kept = self._shown[len(committed) :]
        words = [word for word, _ in self._shown]
        still = words[: len(committed)] == list(committed[: len(words)])
        begun = [word for word, _ in kept][: len(seen)] == [word for word, _ in seen]
        self._shown = kept if still and begun else seen

    def end(self, text: str) -> str:
        """What is to be committed at last, when this is the final guess."""
        guess = read(text, self._language)
        begin = follows(self._committed, guess.words)
        self.beyond = self._committed[follows(guess.words, self._committed) :]
        self._committed += guess.words[begin:]
        return guess.text[len(guess.between(0, begin)) :]


def common(guesses: Sequence[Sequence[str]]) -> int:
    """How many words at their beginning all guesses have in common."""
    columns = zip(*guesses, strict=False)
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))


def read(text: str, language: Language) -> Guess:
    """A text as a guess."""
    text = text.strip()
    units = [
        unit
        for word, place in zip(split(text, language), spans(text, language), strict=True)
        for unit in _letters(word, text, place)
    ]
    words, places = zip(*units, strict=True) if units else ((), ())
    return Guess(text, words, places)


def _letters(word: str, text: str, place: Span) -> Iterator[tuple[str, Span]]:
    if not _UNSPACED.match(word):
        yield word, place
        return
    for letter in _UNSPACED.finditer(text, *place):
        yield letter[0], letter.span()


def follows(known: Sequence[str], words: Sequence[str]) -> int:
    """How many of the words say what is known, by the least number of edits (Levenshtein)."""
    if list(words[: len(known)]) == list(known):
        return len(known)
    costs = list(range(len(words) + 1))
    for word in known:
        diagonal, costs[0] = costs[0], costs[0] + 1
        for at, other in enumerate(words, 1):
            best = min(costs[at] + 1, costs[at - 1] + 1, diagonal + (word != other))
            diagonal, costs[at] = costs[at], best
    return min(range(len(words) + 1), key=lambda at: (costs[at], abs(at - len(known))))
