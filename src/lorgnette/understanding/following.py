"""Following somebody who says a text: which word of it comes next, whatever they leave out or add.

Some guesses go along, each a place in the text and how much speaks for it. A word that is heard
moves a guess on when it comes next or soon, and costs it a little when it does not. Guesses begin
wherever a telling word of the text is heard, far below the best one: they need several more words
to become it, a few of them ahead, many behind. So single words, and words that come often, take
nobody away. What is improvised costs all guesses the same.

The work for a word is the same for a text of any length.
"""

from collections.abc import Mapping, Sequence
from math import log2

import msgspec

from lorgnette.core.types import CHINESE, Language
from lorgnette.understanding.script import NUMBER, Script, spoken

AHEAD = 8
"""Words that may be left out without it being a jump."""

SKIPPED = 0.25
"""What each of them costs; the unit is a long rare word, heard clearly."""

FLUENT = 0.3
"""How much more a word tells that comes right after the one before."""

JUMP_AHEAD, JUMP_BACK = 3.0, 6.0
"""What a guess somewhere else has to make good for, near by."""

FARTHER = 0.5
"""What each doubling of the distance adds, because there is more that may sound alike by chance."""

ASTRAY = 0.15
"""What an unexpected word costs a guess that is not where the wearer is taken to be, beside all."""

MARGIN = 0.4
"""By how much the best guess must lead before the place jumps."""

BEHIND = 6
"""Words by which the best guess may lag before the place goes back."""

COMMON = 40
"""Places of a word at which no guess begins: it is everywhere."""

GUESSES = 48
DEEPEST = 10.0
"""How many guesses go along, and how far below the best."""


class Following(msgspec.Struct, frozen=True):
    """How far somebody has got: `place` is the number of the word that comes next.

    `guesses` are the places where they may be, with what speaks for each.
    """

    place: int = 0
    guesses: tuple[tuple[int, float], ...] = ((0, 0.0),)
    number: bool = False
    """Whether the last word was a number, which may go on."""


def begin(place: int = 0) -> Following:
    """Somebody who is certainly at a place."""
    return Following(place, ((place, 0.0),))


def hear(script: Script, following: Following, words: Sequence[str]) -> Following:
    """How far they have got when they have said some more words, as of `core.words.split`."""
    for word in spoken(words):
        following = _hear(script, following, word)
    return following


def _hear(script: Script, before: Following, word: str) -> Following:
    number = word == NUMBER
    if number and before.number:
        return before
    alike = script.alike(word)
    found = _gone_on(script, before, alike)
    _begun(script, before, alike, found)
    guesses = _kept(found)
    return Following(_reached(before.place, guesses), guesses, number)


def _gone_on(script: Script, before: Following, alike: Mapping[str, float]) -> dict[int, float]:
    """Where the guesses are after a word, and what speaks for each."""
    found: dict[int, float] = {}
    words, worth = script.words, script.worth
    unexpected = _unexpected(script.language)
    for place, score in before.guesses:
        astray = 0.0 if -BEHIND <= place - before.place <= AHEAD else ASTRAY
        _propose(found, place, score - unexpected - astray)
        for at in range(place, min(place + AHEAD, len(words))) if alike else ():
            if likeness := alike.get(words[at]):
                gain = likeness * worth[words[at]]
                gain += FLUENT * gain if at == place else -SKIPPED * (at - place)
                _propose(found, at + 1, score + gain)
    return found


def _unexpected(language: Language) -> float:
    """What a word costs that does not come next: a character is half a word."""
    return 0.1 if language == CHINESE else 0.2


def _begun(
    script: Script, before: Following, alike: Mapping[str, float], found: dict[int, float]
) -> None:
    """Begin guesses wherever a word is, unless it is everywhere."""
    best = max(score for _, score in before.guesses)
    for word, likeness in alike.items():
        places = script.places[word]
        if len(places) <= COMMON:
            for at in places:
                gain = likeness * script.worth[word]
                _propose(found, at + 1, best + gain - _jump(at - before.place))


def _jump(distance: int) -> float:
    """What it costs to be somewhere else than expected."""
    least = JUMP_AHEAD if distance >= 0 else JUMP_BACK
    return least + FARTHER * log2(1 + abs(distance) / AHEAD)


def _propose(found: dict[int, float], place: int, score: float) -> None:
    if score > found.get(place, -1e9):
        found[place] = score


def _kept(found: Mapping[int, float]) -> tuple[tuple[int, float], ...]:
    """The best guesses, the best first, which has the score 0; of equal ones the earlier place."""
    ordered = sorted(found.items(), key=lambda guess: (-guess[1], guess[0]))[:GUESSES]
    best = ordered[0][1]
    return tuple((place, score - best) for place, score in ordered if score > best - DEEPEST)


def _reached(place: int, guesses: Sequence[tuple[int, float]]) -> int:
    """The place that is believed in: the best guess, unless it leads or lags only a little."""
    best = guesses[0][0]
    if place <= best <= place + AHEAD:
        return best
    if place - BEHIND <= best < place:
        return place
    near = [score for at, score in guesses if -BEHIND <= at - place <= AHEAD]
    return best if max(near, default=-DEEPEST) < -MARGIN else place
