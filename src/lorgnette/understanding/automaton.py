"""All sentences of a language as one automaton over words, deterministic where it is walked."""

import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec

from lorgnette.core.slots import Slot
from lorgnette.core.types import Language
from lorgnette.understanding.template import Choice, Gap, Node, Row, Word, parse

START = 0

MOST_STATES = 50_000
"""States kept in memory. Beyond it, new ways lead nowhere; real grammars need some thousands."""


class SlotArc(msgspec.Struct, frozen=True, eq=False):
    """A slot that can follow, and the state after it.

    `template` holds its spoken forms; None for free text.
    """

    name: str
    slot: Slot[Any]
    template: str | None
    language: Language
    target: int

    @property
    def inner(self) -> "Automaton":
        """The spoken forms, compiled when they are first needed. Empty for free text."""
        return compiled(self.template or "", self.language)


class State(msgspec.Struct, frozen=True, eq=False):
    """Where a sentence has got to.

    `end` is the number of the template that ends here, the first one when there are several;
    -1 when a sentence cannot end here.
    """

    words: Mapping[str, int]
    slots: tuple[SlotArc, ...]
    end: int

    @property
    def goes_on(self) -> bool:
        """Whether anything can follow."""
        return bool(self.words or self.slots)


class Paths:
    """The templates as they are written: several ways with the same word may leave one place."""

    def __init__(self) -> None:
        self.words: list[dict[str, list[int]]] = []
        self.gaps: list[list[tuple[tuple[str, Slot[Any]], int]]] = []
        self.silent: list[list[int]] = []
        self.ends: list[int] = []
        self.place()

    def place(self) -> int:
        """A new place without ways."""
        self.words.append({})
        self.gaps.append([])
        self.silent.append([])
        self.ends.append(-1)
        return len(self.ends) - 1

    def add(self, node: Node, start: int, slots: Mapping[str, Slot[Any]]) -> int:
        """Lead the words of a tree away from `start`; the place where they end."""
        match node:
            case Word(text):
                end = self.place()
                self.words[start].setdefault(text, []).append(end)
            case Gap(slot):
                end = self.place()
                self.gaps[start].append(((slot, slots[slot]), end))
            case Row(items):
                end = start
                for item in items:
                    end = self.add(item, end, slots)
            case Choice(items):
                end = self.place()
                for item in items:
                    self.silent[self.add(item, start, slots)].append(end)
        return end

    def vocabulary(self) -> set[str]:
        """All words."""
        return set().union(*self.words)

    def reach(self, places: Iterable[int]) -> list[int]:
        """The places that can be reached without a word, themselves included, in order."""
        found = dict.fromkeys(places)
        pending = list(found)
        while pending:
            for place in self.silent[pending.pop()]:
                if place not in found:
                    found[place] = None
                    pending.append(place)
        return sorted(found)


class Automaton:
    """States are small numbers, `START` is 0. Grows where it is walked; threads may share it."""

    def __init__(self, paths: Paths, language: Language) -> None:
        """`paths`: all templates of the sentences."""
        self.paths = paths
        self.language = language
        self.numbers: dict[tuple[int, ...], int] = {}
        self.places: list[tuple[int, ...]] = []
        self.states: list[State | None] = []
        self.growing = threading.RLock()
        self.number((START,))

    @classmethod
    def of(
        cls,
        templates: Sequence[tuple[Node, Mapping[str, Slot[Any]]]],
        language: Language,
        around: tuple[Node, Node] = (Row(), Row()),
    ) -> "Automaton":
        """`templates`: trees with the slots of their gaps; their position is their number.

        `around` is what every sentence may begin and end with.
        """
        before, after = around
        paths = Paths()
        start = paths.add(before, START, {})
        for number, (node, slots) in enumerate(templates):
            end = paths.add(after, paths.add(node, start, slots), {})
            paths.ends[end] = number
        return cls(paths, language)

    def state(self, number: int) -> State:
        """The state of that number."""
        found = self.states[number]
        if found is None:
            with self.growing:
                found = self.states[number] = self.expand(self.places[number])
        return found

    def explore(self, most: int = 5_000) -> None:
        """Walk everywhere now, up to so many states."""
        number = 0
        while number < min(most, len(self.places)):
            self.state(number)
            number += 1

    def walk(self, words: Iterable[str]) -> State | None:
        """The state after words alone, slots apart."""
        state = self.state(START)
        for word in words:
            if word not in state.words:
                return None
            state = self.state(state.words[word])
        return state

    def number(self, places: Iterable[int]) -> int:
        """The number of the state that stands for these places."""
        key = tuple(sorted(places))
        if key not in self.numbers:
            if len(self.places) >= MOST_STATES:
                return self.number(()) if key else self.append(key)
            return self.append(key)
        return self.numbers[key]

    def append(self, key: tuple[int, ...]) -> int:
        """A new state."""
        self.numbers[key] = len(self.places)
        self.states.append(None)
        self.places.append(key)
        return self.numbers[key]

    def expand(self, places: tuple[int, ...]) -> State:
        """The ways that leave a state, those with the same word or slot taken together."""
        words: dict[str, set[int]] = {}
        slots: dict[tuple[str, int], tuple[Slot[Any], set[int]]] = {}
        ends = []
        for place in self.paths.reach(places):
            for word, targets in self.paths.words[place].items():
                words.setdefault(word, set()).update(targets)
            for (name, slot), target in self.paths.gaps[place]:
                slots.setdefault((name, id(slot)), (slot, set()))[1].add(target)
            if self.paths.ends[place] >= 0:
                ends.append(self.paths.ends[place])
        return State(
            words={word: self.number(targets) for word, targets in words.items()},
            slots=tuple(
                SlotArc(
                    name, slot, slot.template(self.language), self.language, self.number(targets)
                )
                for (name, _), (slot, targets) in slots.items()
            ),
            end=min(ends, default=-1),
        )


@lru_cache(maxsize=256)
def compiled(template: str, language: Language) -> Automaton:
    """The automaton of one template without slots, shared by all who use it."""
    return Automaton.of([(parse(template, language), {})], language)
