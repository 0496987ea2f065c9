"""What stands on a menu or a price list that was read, asked for by its name.

The words that are asked for were heard and those on the page were read: either may be wrong.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from lorgnette.core import cards
from lorgnette.core.pages.find import errors
from lorgnette.core.pages.prices import Price, prices
from lorgnette.core.replies import Reply
from lorgnette.core.sentences import glued
from lorgnette.core.types import CHINESE, Language
from lorgnette.core.words import split
from lorgnette.skills.lately import Text
from lorgnette.skills.turn import Turn
from lorgnette.understanding.letters import sounds
from lorgnette.understanding.sound import PARTED, cost
from lorgnette.understanding.syllables import apart, syllables

T = TypeVar("T")

MOST: Final = 4
"""Lines that are said of those that fit."""

FORGIVING: Final = 4
"""Letters from which on one of a word may be wrong."""

SMALL: Final = frozenset(["a", "an", "and", "any", "for", "of", "some", "that", "the", "this"])
"""Words by which nobody finds anything."""


def prices_of(turn: Turn, words: str) -> Sequence[Price] | None:
    """What something costs by the page that was read last; None when that had no prices."""
    text = turn.lately.last(Text, turn.now)
    found = prices(text.page) if text is not None else []
    return like(found, words, turn.language, lambda price: price.label) if found else None


def told(found: Sequence[Price]) -> Reply:
    """Some prices, as they stand on the page."""
    said = glued(stopped(f"{price.label} {price.written}") for price in found[:MOST])
    lines = tuple(cards.Line(price.label, price.written, faint(price)) for price in found)
    return Reply(say=said, card=cards.Text(lines=lines))


def faint(price: Price) -> cards.Emphasis:
    """How a price is shown: one that may be misread fainter."""
    return cards.Emphasis.FAINT if price.row.doubtful else cards.Emphasis.NORMAL


def stopped(text: str) -> str:
    """A line as it is said: with a pause after it, in its script, if it has no stop of its own."""
    if text[-1:] in ".!?。！？:：,，":
        return text
    return text + ("。" if "\u3040" <= text[-1:] <= "\u9fff" else ".")


def like(
    things: Sequence[T], asked: str, language: Language, text_of: Callable[[T], str]
) -> list[T]:
    """The things whose texts have every word that is asked for, or else words that sound so."""
    wanted = [word for word in split(asked.casefold(), language) if word not in SMALL]
    same = [each for each in things if wanted and has(text_of(each), wanted, equal)]
    if same or not wanted:
        return same
    if language == CHINESE:
        return [each for each in things if sounds_in(text_of(each), wanted)]
    return [each for each in things if has(text_of(each), wanted, alike)]


def has(text: str, wanted: Sequence[str], fits: Callable[[str, str], bool]) -> bool:
    """Whether each word is one of a text; Chinese ones in a row."""
    if all("\u3040" <= word <= "\u9fff" for word in wanted):
        return "".join(wanted) in text
    words = re.findall(r"\w+", text.casefold())
    return all(any(fits(word, each) for each in words) for word in wanted)


def equal(asked: str, read: str) -> bool:
    """Whether two words are one, be it of one thing or of many."""
    return stem(asked) == stem(read)


def stem(word: str) -> str:
    """A word without what makes it many."""
    return re.sub(r"(?<=[a-z]{2})(?:es|s)\Z", "", word)


def alike(asked: str, read: str) -> bool:
    """Whether one word may have been heard, or read, for another."""
    if equal(asked, read) or (len(asked) >= FORGIVING and errors(read, asked) <= 1):
        return True
    return asked.isascii() and cost(sounds(asked), sounds(read), PARTED) <= 1


def sounds_in(text: str, wanted: Sequence[str]) -> bool:
    """Whether a Chinese text has characters in a row that sound like these."""
    return any(
        all(map(sound_alike, wanted, text[at : at + len(wanted)]))
        for at in range(len(text) - len(wanted) + 1)
    )


def sound_alike(one: str, other: str) -> bool:
    """Whether two characters may be taken for each other."""
    return one == other or any(
        apart(left, right) < 1 for left in syllables(one) for right in syllables(other)
    )
