"""The words of a vocabulary as trees of tokens, in every way the model may write them."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from lorgnette.engines import Vocabulary
from lorgnette.providers.moonshine.tokens import Tokens
from lorgnette.providers.moonshine.written import Words, spoken, written

STOPS: Final = ",.?!;:"
"""Punctuation that may follow a word."""

MOST_WORDS: Final = 100_000
"""Words in the trees that are kept in memory; beyond it all are grown again."""

States = frozenset[int]
Choices = npt.NDArray[np.intp]


class Node:
    """A point inside the tokens of the next words; `ends` are the words that may end here."""

    __slots__ = ("choices", "ends", "next")

    def __init__(self) -> None:
        """A point from which nothing leads on yet."""
        self.next: dict[int, Node] = {}
        self.ends: tuple[Words, ...] = ()
        self.choices: Choices | None = None

    def add(self, tokens: Iterable[int], words: Words) -> None:
        """Let `tokens` lead from here to the end of `words`."""
        node = self
        for token in tokens:
            node = node.next.setdefault(token, Node())
        if words not in node.ends:
            node.ends = (*node.ends, words)

    def leads_to(self) -> Choices:
        """The tokens that lead on. To be asked when the tree is grown."""
        if self.choices is None:
            self.choices = np.fromiter(self.next, np.intp, len(self.next))
        return self.choices


class Lexicon:
    """A vocabulary compiled to tokens, where it is reached. Threads may share it."""

    def __init__(self, vocabulary: Vocabulary, tokens: Tokens) -> None:
        """`vocabulary` must not change any more."""
        self._vocabulary = vocabulary
        self._tokens = tokens
        self._arcs: dict[States, dict[str, States]] = {}
        self._trees: dict[frozenset[str], Node] = {}
        self._words = 0
        self._figures = figures(tokens)
        self._figures_begin = {words[0] for words in written()}
        self.stops = stops(tokens)

    def accepts(self, states: States) -> bool:
        """Whether a sentence may end in any of the states."""
        return any(map(self._vocabulary.accepts, states))

    def open(self, states: States) -> States:
        """Those states in which any word may follow."""
        return frozenset(filter(self._vocabulary.is_open, states))

    def follow(self, states: States, words: Words) -> States:
        """The states that words lead to; none when they cannot follow."""
        for word in words:
            states = self._leave(states).get(word, frozenset())
        return states

    def trees(self, states: States) -> tuple[Node, ...]:
        """What can be written next: words, and figures when they may begin here."""
        known = frozenset(self._leave(states))
        tree = self._trees.get(known)
        if tree is None:
            # Another thread may grow the same tree: it must not see this one half grown.
            tree = self._trees[known] = self._grown(known)
        return (tree,) if known.isdisjoint(self._figures_begin) else (tree, self._figures)

    def _leave(self, states: States) -> dict[str, States]:
        """The words that can follow, each with all states it leads to."""
        arcs = self._arcs.get(states)
        if arcs is None:
            merged: dict[str, set[int]] = {}
            for state in states:
                for word, targets in self._vocabulary.arcs(state).items():
                    merged.setdefault(word, set()).update(targets)
            arcs = {word: frozenset(after) for word, after in merged.items()}
            self._arcs[states] = arcs
        return arcs

    def _grown(self, known: frozenset[str]) -> Node:
        self._words += len(known)
        if self._words > MOST_WORDS:
            self._arcs, self._trees, self._words = {}, {}, len(known)
        tree = Node()
        for word in known:
            for text in ways_to_write(word):
                tree.add(self._tokens.encode(text), (word,))
        return tree


def stops(tokens: Tokens) -> frozenset[int]:
    """The tokens of `STOPS`."""
    return frozenset(token for stop in STOPS for token in tokens.encode(stop))


def ways_to_write(word: str) -> Iterator[str]:
    """A word after a space or a hyphen, small or capital; figures also spelt out."""
    yield f" {word}"
    yield f" {word.capitalize()}"
    yield f"-{word}"
    if len(word) < 4:
        yield f" {word.upper()}"
    if word.isascii() and word.isdigit() and len(word) < 4:
        for words in spoken(int(word)):
            yield " " + " ".join(words)
            yield " " + "-".join(words)


@lru_cache(maxsize=4)
def figures(tokens: Tokens) -> Node:
    """All of `written` as one tree, whatever the vocabulary; 0.2 s to grow."""
    tree = Node()
    for words, texts in written().items():
        for text in texts:
            tree.add(tokens.encode(" " + text), words)
    return tree
