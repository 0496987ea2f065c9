"""The words of a sentence along the automaton, nothing forgiven.

All ways are followed at once, word by word. At every word and state only a few of the best are
kept, so the work grows with the length of the sentence and not with the number of ways.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from math import inf
from typing import Any

import msgspec

from lorgnette.core.slots import Context, Slot
from lorgnette.understanding.automaton import START, Automaton, SlotArc, State
from lorgnette.understanding.idiom import Idiom
from lorgnette.understanding.spelled import spelled

MOST_STEPS = 4_000
"""Steps for one sentence, after which what was found so far counts. About 10 ms."""

READING = 40
"""Steps that a value which was read is worth."""

MOST_WAYS = 3
"""Ways kept at one word and one state."""

MOST_VALUES = 6
"""Values of a slot tried at one word, longest first."""

LONGEST_VALUE = 32
"""Words of a value that is not free text."""

LONGEST_GUESS = 4
"""Words that may stand where a value was expected and none was understood."""


class Filled(msgspec.Struct, frozen=True, eq=False):
    """A slot with its value, and the heard words it took. Not `known`: no value could be read."""

    name: str
    slot: Slot[Any]
    value: Any
    start: int
    end: int
    known: bool = True
    free: bool = False


class Way(msgspec.Struct, frozen=True, eq=False):
    """One way through the sentence so far.

    `literal` words stood in the template, `anchors` of them are not small words; `free` ones are
    free text. Inside free text `within` says which slot and `since` where it began.
    """

    state: int = START
    literal: int = 0
    anchors: int = 0
    free: int = 0
    filled: tuple[Filled, ...] = ()
    within: SlotArc | None = None
    since: int = 0

    @property
    def rank(self) -> tuple[int, int]:
        """Larger is better: most literal words, then fewest free ones."""
        return self.literal, -self.free

    def after(self, arc: SlotArc, slot: Filled) -> "Way":
        """The way once a slot is filled."""
        return Way(arc.target, self.literal, self.anchors, self.free, (*self.filled, slot))

    @property
    def guessed(self) -> bool:
        """Whether a slot has words that no value could be read from."""
        return any(not slot.known for slot in self.filled)


class Outcome(msgspec.Struct, frozen=True, eq=False):
    """What a sentence was found to be.

    `way` has arrived at the `end` of that template. `waiting`: more words must follow to make
    one of the sentences whole.
    """

    way: Way | None = None
    end: int = -1
    waiting: bool = False


class Walk:
    """One sentence on its way through the automaton."""

    def __init__(
        self,
        automaton: Automaton,
        words: Sequence[str],
        context: Context,
        idiom: Idiom,
        *,
        guessing: bool = False,
    ) -> None:
        """`guessing`: a typed slot may also take a few words that it cannot read."""
        self.automaton = automaton
        self.words = words
        self.context = context
        self.small = idiom.small_words
        self.guessing = guessing
        self.values: dict[tuple[int, int], tuple[tuple[int, Any], ...]] = {}
        self.reaches: dict[tuple[int, int], int] = {}
        self.steps = 0
        self.best: tuple[Way, int] | None = None
        self.awaited = -1.0
        self.exits = set(idiom.closes(words))
        self.ways: list[dict[tuple[int, int], list[Way]]] = [{} for _ in range(len(words) + 1)]
        for start in idiom.begins(words):
            self.keep(Way(), start)

    def outcome(self) -> Outcome:
        """Go through all the words."""
        for at, ways in enumerate(self.ways):
            for way in [way for found in ways.values() for way in found]:
                if self.steps > MOST_STEPS:
                    break
                if way.within is None:
                    self.advance(way, at)
                else:
                    self.stay_or_leave(way, way.within, at)
        if self.best is None:
            return Outcome(waiting=self.awaited >= 0)
        return Outcome(*self.best, self.awaited >= self.best[0].literal)

    def wait(self, way: Way) -> None:
        """A way needs more words. Free text takes any, and counts with as many literal words."""
        self.awaited = max(self.awaited, way.literal if way.free else inf)

    def keep(self, way: Way, at: int) -> None:
        """Go on with a way from a word, unless better ones are there."""
        self.steps += 1
        known = self.ways[at].setdefault((way.state, id(way.within)), [])
        known.append(way)
        if len(known) > MOST_WAYS:
            known.sort(key=lambda way: way.rank, reverse=True)
            known.pop()

    def advance(self, way: Way, at: int) -> None:
        """Follow everything that can come next in the template."""
        state = self.automaton.state(way.state)
        if state.end >= 0 and at in self.exits:
            self.arrive(way, at, state)
        if at == len(self.words):
            if way.literal > 0 and state.goes_on:
                self.wait(way)
            return
        for target in self.literals(state, at):
            anchors = way.anchors + (self.words[at] not in self.small)
            self.keep(Way(target, way.literal + 1, anchors, way.free, way.filled), at + 1)
        for arc in state.slots:
            if arc.template is not None:
                self.fill(way, arc, at)
            if self.may_begin(way, arc, at):
                self.stay_or_leave(msgspec.structs.replace(way, within=arc, since=at), arc, at)

    def literals(self, state: State, at: int) -> Iterator[int]:
        """The states after the word that stands here, as it is or spelled out."""
        word = self.words[at]
        if (target := state.words.get(word)) is not None:
            yield target
        number: int | None = None
        for part in spelled(word, self.automaton.language):
            number = state.words.get(part)
            if number is None:
                return
            state = self.automaton.state(number)
        if number is not None:
            yield number

    def may_begin(self, way: Way, arc: SlotArc, at: int) -> bool:
        """Whether words that are not understood may begin here: fillers are no free text."""
        if arc.template is None:
            return way.state != START or at == 0
        if not self.guessing or not getattr(arc.slot, "guessed", True):
            return False
        return way.literal > 0 and not way.guessed

    def fill(self, way: Way, arc: SlotArc, at: int) -> None:
        """Let a slot read its value from here, once in a sentence."""
        if any(slot.name == arc.name for slot in way.filled):
            return
        key = (id(arc.slot), at)
        if key not in self.values:
            words = self.words[at : at + LONGEST_VALUE]
            self.values[key] = tuple(islice(arc.slot.read(words, self.context), MOST_VALUES))
            self.steps += READING if self.values[key] else 2
        for used, value in self.values[key]:
            if 0 < used <= len(self.words) - at:
                self.keep(
                    way.after(arc, Filled(arc.name, arc.slot, value, at, at + used)), at + used
                )
        if way.literal > 0 and self.awaited < inf:
            rest = self.words[at:]
            state = arc.inner.walk(self.spoken(rest)) if 0 < len(rest) <= LONGEST_VALUE else None
            if state is not None and state.goes_on:
                self.wait(way)

    def spoken(self, words: Sequence[str]) -> Iterator[str]:
        """The words, figures spelled out."""
        for word in words:
            yield from spelled(word, self.automaton.language) or (word,)

    def stay_or_leave(self, way: Way, arc: SlotArc, at: int) -> None:
        """Take one more word as free text, and go on after the slot where that is possible."""
        state = self.automaton.state(arc.target)
        over = at == len(self.words)
        if at > way.since and (state.end >= 0 if over else self.can_follow(state, at)):
            closed = self.closed(way, arc, at)
            if closed is not None:
                self.advance(closed, at)
        if over:
            if way.anchors > 0 and state.end < 0:
                self.wait(way)
        elif arc.template is None or at - way.since < LONGEST_GUESS:
            self.keep(msgspec.structs.replace(way, free=way.free + 1), at + 1)

    def can_follow(self, state: State, at: int) -> bool:
        """Whether the template has something for the next word, or is over before fillers."""
        return (
            self.words[at] in state.words
            or bool(state.slots)
            or bool(spelled(self.words[at], self.automaton.language))
            or (state.end >= 0 and at in self.exits)
        )

    def closed(self, way: Way, arc: SlotArc, at: int) -> Way | None:
        """The way after the free text, when the slot can make a value of it."""
        if arc.template is not None:
            return way.after(arc, Filled(arc.name, arc.slot, None, way.since, at, known=False))
        if at - way.since > self.longest(arc, way.since):
            return None
        return way.after(arc, Filled(arc.name, arc.slot, None, way.since, at, free=True))

    def longest(self, arc: SlotArc, since: int) -> int:
        """The most words from here that free text can take."""
        key = (id(arc.slot), since)
        if key not in self.reaches:
            read = arc.slot.read(self.words[since:], self.context)
            self.reaches[key] = next((used for used, _ in read), 0)
        return self.reaches[key]

    def arrive(self, way: Way, at: int, state: State) -> None:
        """The template may end here: remember the best. Free text takes the fillers along."""
        last = way.filled[-1] if way.filled else None
        if last is not None and last.free and last.end == at < len(self.words):
            return
        rank = (*way.rank, -state.end)
        if self.best is None or rank > (*self.best[0].rank, -self.best[1]):
            valued = [self.valued(slot) for slot in way.filled]
            if None not in valued:
                filled = tuple(slot for slot in valued if slot is not None)
                self.best = msgspec.structs.replace(way, filled=filled), state.end

    def valued(self, slot: Filled) -> Filled | None:
        """The slot with its value; None when free text has none."""
        if not slot.free:
            return slot
        words = self.words[slot.start : slot.end]
        used, value = next(iter(slot.slot.read(words, self.context)), (0, None))
        return msgspec.structs.replace(slot, value=value) if used == len(words) else None
