"""Toys for the tests of the search: a small vocabulary, small pieces, a network of straw."""

import numpy as np
import pytest

from lorgnette.providers.moonshine.tokens import END, Tokens

LETTERS = "▁abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-,.?!;:'$%"
MERGED = ["▁t", "▁a", "er", "in", "▁ti", "▁tim", "▁timer", "▁ten", "te", "ten", "▁se", "▁set"]

TOKENS = Tokens(
    [b"<unk>", b"<s>", b"</s>"]
    + [bytes([byte]) for byte in range(256)]
    + [text.encode() for text in [*MERGED, *LETTERS]]
)


class Toy:
    """A vocabulary made of sentences; `...` is any words at all, at least none."""

    def __init__(self, *sentences):
        self.ways = [{}]
        self.ends = set()
        self.open = set()
        for sentence in sentences:
            state = 0
            for word in sentence.split():
                if word == "...":
                    self.open.add(state)
                    continue
                if word not in self.ways[state]:
                    self.ways.append({})
                    self.ways[state][word] = (len(self.ways) - 1,)
                state = self.ways[state][word][0]
            self.ends.add(state)

    def arcs(self, state):
        return self.ways[state]

    def accepts(self, state):
        return state in self.ends

    def is_open(self, state):
        return state in self.open

    def says(self, words):
        """Whether the words are a sentence."""
        states = {0}
        for word in words:
            after = {
                target for state in states for target in self.ways[state].get(word.lower(), ())
            }
            states = after | {state for state in states if state in self.open}
        return any(state in self.ends for state in states)


class Straw:
    """Rows of a network that has heard `text`, and is as sure of it as it is told.

    It goes by the count of tokens, so a row that has left the text finds back to it.
    """

    def __init__(self, text, sure=5.0, seed=0):
        self.tokens = (*TOKENS.encode(" " + text), END)
        self.sure = sure
        self.seed = seed
        self.steps = 0

    def start(self, guess=()):
        self.texts = [tuple(guess)]
        begun = [guess[:count] for count in range(len(guess) + 1)]
        return np.array([self.row(text) for text in begun], np.float32)

    def keep(self, count):
        self.texts = [text[:count] for text in self.texts]

    def extend(self, parents, tokens):
        self.steps += 1
        self.texts = [
            (*self.texts[parent], token) for parent, token in zip(parents, tokens, strict=True)
        ]
        return self.scores()

    def scores(self):
        return np.array([self.row(text) for text in self.texts], np.float32)

    def row(self, text):
        random = np.random.default_rng([self.seed, *text])
        values = random.normal(size=len(TOKENS))
        values[self.tokens[min(len(text), len(self.tokens) - 1)]] += self.sure
        return values - np.log(np.exp(values).sum())


@pytest.fixture(scope="session")
def tokens():
    return TOKENS


@pytest.fixture(scope="session")
def toy():
    """Makes a vocabulary of sentences."""
    return Toy


@pytest.fixture(scope="session")
def straw():
    """Makes the rows of a network that has heard a text."""
    return Straw
