"""Finds the most probable text, freely or within a grammar. Pure: the model comes in as `Rows`."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from lorgnette.providers.moonshine.grammar import Grammar, Parse
from lorgnette.providers.moonshine.tokens import END
from lorgnette.providers.moonshine.written import Words

Scores = npt.NDArray[np.float32]
"""Logarithms of probabilities: one row a text, one column a token."""

NEVER = float("-inf")


FAITHFUL: Final = 0.5
"""Nats by which another token must be more probable before a guess is given up for it."""


class Rows(Protocol):
    """Texts being written side by side, all about the same sound."""

    def start(self, guess: Sequence[int] = ()) -> Scores:
        """One text, empty or a guess: what may come at its start and after each of its tokens.

        Each place is a row of the scores, but the text remains one row.
        """

    def keep(self, count: int) -> None:
        """Forget all but the first tokens of the only text."""

    def extend(self, parents: Sequence[int], tokens: Sequence[int]) -> Scores:
        """Write on: row `i` becomes what row `parents[i]` was, and then `tokens[i]`."""


class Guess(NamedTuple):
    """A sentence of the grammar and the log-probability of all ways found to write it."""

    words: Words
    score: float


class Found(NamedTuple):
    """The free text as tokens, its log-probability, and the grammar's guesses, best first.

    `comma` is how likely a comma would have been where the text has its last mark or its end.
    """

    tokens: tuple[int, ...]
    score: float
    guesses: tuple[Guess, ...] = ()
    comma: float = 0.0


class Marks(NamedTuple):
    """The tokens of punctuation."""

    comma: int
    all: frozenset[int]


class Bounds(NamedTuple):
    """How far to search. Weights are nats, found on noisy recordings of commands.

    `width`: texts of the grammar kept side by side; `alike`: how many of them may have the same
    words, in different spelling; `reach`: by how much one may be behind the best; `despair`: by
    how much it may be behind the free text; `word`: what a word is worth, because a network that
    cannot follow likes to end early.
    """

    width: int = 8
    alike: int = 4
    reach: float = 9.0
    despair: float = 25.0
    word: float = 1.0

    def worth(self, words: Words, score: float) -> float:
        """How good a text is, compared with others of another length."""
        return score + self.word * len(words)


USUAL = Bounds()


class Beam(NamedTuple):
    """A text of the grammar so far, and the row in which it is being written."""

    score: float
    row: int
    parse: Parse


Slots = dict[tuple[int, int], int]
"""The rows of the next step: parent and token, and the number of the row."""


def write_freely(rows: Rows, longest: int, marks: Marks, guess: Sequence[int] = ()) -> Found:
    """The most probable token, again and again, until the end or `longest` tokens.

    A good `guess` saves most of the work: its tokens are looked at all at once, and as far as each
    is the most probable one they need not be found again.
    """
    free = FreeText(marks)
    scores = rows.start(guess[: longest - 1])
    right = free.follow(scores, guess[: longest - 1])
    rows.keep(right)
    scores = scores[right : right + 1]
    for _ in range(longest - right):
        slots: Slots = {}
        free.grow(scores, slots)
        if free.row is None:
            break
        scores = rows.extend([0], [free.tokens[-1]])
    return Found(tuple(free.tokens), free.score, (), free.comma)


class FreeText:
    """The text that takes the most probable token every time; `row` is None once it ended."""

    def __init__(self, marks: Marks) -> None:
        """Nothing is written yet."""
        self.tokens: list[int] = []
        self.score = 0.0
        self.row: int | None = 0
        self.comma = 0.0
        self._marks = marks

    def follow(self, scores: Scores, guess: Sequence[int]) -> int:
        """Take over the first tokens of a guess, while hardly any is more probable; how many."""
        for place, token in enumerate(guess):
            row = scores[place : place + 1]
            if row[0, token] < row.max() - FAITHFUL:
                return place
            self.grow(row, {}, token)
        return len(guess)

    def grow(self, scores: Scores, slots: Slots, token: int | None = None) -> None:
        """One token more, by default the most probable, unless it has ended."""
        if self.row is None:
            return
        token = int(scores[self.row].argmax()) if token is None else token
        self.score += float(scores[self.row, token])
        ends = token == END or token in self._marks.all
        if ends and self.tokens and self.tokens[-1] not in self._marks.all:
            self.comma = float(np.exp(scores[self.row, self._marks.comma]))
        if token == END:
            self.row = None
            return
        self.tokens.append(token)
        self.row = slots.setdefault((self.row, token), len(slots))


class Search:
    """One search: the free text and the grammar's grow together, and share rows while alike."""

    def __init__(self, grammar: Grammar, marks: Marks, bounds: Bounds = USUAL) -> None:
        """For one piece of sound."""
        self._grammar = grammar
        self._bounds = bounds
        self._free = FreeText(marks)
        self._beams = [Beam(0.0, 0, grammar.start())]
        self._ended: dict[Words, float] = {}

    def run(self, rows: Rows, longest: int) -> Found:
        """Write until all is said, or `longest` tokens.

        When the free text turns out to be a sentence of the grammar, nothing else is looked for.
        """
        scores = rows.start()
        for _ in range(longest):
            slots: Slots = {}
            self._end(scores)
            self._free.grow(scores, slots)
            if self._free.row is None and (words := self._read(self._free.tokens)) is not None:
                return self._result({words: self._free.score})
            self._beams = list(self._grow(scores, slots))
            if not slots:
                break
            parents, tokens = zip(*slots, strict=True)
            scores = rows.extend(parents, tokens)
        return self._result(self._ended)

    def _result(self, sentences: dict[Words, float]) -> Found:
        best = sorted(sentences, key=lambda words: -self._bounds.worth(words, sentences[words]))
        guesses = tuple(Guess(words, sentences[words]) for words in best)
        return Found(tuple(self._free.tokens), self._free.score, guesses, self._free.comma)

    def _read(self, tokens: Sequence[int]) -> Words | None:
        parse = self._grammar.start()
        for token in tokens:
            parse = self._grammar.advance(parse, token)
        return self._grammar.sentence(parse)

    def _end(self, scores: Scores) -> None:
        """Let the beams end that may; a sentence written in several ways is that much likelier."""
        for beam in self._beams:
            words = self._grammar.sentence(beam.parse)
            if words is not None:
                score = beam.score + float(scores[beam.row, END])
                self._ended[words] = float(np.logaddexp(self._ended.get(words, NEVER), score))

    def _grow(self, scores: Scores, slots: Slots) -> Iterator[Beam]:
        """The best texts of the grammar that are one token longer."""
        bounds = self._bounds
        ended = max((bounds.worth(*item) for item in self._ended.items()), default=NEVER)
        lowest = max(self._free.score - bounds.despair, ended - bounds.reach)
        crowd: dict[Words, int] = {}
        count = 0
        for worth, score, beam, token in sorted(
            self._candidates(scores), key=lambda each: -each[0]
        ):
            if worth < lowest or count == bounds.width:
                return
            parse = self._grammar.advance(beam.parse, token)
            words = parse[0].words if parse else ()
            if not parse or crowd.get(words, 0) == bounds.alike:
                continue
            lowest = max(lowest, worth - bounds.reach) if not count else lowest
            crowd[words] = crowd.get(words, 0) + 1
            count += 1
            yield Beam(score, slots.setdefault((beam.row, token), len(slots)), parse)

    def _candidates(self, scores: Scores) -> Iterator[tuple[float, float, Beam, int]]:
        """The most probable continuations of every beam: worth, score, beam, token."""
        most = self._bounds.width * 3
        for beam in self._beams:
            row = scores[beam.row]
            tokens = self._grammar.choices(beam.parse)
            if tokens is None:
                tokens = np.arange(len(row))
            if len(tokens) > most:
                tokens = tokens[np.argpartition(row[tokens], -most)[-most:]]
            for token in map(int, tokens):
                if token != END:
                    score = beam.score + float(row[token])
                    yield self._bounds.worth(beam.parse[0].words, score), score, beam, token
