"""How long reading takes, so that nothing vanishes before it was read."""

import re
import unicodedata
from collections.abc import Iterable

from lorgnette.core.cards import Card, words

LETTERS_A_SECOND = 13.0
"""Subtitles allow 17; a lens in the street deserves less."""

CHARACTERS_A_SECOND = 5.5
"""For Chinese and Japanese; a Korean syllable is counted as two letters."""

SHORTEST = 2.0
"""Seconds: even one word has to be noticed first."""

_REPEATED = re.compile(r"([\W_])\1+")


def reading_seconds(card: Card) -> float:
    """Seconds to read a card at an easy pace, whatever languages it mixes."""
    return seconds_to_read(words(card))


def seconds_to_read(texts: Iterable[str]) -> float:
    """Seconds to read some texts, at least `SHORTEST`; bars and blanks count once."""
    plain = _REPEATED.sub(r"\1", "\n".join(texts))
    return round(max(SHORTEST, sum(map(_seconds, plain))), 1)


def _seconds(char: str) -> float:
    if char.isascii():
        return 1 / LETTERS_A_SECOND
    if "\uac00" <= char <= "\ud7af":
        return 2 / LETTERS_A_SECOND
    wide = unicodedata.east_asian_width(char) in "WF"
    return 1 / CHARACTERS_A_SECOND if wide else 1 / LETTERS_A_SECOND
