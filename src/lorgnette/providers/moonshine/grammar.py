"""Which tokens can follow: a vocabulary of words, seen through the pieces of a model.

The model writes «Set a timer for 10 seconds.»; the vocabulary says `set a timer for ten seconds`.
A `Grammar` reads tokens one by one, knows the liberties of writing, and where the vocabulary is
open it lets any word pass.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np

from lorgnette.engines import Vocabulary
from lorgnette.providers.moonshine.lexicon import STOPS, Choices, Lexicon, Node, States
from lorgnette.providers.moonshine.tokens import Tokens
from lorgnette.providers.moonshine.written import Words

MOST_READINGS: Final = 8
LONGEST_WORD: Final = 16
"""Readings of the same tokens, and tokens of one free word, that are followed at most."""


class Place(NamedTuple):
    """One reading of the tokens so far.

    `words` are complete and lead to `states`. `letters` are the tokens of the word being
    written and `nodes` are where they lead; `stopped` when punctuation came last.
    """

    words: Words
    states: States
    nodes: tuple[Node, ...]
    letters: tuple[int, ...] = ()
    stopped: bool = False


Parse = tuple[Place, ...]
"""All readings of the tokens so far; empty when there is none."""


class Grammar:
    """Follows a vocabulary token by token."""

    def __init__(self, vocabulary: Vocabulary, tokens: Tokens) -> None:
        """`vocabulary` must not change any more."""
        self._tokens = tokens
        self._lexicon = Lexicon(vocabulary, tokens)
        self._stops = np.array(sorted(self._lexicon.stops), np.intp)

    def start(self) -> Parse:
        """Nothing was written yet."""
        return (self._boundary((), frozenset({0})),)

    def advance(self, parse: Parse, token: int) -> Parse:
        """The readings that survive one more token."""
        after = dict.fromkeys(place for before in parse for place in self._after(before, token))
        return tuple(after)[:MOST_READINGS]

    def choices(self, parse: Parse) -> Choices | None:
        """The tokens that may follow, perhaps more; None when any may."""
        parts = [np.empty(0, np.intp)]
        for place in parse:
            if self._free(place):
                return None
            parts += [node.leads_to() for node in place.nodes]
            for end in self._ends(place):
                if self._lexicon.open(end.states):
                    return None
                parts += [self._stops, *(node.leads_to() for node in end.nodes)]
        return np.unique(np.concatenate(parts))

    def sentence(self, parse: Parse) -> Words | None:
        """The words, when a sentence may end here."""
        for place in parse:
            for end in self._ends(place):
                if self._lexicon.accepts(end.states):
                    return end.words
        return None

    def _boundary(self, words: Words, states: States) -> Place:
        return Place(words, states, self._lexicon.trees(states))

    def _free(self, place: Place) -> States:
        """The open states that the word being written may belong to."""
        if not place.letters or not self._tokens.opens_word(place.letters[0]):
            return frozenset()
        return self._lexicon.open(place.states)

    def _after(self, place: Place, token: int) -> Iterator[Place]:
        if place.letters:
            nodes = _beyond(place.nodes, token)
            if nodes or self._goes_on(place, token):
                yield place._replace(nodes=nodes, letters=(*place.letters, token))
        for end in self._ends(place):
            if token in self._lexicon.stops and not end.stopped:
                yield end._replace(stopped=True)
            nodes = _beyond(end.nodes, token)
            free = self._tokens.opens_word(token) and self._lexicon.open(end.states)
            if nodes or free:
                yield Place(end.words, end.states, nodes, (token,))

    def _goes_on(self, place: Place, token: int) -> bool:
        """Whether a free word may have `token` inside."""
        return (
            len(place.letters) < LONGEST_WORD
            and not self._tokens.opens_word(token)
            and bool(self._free(place))
        )

    def _ends(self, place: Place) -> Iterator[Place]:
        """The readings in which the word being written is complete."""
        if not place.letters:
            yield place
            return
        staying = self._free(place)
        known = False
        for words in dict.fromkeys(words for node in place.nodes for words in node.ends):
            if states := self._lexicon.follow(place.states, words):
                known = True
                yield self._boundary(place.words + words, states | staying)
        word = self._tokens.decode(place.letters).strip(STOPS)
        if staying and word and not known:
            arcs = self._lexicon.follow(staying, (word.lower(),))
            yield self._boundary((*place.words, word), staying | arcs)


def _beyond(nodes: tuple[Node, ...], token: int) -> tuple[Node, ...]:
    """Where a token leads from any of the nodes."""
    return tuple(node.next[token] for node in nodes if token in node.next)
