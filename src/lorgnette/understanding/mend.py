"""The forgiving tier: what a sentence was meant to be, when words were misheard.

The best way through the automaton for the sounds of the words. Words are replaced by others that
sound alike, joined and parted; small words may be missing or too many. Free text is never
touched. What comes back is every meaning found, cheapest first; whether the cheapest is good
enough, and far enough from the next, is for `grammar` to say.
"""

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import islice
from typing import Any

import msgspec

from lorgnette.core.slots import Context, Slot
from lorgnette.understanding.automaton import START, Automaton, SlotArc
from lorgnette.understanding.exact import LONGEST_VALUE, MOST_VALUES
from lorgnette.understanding.idiom import Idiom
from lorgnette.understanding.lattice import WORD, Lattice
from lorgnette.understanding.sound import SAME

MISSING = 0.6
"""The cost of a small word that the template has and nobody heard."""

TOO_MANY = 0.6
"""The cost of a small word that was heard and that the template does not have."""

STRANGE = 3.0
"""The cost of any other heard word that the template does not have."""

FREE = 0.01
"""The cost of a word of free text: so that templates are preferred that know the words."""

MOST = 3.5
"""The most that is forgiven in one sentence."""

BEAM = 24
"""Guesses followed from each point."""

RIVALS = 2
"""Guesses kept at one state that filled their slots differently."""


class Said(msgspec.Struct, frozen=True):
    """A slot and the words meant for it, or the value read from the heard ones."""

    name: str
    slot: Slot[Any]
    words: tuple[str, ...]
    value: Any = None
    read: bool = False
    free: tuple[int, int] | None = None


class Guess(msgspec.Struct, frozen=True, eq=False):
    """A way through the automaton so far, and what had to be forgiven.

    `right` of `matched` words were heard as they are; `anchors` are those of them that are not
    small. `loose`: the last step was a word that only one side has. `within` a slot, `place` is
    the state of its own automaton and `words` what it has got.
    """

    cost: float = 0.0
    state: int = START
    matched: int = 0
    right: int = 0
    anchors: int = 0
    said: tuple[Said, ...] = ()
    text: tuple[str, ...] = ()
    within: SlotArc | None = None
    place: int = START
    words: tuple[str, ...] = ()
    since: int = 0
    loose: bool = False

    @property
    def filling(self) -> tuple[object, ...]:
        """The words of the slots, to tell guesses at one state apart."""
        return (*((said.name, said.words) for said in self.said), self.words)

    @property
    def free(self) -> bool:
        """Whether some of the words are free text."""
        return any(said.free is not None for said in self.said)

    def has(self, name: str) -> bool:
        """Whether a slot is filled."""
        return any(said.name == name for said in self.said)

    @property
    def per_word(self) -> float:
        """What had to be forgiven, for each word of the sentence."""
        return self.cost / max(1, self.matched)


class Mender:
    """One sentence on its way."""

    def __init__(
        self,
        automaton: Automaton,
        words: Sequence[str],
        lattice: Lattice,
        context: Context,
        idiom: Idiom,
    ) -> None:
        """`lattice`: what the words may have been."""
        self.automaton = automaton
        self.words = words
        self.lattice = lattice
        self.context = context
        self.idiom = idiom
        self.limit = min(MOST, 0.4 * (len(words) + 1))
        self.exits = {end * WORD for end in idiom.closes(words)}
        self.arrived: list[tuple[Guess, int]] = []
        self.values: dict[tuple[int, int], tuple[tuple[int, Any], ...]] = {}
        self.points: list[int] = []
        self.guesses: dict[int, dict[tuple[int, int, int], list[Guess]]] = {}
        for start in idiom.begins(words):
            self.keep(Guess(), start * WORD)

    def run(self) -> "Mender":
        """Follow all guesses to the end of the sentence."""
        last = len(self.words) * WORD
        while self.points:
            point = heappop(self.points)
            best = sorted(self.at(point), key=lambda guess: (guess.cost, -guess.right))[:BEAM]
            for guess in best:
                if point in self.exits and guess.within is None:
                    self.arrive(guess)
                if point < last:
                    self.advance(guess, point)
        return self

    def at(self, point: int) -> list[Guess]:
        """The guesses at a point."""
        return [guess for found in self.guesses.get(point, {}).values() for guess in found]

    def waiting(self) -> Guess | None:
        """The best guess that needs more words."""
        rest = [
            guess
            for guess in self.at(len(self.words) * WORD)
            if not guess.loose
            and (guess.within is not None or self.automaton.state(guess.state).goes_on)
        ]
        return min(rest, key=lambda guess: guess.cost, default=None)

    def arrive(self, guess: Guess) -> None:
        """The sentence may be over here."""
        end = self.automaton.state(guess.state).end
        if end >= 0 and guess.matched:
            self.arrived.append((guess, end))

    def keep(self, guess: Guess, point: int) -> None:
        """Go on with a guess from a point, and with all it leads to without a sound."""
        if guess.cost > self.limit:
            return
        key = (guess.state, id(guess.within), guess.place)
        if point not in self.guesses:
            self.guesses[point] = {}
            heappush(self.points, point)
        rivals = self.guesses[point].setdefault(key, [])
        same = next((n for n, r in enumerate(rivals) if r.filling == guess.filling), None)
        if same is not None:
            if rivals[same].cost <= guess.cost:
                return
            rivals.pop(same)
        rivals.append(guess)
        rivals.sort(key=lambda rival: rival.cost)
        if len(rivals) > RIVALS and rivals.pop() is guess:
            return
        for silent in self.silently(guess, point):
            self.keep(silent, point)

    def silently(self, guess: Guess, point: int) -> Iterator[Guess]:
        """What a guess leads to without a sound: slots begin and end, small words are missing."""
        arc = guess.within
        if arc is None:
            state = self.automaton.state(guess.state)
            yield from self.entered(guess, state.slots, point)
            yield from self.supplied(guess, state.words)
        elif arc.template is None:
            if guess.words and point % WORD == 0:
                yield self.closed(guess, arc, (guess.since, point // WORD))
        else:
            inner = arc.inner.state(guess.place)
            if inner.end >= 0 and guess.words:
                yield self.closed(guess, arc)
            yield from self.supplied(guess, inner.words)

    def entered(self, guess: Guess, slots: Sequence[SlotArc], point: int) -> Iterator[Guess]:
        """The guess inside each slot that may begin here, once in a sentence.

        Free text needs the words around it to be there, and begins with a whole word.
        """
        for slot in slots:
            if guess.has(slot.name):
                continue
            if slot.template is not None:
                yield change(guess, within=slot, words=())
            elif point % WORD == 0 and not guess.loose and (guess.matched or point == 0):
                yield change(guess, within=slot, words=(), since=point // WORD)

    def supplied(self, guess: Guess, words: Mapping[str, int]) -> Iterator[Guess]:
        """The guess after each small word that nobody heard; never two in a row."""
        if guess.matched and not guess.loose:
            for word, target in words.items():
                if word in self.idiom.small_words:
                    supplied = self.taken(guess, word, target, MISSING)
                    yield change(supplied, loose=True, matched=guess.matched)

    def closed(self, guess: Guess, arc: SlotArc, free: tuple[int, int] | None = None) -> Guess:
        """The guess after its slot."""
        said = Said(arc.name, arc.slot, guess.words, free=free)
        return change(
            guess,
            state=arc.target,
            said=(*guess.said, said),
            within=None,
            place=START,
            words=(),
            loose=guess.loose or free is not None,
        )

    def advance(self, guess: Guess, point: int) -> None:
        """Take the next sound."""
        arc = guess.within
        if arc is not None and arc.template is None:
            word = self.words[point // WORD]
            self.keep(
                change(
                    guess, cost=guess.cost + FREE, words=(*guess.words, word),
                    text=(*guess.text, word), loose=False,
                ),
                point + WORD,
            )  # fmt: skip
            return
        state = self.automaton.state(guess.state) if arc is None else arc.inner.state(guess.place)
        for piece in self.lattice.at(point):
            for word, cost in self.lattice.near(piece, state.words):
                self.keep(self.taken(guess, word, state.words[word], cost), piece.end)
        if point % WORD == 0:
            word = self.words[point // WORD]
            small = word in self.idiom.small_words
            if guess.matched and word not in self.idiom.negating_words:
                cost = guess.cost + (TOO_MANY if small else STRANGE)
                self.keep(change(guess, cost=cost, loose=True), point + WORD)
            if arc is None:
                for slot in state.slots:
                    if slot.template is not None and not guess.has(slot.name):
                        self.fill(guess, slot, point // WORD)

    def taken(self, guess: Guess, word: str, target: int, cost: float) -> Guess:
        """The guess one word further."""
        right = cost <= SAME
        arc = guess.within
        return Guess(
            cost=guess.cost + cost,
            state=target if arc is None else guess.state,
            matched=guess.matched + 1,
            right=guess.right + right,
            anchors=guess.anchors + (right and word not in self.idiom.small_words),
            said=guess.said,
            text=(*guess.text, word),
            within=arc,
            place=START if arc is None else target,
            words=() if arc is None else (*guess.words, word),
        )

    def fill(self, guess: Guess, arc: SlotArc, at: int) -> None:
        """Let a slot read the heard words as they are."""
        key = (id(arc.slot), at)
        if key not in self.values:
            words = self.words[at : at + LONGEST_VALUE]
            self.values[key] = tuple(islice(arc.slot.read(words, self.context), MOST_VALUES))
        for used, value in self.values[key]:
            if 0 < used <= len(self.words) - at:
                words = tuple(self.words[at : at + used])
                said = Said(arc.name, arc.slot, words, value, read=True)
                anchors = sum(word not in self.idiom.small_words for word in words)
                self.keep(
                    Guess(
                        guess.cost, arc.target, guess.matched + used, guess.right + used,
                        guess.anchors + anchors, (*guess.said, said), (*guess.text, *words),
                    ),
                    (at + used) * WORD,
                )  # fmt: skip


change = msgspec.structs.replace
