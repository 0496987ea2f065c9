"""The sentences as a recogniser sees them: words only, slots spelled out."""

import threading
from collections.abc import Iterable, Mapping

import msgspec

from lorgnette.understanding.automaton import MOST_STATES, START, Automaton

Position = tuple[int, int, int]
"""A state of the sentences; the slot being spoken there, or -1; the state inside that slot."""


class Words(msgspec.Struct, frozen=True, eq=False):
    """What can follow at one point."""

    arcs: Mapping[str, tuple[int, ...]]
    accepts: bool
    is_open: bool


class SentenceVocabulary:
    """A `Vocabulary`, deterministic: every word leads to one state, found where it is walked.

    Where a state is open, a word that its arcs do not name keeps the state.
    """

    def __init__(self, automaton: Automaton) -> None:
        """`automaton`: all sentences of a language."""
        self.automaton = automaton
        self.numbers: dict[frozenset[Position], int] = {}
        self.positions: list[frozenset[Position]] = []
        self.known: dict[int, Words] = {}
        self.growing = threading.RLock()
        self.number([(START, -1, 0)])

    def arcs(self, state: int) -> Mapping[str, tuple[int, ...]]:
        """The words that can follow, each with the state it leads to."""
        return self.words(state).arcs

    def accepts(self, state: int) -> bool:
        """Whether a sentence may end here."""
        return self.words(state).accepts

    def is_open(self, state: int) -> bool:
        """Whether any word at all may follow here (free text)."""
        return self.words(state).is_open

    def words(self, state: int) -> Words:
        """Everything about a state."""
        found = self.known.get(state)
        if found is None:
            with self.growing:
                found = self.known[state] = self.expand(self.positions[state])
        return found

    def number(self, positions: Iterable[Position]) -> int:
        """The number of the state that stands for these positions and what they lead to."""
        key = self.reach(positions)
        if key not in self.numbers:
            if len(self.positions) >= MOST_STATES and key:
                return self.number(())
            self.numbers[key] = len(self.positions)
            self.positions.append(key)
        return self.numbers[key]

    def reach(self, positions: Iterable[Position]) -> frozenset[Position]:
        """The positions, slots that begin there, and what follows slots that may be over."""
        found: set[Position] = set()
        pending = list(positions)
        while pending:
            position = pending.pop()
            if position in found:
                continue
            found.add(position)
            outer, slot, place = position
            state = self.automaton.state(outer)
            if slot < 0:
                pending.extend((outer, number, START) for number in range(len(state.slots)))
                continue
            arc = state.slots[slot]
            if arc.template is None or arc.inner.state(place).end >= 0:
                pending.append((arc.target, -1, 0))
        return frozenset(found)

    def expand(self, positions: frozenset[Position]) -> Words:
        """The words that leave a state. Free text goes on whatever the word."""
        targets: dict[str, list[Position]] = {}
        free: list[Position] = []
        accepts = False
        for outer, slot, place in sorted(positions):
            state = self.automaton.state(outer)
            if slot < 0:
                accepts = accepts or state.end >= 0
                for word, target in state.words.items():
                    targets.setdefault(word, []).append((target, -1, 0))
            elif state.slots[slot].template is None:
                free.append((outer, slot, place))
            else:
                for word, target in state.slots[slot].inner.state(place).words.items():
                    targets.setdefault(word, []).append((outer, slot, target))
        arcs = {word: (self.number([*found, *free]),) for word, found in targets.items()}
        return Words(arcs, accepts, bool(free))
