"""«What did Anna say about the budget?» is asked for «budget», said by Anna."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from lorgnette.core.slots.phrases import Item, sequences
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.core.words import spans, split

LONGEST: Final = 60
"""Words of a question; what is longer is taken as it is."""

A_NAME: Final = 4
"""Words of a name that nobody here has."""

CLEAR: Final = 3
"""Words of its own that a question has, to be one about a person nobody knows."""


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file as it is written; see the comments in `data/en.yaml`."""

    questions: list[str]
    anybody: str


class Asked(NamedTuple):
    """What is looked for, and who is to have said it; "" is anybody."""

    words: str
    person: str = ""


class Fit(NamedTuple):
    """A way to read a question: how many words are its own, and where the others stand."""

    own: int
    person: range | None = None
    words: range | None = None


def asked(text: str, people: Collection[str] = ()) -> Asked:
    """What a question asks for; what is no question is looked for as it stands.

    `people` are the names there are. Quotation marks mean that it is no question.
    """
    words = split(text, CHINESE)
    if '"' in text or not 0 < len(words) <= LONGEST:
        return Asked(text)
    known = [split(name, CHINESE) for name in people]
    best, found = (0, 0, 0), Asked(text)
    for fit in _fits(words):
        person = words[fit.person.start : fit.person.stop] if fit.person else ()
        if not person or person in _anybody():
            worth, asks = (fit.own, 1, 0), Asked(_written(text, fit.words))
        else:
            asks = Asked(_written(text, fit.words), _written(text, fit.person))
            worth = (fit.own, 2, len(person))
            if not _is_known(person, known):
                worth = (fit.own if fit.own >= CLEAR and len(person) <= A_NAME else 0, 0, 0)
        if worth[0] and worth > best:
            best, found = worth, asks
    return found


def _fits(words: Sequence[str]) -> Iterator[Fit]:
    for question in _questions():
        own = sum(isinstance(item, str) for item in question)
        for fit in _read(question, words, 0):
            yield fit._replace(own=own)


def _read(question: Sequence[Item], words: Sequence[str], at: int) -> Iterator[Fit]:
    """The ways to read the words from one on as the rest of a question."""
    if not question:
        if at == len(words):
            yield Fit(0)
        return
    item, rest = question[0], question[1:]
    if isinstance(item, str):
        if at < len(words) and words[at] == item:
            yield from _read(rest, words, at + 1)
        return
    for end in range(at + 1, len(words) - len(rest) + 1):
        for fit in _read(rest, words, end):
            taken = range(at, end)
            yield fit._replace(person=taken) if item[0] == "person" else fit._replace(words=taken)


def _is_known(person: Sequence[str], known: Collection[Sequence[str]]) -> bool:
    """Whether somebody's name has these words, side by side."""
    size = len(person)
    return any(
        tuple(name[at : at + size]) == tuple(person)
        for name in known
        for at in range(len(name) - size + 1)
    )


def _written(text: str, where: range | None) -> str:
    if where is None:
        return ""
    places = spans(text, CHINESE)
    return text[places[where.start][0] : places[where.stop - 1][1]]


@cache
def _questions() -> tuple[tuple[Item, ...], ...]:
    every = (each for sheet in _sheets() for each in sheet.questions)
    return tuple(question for each in every for question in sequences(each))


@cache
def _anybody() -> frozenset[tuple[str, ...]]:
    return frozenset(split(each, CHINESE) for sheet in _sheets() for each in sheet.anybody.split())


@cache
def _sheets() -> tuple[Sheet, ...]:
    return tuple(_sheet(language) for language in (ENGLISH, CHINESE))


def _sheet(language: Language) -> Sheet:
    import yaml

    path = Path(__file__).with_name("data") / f"{language}.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text("utf-8")), Sheet)
