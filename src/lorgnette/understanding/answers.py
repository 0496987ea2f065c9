"""Answers to open questions: yes and no, the second one, a value, or quiet."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from lorgnette.core.questions import Question
from lorgnette.core.readings import Answer, Stop
from lorgnette.core.slots import Context, FreeText, Slot
from lorgnette.core.types import CHINESE, Language
from lorgnette.core.words import spans, split
from lorgnette.understanding.idiom import Idiom, idiom
from lorgnette.understanding.letters import sounds
from lorgnette.understanding.sound import distance
from lorgnette.understanding.syllables import apart, syllables

ALIKE = 0.25
"""What a choice may cost to be recognised by sound, in consonants for each sound."""

CLEARLY = 2.0
"""How many times dearer every other choice must be."""

MOST_WORDS = 24
"""Words of an answer by choice; longer ones are something else."""


def is_stop(text: str, language: Language) -> bool:
    """Whether the wearer wants quiet, and nothing but quiet: stop, never mind, 别说了."""
    known = idiom(language)
    words = split(text, language)
    return words in known.stops or known.core(words) in known.stops


def read_consent(text: str, language: Language) -> bool | None:
    """Yes, no, or neither. Only words that cannot be mistaken count: «yeah maybe» is neither."""
    known = idiom(language)
    words = without_endings(split(text, language), known)
    if words in known.refusals:
        return False
    return True if words in known.consents else None


def read_answer(
    text: str, question: Question, context: Context, slot: Slot[Any] | None = None
) -> Answer | Stop | None:
    """The answer to an open question; None when the sentence answers something else.

    A choice is named by its place, by its words or something that sounds like them; of choices
    that are gone through one by one, this one or the next. Without choices the whole sentence must
    be a value that `slot` can read.
    """
    if is_stop(text, context.language):
        return Stop()
    words = split(text, context.language)
    if not words:
        return None
    if question.choices:
        if (stepped := read_step(words, question, context.language)) is not None:
            return stepped
        choice = read_choice(words, question.choices, context.language)
        return None if choice is None else Answer(choice=choice)
    return None if slot is None else read_value(text, words, slot, context)


def read_step(words: Sequence[str], question: Question, language: Language) -> Answer | None:
    """What takes the choice that is shown, or asks to see the next or the one before."""
    if question.at is None:
        return None
    known = idiom(language)
    for part in parts(without_endings(words, known), known):
        if part in known.these or part in known.consents:
            return Answer(choice=question.at)
        if part in known.onwards or part in known.refusals:
            return question.beside(1)
        if part in known.backwards:
            return question.beside(-1)
    return None


def wordings(question: Question, language: Language) -> Sequence[str]:
    """What may answer a question with choices."""
    known = idiom(language)
    stepping = () if question.at is None else (*known.onward, *known.backward, *known.this)
    return *(name for names in question.choices for name in names), *stepping


def read_value(text: str, words: Sequence[str], slot: Slot[Any], context: Context) -> Answer | None:
    """The sentence as a value of the slot, fillers apart."""
    known = idiom(context.language)
    for start in known.begins(words):
        for end in known.closes(words):
            part = words[start:end]
            used, value = next(iter(slot.read(part, context)), (0, None))
            if part and used == len(part):
                if isinstance(slot, FreeText):
                    places = spans(text, context.language)
                    value = slot.spelled(text[places[start][0] : places[end - 1][1]])
                return Answer(value=value)
    return None


def read_choice(
    words: Sequence[str], choices: Sequence[Sequence[str]], language: Language
) -> int | None:
    """Which of the choices is meant: by its words, by its place, by sound."""
    if not 0 < len(words) <= MOST_WORDS:
        return None
    known = idiom(language)
    named = [[split(name, language) for name in names] for names in choices]
    ways = [part for part in parts(words, known) if part]
    for choose in (by_name, by_consent, by_place, by_part):
        for part in ways:
            if (index := choose(part, named, known)) is not None:
                return index
    return by_sound(ways[-1], named, language)


Names = Sequence[Sequence[tuple[str, ...]]]
"""The names of every choice, in words."""


def parts(words: Sequence[str], known: Idiom) -> Iterator[tuple[str, ...]]:
    """The sentence as it is, without fillers, and without words like «I'd like the … one»."""
    yield tuple(words)
    core = tuple(known.core(words))
    yield core
    start, end = 0, len(core)
    while start < end and core[start] in known.choosing:
        start += 1
    yield core[start:]
    while end > start and core[end - 1] in known.choosing:
        end -= 1
    yield core[start:end]


def by_name(part: tuple[str, ...], named: Names, known: Idiom) -> int | None:  # noqa: ARG001 - one of several ways to choose
    """The choice of that name."""
    return only(index for index, names in enumerate(named) if part in names)


def by_consent(part: tuple[str, ...], named: Names, known: Idiom) -> int | None:
    """The choice that says yes, or no, in other words."""
    for phrases in (known.consents, known.refusals):
        if part in phrases:
            return only(
                index for index, names in enumerate(named) if any(n in phrases for n in names)
            )
    return None


def by_place(part: tuple[str, ...], named: Names, known: Idiom) -> int | None:
    """The choice at that place: first, number two, last. Nobody counts yes and no."""
    if any(name in known.refusals for names in named for name in names):
        return None
    if part in known.lasts:
        return len(named) - 1
    return only(index for index, place in enumerate(known.ordinals[: len(named)]) if part in place)


def by_part(part: tuple[str, ...], named: Names, known: Idiom) -> int | None:
    """The only choice that has these words in its name."""
    if known.small_words.issuperset(part):
        return None
    return only(
        index
        for index, names in enumerate(named)
        if any(part == name[n : n + len(part)] for name in names for n in range(len(name)))
    )


def by_sound(part: tuple[str, ...], named: Names, language: Language) -> int | None:
    """The choice that sounds most like it, if clearly."""
    costs = [min((unlike(part, name, language) for name in names), default=9.0) for names in named]
    best, *others = sorted(costs)
    if best > ALIKE or (others and others[0] < CLEARLY * max(best, 0.1)):
        return None
    return costs.index(best)


def unlike(left: Sequence[str], right: Sequence[str], language: Language) -> float:
    """How different two phrases sound, for each sound: 0 the same, 1 entirely."""
    if language != CHINESE:
        heard, known = ("".join(map(sounds, words)) for words in (left, right))
        return distance(heard, known) / max(1, len(heard), len(known))
    if len(left) != len(right) or not left:
        return 1.0
    pairs = [
        min((apart(a, b) for a in syllables(x) for b in syllables(y)), default=float(x != y))
        for x, y in zip(left, right, strict=True)
    ]
    return sum(pairs) / len(pairs)


def only(found: Iterable[int]) -> int | None:
    """The one there is; None when there are several or none."""
    each = list(islice(found, 2))
    return each[0] if len(each) == 1 else None


def without_endings(words: Sequence[str], known: Idiom) -> Sequence[str]:
    """The words without thanks at the end."""
    for length in known.courtesies.before(words, len(words)):
        if length < len(words):
            return words[:-length]
    return words
