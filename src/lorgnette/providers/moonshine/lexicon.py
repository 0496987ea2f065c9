"""The words of a vocabulary as trees of tokens, in every way the model may write them."""

from collections.abc import Iterator
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from lorgnette.engines import Vocabulary
from lorgnette.providers.moonshine.tokens import Tokens
from lorgnette.providers.moonshine.written import Words, spoken, written

STOPS: Final = ",.?!;:"
"""Punctuation that may follow a word."""

MOST_ROOTS: Final = 5_000
"""Trees kept in memory; beyond it all are grown again."""

States = frozenset[int]
Branch = dict[str, "Branch"]


class Node:
    """A point inside the tokens of the next words; `ends` are the words that end here."""

    __slots__ = ("choices", "ends", "next")

    def __init__(self) -> None:
        """A point from which nothing leads on yet."""
        self.next: dict[int, Node] = {}
        self.ends: dict[Words, States] = {}
        self.choices: npt.NDArray[np.intp] | None = None

    def grow(self, tokens: tuple[int, ...]) -> "Node":
        """The point after `tokens`, made where it is missing."""
        node = self
        for token in tokens:
            node = node.next.setdefault(token, Node())
        return node


class Lexicon:
    """A vocabulary compiled to tokens, one tree for each set of states, when it is reached."""

    def __init__(self, vocabulary: Vocabulary, tokens: Tokens) -> None:
        """`vocabulary` must not change any more."""
        self._vocabulary = vocabulary
        self._tokens = tokens
        self._roots: dict[States, Node] = {}
        self._arcs: dict[States, dict[str, States]] = {}
        self.stops = frozenset(token for stop in STOPS for token in tokens.encode(stop))

    def accepts(self, states: States) -> bool:
        """Whether a sentence may end in any of the states."""
        return any(map(self._vocabulary.accepts, states))

    def open(self, states: States) -> States:
        """Those states in which any word may follow."""
        return frozenset(filter(self._vocabulary.is_open, states))

    def arcs(self, states: States) -> dict[str, States]:
        """The words that can follow, each with all states it leads to."""
        if states not in self._arcs:
            merged: dict[str, set[int]] = {}
            for state in states:
                for word, targets in self._vocabulary.arcs(state).items():
                    merged.setdefault(word, set()).update(targets)
            self._arcs[states] = {word: frozenset(after) for word, after in merged.items()}
        return self._arcs[states]

    def root(self, states: States) -> Node:
        """The tree of everything that can be written next."""
        root = self._roots.get(states)
        if root is None:
            if len(self._roots) >= MOST_ROOTS:
                self._roots.clear()
            # Another thread may build the same tree: it must not see this one half grown.
            root = self._roots[states] = self._grown(states)
        return root

    def _grown(self, states: States) -> Node:
        root = Node()
        for word, after in self.arcs(states).items():
            for text in ways_to_write(word):
                self._add(root, text, (word,), after)
        for words, texts, after in self._runs(states, (), figures()):
            for text in texts:
                self._add(root, " " + text, words, after)
        return root

    def choices(self, node: Node) -> npt.NDArray[np.intp]:
        """The tokens that lead on from here, also across the end of a word."""
        if node.choices is None:
            tokens = set(node.next)
            for states in node.ends.values():
                tokens |= self.stops | set(self.root(states).next)
            node.choices = np.array(sorted(tokens), np.intp)
        return node.choices

    def _add(self, root: Node, text: str, words: Words, after: States) -> None:
        ends = root.grow(self._tokens.encode(text)).ends
        ends[words] = ends.get(words, frozenset()) | after

    def _runs(
        self, states: States, said: Words, branch: Branch
    ) -> Iterator[tuple[Words, tuple[str, ...], States]]:
        """Runs of words that can follow and have a way of their own to be written."""
        arcs = self.arcs(states)
        for word in arcs.keys() & branch.keys():
            words, after = (*said, word), arcs[word]
            if words in written():
                yield words, written()[words], after
            yield from self._runs(after, words, branch[word])


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


@cache
def figures() -> Branch:
    """All of `written`, word by word."""
    root: Branch = {}
    for words in written():
        branch = root
        for word in words:
            branch = branch.setdefault(word, {})
    return root
