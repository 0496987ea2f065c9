"""From a way through the automaton to what it means: the action and the values of its slots."""

from collections.abc import Sequence
from typing import Any

import msgspec

from lorgnette.core.readings import Intent, Missing
from lorgnette.core.slots import Context, FreeText, Slot
from lorgnette.core.words import join, spans
from lorgnette.understanding.exact import Way
from lorgnette.understanding.mend import Guess, Said
from lorgnette.understanding.sentences import ActionSentences


class Heard(msgspec.Struct, frozen=True):
    """A sentence as the wearer said it, and its words."""

    text: str
    words: tuple[str, ...]
    context: Context

    def part(self, start: int, end: int) -> str:
        """The wearer's own spelling of some of the words."""
        places = spans(self.text, self.context.language)
        return self.text[places[start][0] : places[end - 1][1]]


class Meaning(msgspec.Struct, frozen=True, eq=False):
    """What a mended sentence was meant to be, and the guess that found it."""

    reading: Intent | Missing
    guess: Guess
    careful: bool

    @property
    def intent(self) -> Intent:
        """The intent, complete or not."""
        return self.reading if isinstance(self.reading, Intent) else self.reading.intent

    def same_as(self, other: Intent) -> bool:
        """Whether it comes to the same action with the same values."""
        return (self.intent.action, self.intent.slots) == (other.action, other.slots)


def whole(owner: ActionSentences, intent: Intent) -> Intent | Missing:
    """The intent, or what it lacks."""
    for name in owner.slots:
        if name in owner.required and name not in intent.slots:
            return Missing(intent, name)
    return intent


def of_way(way: Way, owner: ActionSentences, heard: Heard) -> Intent | Missing:
    """What a sentence means that needed no mending."""
    values = {}
    lacking = None
    for item in way.filled:
        if not item.known:
            lacking = item
        elif item.free:
            values[item.name] = own_words(item.slot, heard, item.start, item.end, item.value)
        else:
            values[item.name] = item.value
    intent = Intent(owner.action, values)
    if lacking is not None:
        words = heard.words[lacking.start : lacking.end]
        return Missing(intent, lacking.name, join(words, heard.context.language))
    return whole(owner, intent)


def of_guess(guess: Guess, owner: ActionSentences, heard: Heard) -> Meaning | None:
    """What a mended sentence means; None when slots make nothing of their words, or no sense."""
    values: dict[str, Any] = {}
    for said in guess.said:
        used, value = value_of(said, heard)
        if not used:
            return None
        values[said.name] = value
    if not owner.believes(values):
        return None
    mended = join(guess.text, heard.context.language)
    intent = Intent(owner.action, values, mended, round(guess.per_word, 3))
    return Meaning(whole(owner, intent), guess, owner.careful)


def value_of(said: Said, heard: Heard) -> tuple[bool, Any]:
    """Whether a slot has a value for the words it was given, and the value."""
    if said.read:
        return True, said.value
    used, value = next(iter(said.slot.read(said.words, heard.context)), (0, None))
    if used == len(said.words) and said.free is not None:
        value = own_words(said.slot, heard, *said.free, value)
    return used == len(said.words), value


def own_words(slot: Slot[Any], heard: Heard, start: int, end: int, value: Any) -> Any:
    """The value of free text, with the wearer's capitals and punctuation where that is wanted."""
    return slot.spelled(heard.part(start, end)) if isinstance(slot, FreeText) else value


def distinct(meanings: Sequence[Meaning]) -> list[Meaning]:
    """The cheapest of each meaning, cheapest first."""
    kept: list[Meaning] = []
    for meaning in sorted(meanings, key=lambda meaning: meaning.guess.cost):
        if not any(known.same_as(meaning.intent) for known in kept):
            kept.append(meaning)
    return kept
