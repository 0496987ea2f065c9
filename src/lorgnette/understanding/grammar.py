"""All sentences of a language, compiled: what a sentence means, and whether it is over."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property
from math import inf

import msgspec

from lorgnette.core.completeness import Completeness
from lorgnette.core.readings import Intent, Missing, Reading, Unknown
from lorgnette.core.slots import Context
from lorgnette.core.types import Language
from lorgnette.core.words import split
from lorgnette.understanding.automaton import START, Automaton, compiled
from lorgnette.understanding.completeness import how_finished, how_finished_mended
from lorgnette.understanding.exact import Outcome, Walk
from lorgnette.understanding.idiom import idiom
from lorgnette.understanding.judgement import judge
from lorgnette.understanding.lattice import Lattice
from lorgnette.understanding.leniency import USUAL, Leniency
from lorgnette.understanding.meaning import Heard, Meaning, distinct, of_guess, of_way
from lorgnette.understanding.mend import Mender
from lorgnette.understanding.reordered import FEWEST, reordered
from lorgnette.understanding.sentences import ActionSentences, Sentences
from lorgnette.understanding.sound import Lexicon, lexicon
from lorgnette.understanding.vocabulary import SentenceVocabulary

MOST_MENDED = 32
"""Words of a sentence that is mended; longer ones are no commands."""

MOST_MEANINGS = 12
"""Guesses that are looked at for what they mean."""


FEWEST_BEGUN = 3
"""Words that begin a sentence, whatever is made of the next one."""

NOWHERE = -1

ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""The time of values that only matter for being there."""


class Grammar:
    """What can be said in one language. Does not change; its caches grow within bounds."""

    def __init__(
        self, language: Language, actions: Sequence[ActionSentences], leniency: Leniency
    ) -> None:
        """Use `compile`."""
        self.language = language
        self.actions = tuple(actions)
        self.leniency = leniency
        self.idiom = idiom(language)
        parsed = [(item, tuple(item.trees(language))) for item in self.actions]
        self.trees = [(tree, item.slots) for item, trees in parsed for tree in trees]
        owners = [item for item, trees in parsed for _ in trees]
        self.sentences = Sentences(Automaton.of(self.trees, language), owners)
        self.reordered = reordered(parsed, language)

    @classmethod
    def compile(
        cls, language: Language, actions: Iterable[ActionSentences], leniency: Leniency = USUAL
    ) -> "Grammar":
        """The grammar of these actions, earlier ones preferred.

        Raises ExtensionFailed, naming the action and the template, when one cannot be used.
        """
        return cls(language, tuple(actions), leniency)

    @cached_property
    def vocabulary(self) -> SentenceVocabulary:
        """The sentences as a `Vocabulary` for recognisers, with the politeness around them."""
        return SentenceVocabulary(Automaton.of(self.trees, self.language, self.idiom.around))

    @cached_property
    def lexicon(self) -> Lexicon:
        """All words of all sentences, by sound."""
        words: set[str] = set()
        for automaton in self.automata():
            words |= automaton.paths.vocabulary()
        return lexicon(words, self.language)

    def automata(self) -> Iterator[Automaton]:
        """The automata of the sentences, and those of their slots."""
        yield self.sentences.automaton
        yield self.reordered.automaton
        slots = (slot for item in self.actions for slot in item.slots.values())
        for template in {slot.template(self.language) for slot in slots}:
            if template is not None:
                yield compiled(template, self.language)

    def warm_up(self) -> None:
        """Do now what the first sentences would have to wait for: 0.2 s, in Chinese 0.5 s."""
        for automaton in self.automata():
            automaton.explore()
        self.lexicon.knows("")

    def read(self, text: str, context: Context, *, meant: str = "", doubt: float = 0.0) -> Reading:
        """What a sentence means: exactly, else as the recogniser meant it, else mended.

        When only a slot is lacking, what the recogniser meant may supply it.

        `meant` and `doubt` are those of a `Transcript`. Never raises.
        """
        heard = self.heard(text, context)
        exact = self.exactly(heard)
        if isinstance(exact, Intent):
            return exact
        moved = self.in_any_order(heard)
        hint = self.hint(meant, doubt, context) if moved is None else None
        believed = hint if hint is not None and doubt <= self.doubt_for(hint) else None
        if exact is not None and moved is None:
            return believed if believed and believed.action == exact.intent.action else exact
        if believed is not None:
            return believed
        reading = judge(self.mended(heard), hint, self.leniency)
        return self.lacking(heard) or reading if isinstance(reading, Unknown) else reading

    def completeness(self, text: str, *, meant: str = "", doubt: float = 0.0) -> Completeness:
        """Whether more words are to be expected after these, misheard or not."""
        context = Context(self.language, ANY_TIME)
        heard = self.heard(text, context)
        whole, finished = self.finished(heard)
        breaks_off = bool(heard.words) and heard.words[-1] in self.idiom.dangling
        if finished is None and self.in_any_order(heard) is not None:
            return Completeness.CONTINUABLE
        if not whole and not breaks_off and meant and doubt <= self.leniency.doubt:
            finished = self.finished(self.heard(meant, context))[1] or finished
        if finished is not None:
            return finished
        mender = self.mender(heard)
        if mender is None:
            return Completeness.OPEN
        best = next(iter(self.meanings(mender, heard)), None)
        whole_guess = best.guess if best and isinstance(best.reading, Intent) else None
        finished = how_finished_mended(whole_guess, mender.waiting(), self.leniency)
        if finished is Completeness.OPEN and self.begins(heard):
            return Completeness.DANGLING
        return finished

    def begins(self, heard: Heard) -> bool:
        """Whether all words but the last begin a sentence: that one may be half a word yet."""
        words, state = heard.words[:-1], START
        for word in words:
            [state] = self.vocabulary.arcs(state).get(word, (NOWHERE,))
            if state == NOWHERE or self.vocabulary.is_open(state):
                return False
        return len(words) >= FEWEST_BEGUN and bool(self.vocabulary.arcs(state))

    def finished(self, heard: Heard) -> tuple[bool, Completeness | None]:
        """Whether a sentence is an action with all it requires, and how finished it sounds."""
        outcome = self.walk(heard)
        whole = isinstance(self.reading(outcome, heard), Intent)
        return whole, how_finished(outcome, heard.words, self.idiom, whole=whole)

    def heard(self, text: str, context: Context) -> Heard:
        """A sentence with its words."""
        return Heard(text, split(text, self.language), context)

    def walk(
        self, heard: Heard, sentences: Sentences | None = None, *, guessing: bool = False
    ) -> Outcome:
        """The words along an automaton, that of the sentences as they are, nothing forgiven."""
        automaton = (sentences or self.sentences).automaton
        return Walk(automaton, heard.words, heard.context, self.idiom, guessing=guessing).outcome()

    def reading(self, outcome: Outcome, heard: Heard) -> Intent | Missing | None:
        """What was found, as a reading."""
        if outcome.way is None:
            return None
        return of_way(outcome.way, self.sentences.owners[outcome.end], heard)

    def exactly(self, heard: Heard) -> Intent | Missing | None:
        """What a sentence means that is one of ours, word for word."""
        return self.reading(self.walk(heard), heard)

    def in_any_order(self, heard: Heard) -> Intent | None:
        """What a sentence means whose parts are ours, word for word, and whose order is not."""
        outcome = self.walk(heard, self.reordered)
        if outcome.way is None or len(outcome.way.filled) < FEWEST:
            return None
        found = of_way(outcome.way, self.reordered.owners[outcome.end], heard)
        return found if isinstance(found, Intent) else None

    def hint(self, meant: str, doubt: float, context: Context) -> Intent | None:
        """What the recogniser would rather have heard, unless that is out of the question."""
        if not meant or doubt > self.leniency.much_doubt:
            return None
        intent = self.exactly(self.heard(meant, context))
        if not isinstance(intent, Intent) or not self.owner(intent).believes(intent.slots):
            return None
        return msgspec.structs.replace(intent, mended=meant, cost=doubt)

    def doubt_for(self, intent: Intent) -> float:
        """The doubt up to which the recogniser is believed."""
        return self.leniency.careful_doubt if self.owner(intent).careful else self.leniency.doubt

    def owner(self, intent: Intent) -> ActionSentences:
        """The action of an intent."""
        return next(item for item in self.actions if item.action == intent.action)

    def mended(self, heard: Heard) -> list[Meaning]:
        """What a misheard sentence may have been meant to be, distinct, cheapest first.

        Other orders are tried when none of the templates' comes far ahead of what they cost.
        """
        mender = self.mender(heard)
        if mender is None:
            return []
        meanings = self.meanings(mender, heard)
        best = meanings[0].guess.cost if meanings else inf
        if best + self.leniency.margin <= self.leniency.reordered:
            return meanings
        return distinct([*meanings, *self.moved(heard, mender.lattice)])

    def mender(self, heard: Heard) -> Mender | None:
        """The words along the automaton, forgiving; None when they are too many."""
        if not 0 < len(heard.words) <= MOST_MENDED:
            return None
        lattice = Lattice(heard.words, self.lexicon, self.language, self.idiom.fixed_words)
        automaton = self.sentences.automaton
        return Mender(automaton, heard.words, lattice, heard.context, self.idiom).run()

    def meanings(self, mender: Mender, heard: Heard) -> list[Meaning]:
        """What a sentence may have been meant to be, distinct, cheapest first."""
        return distinct(list(found_meanings(mender, self.sentences, heard)))

    def moved(self, heard: Heard, lattice: Lattice) -> Iterator[Meaning]:
        """What it may have been meant to be in another order, which has its price."""
        automaton = self.reordered.automaton
        mender = Mender(automaton, heard.words, lattice, heard.context, self.idiom).run()
        for meaning in found_meanings(mender, self.reordered, heard):
            guess = meaning.guess
            if isinstance(meaning.reading, Intent) and len(guess.said) >= FEWEST:
                right = msgspec.structs.replace(meaning.reading, mended="")
                dearer = msgspec.structs.replace(guess, cost=guess.cost + self.leniency.reordered)
                yield Meaning(meaning.reading if guess.cost else right, dearer, meaning.careful)

    def lacking(self, heard: Heard) -> Missing | None:
        """A sentence that is ours but for the words of one slot, of which no value can be read."""
        if len(heard.words) > MOST_MENDED:
            return None
        outcome = self.walk(heard, guessing=True)
        reading = self.reading(outcome, heard)
        if outcome.way is None or not isinstance(reading, Missing):
            return None
        strange = len(split(reading.heard, self.language))
        literal = outcome.way.literal
        enough = literal >= max(self.leniency.literal, strange) and outcome.way.anchors > 0
        return reading if enough else None


def found_meanings(mender: Mender, sentences: Sentences, heard: Heard) -> Iterator[Meaning]:
    """What the cheapest of the guesses that arrived mean."""
    best = sorted(mender.arrived, key=lambda found: (found[0].cost, found[1]))[:MOST_MEANINGS]
    for guess, end in best:
        if (meaning := of_guess(guess, sentences.owners[end], heard)) is not None:
            yield meaning
