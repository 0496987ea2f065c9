"""Text as espeak-ng needs it, cut into pieces that are spoken in one go."""

from typing import Final, NamedTuple

from lorgnette.core.sentences import clauses, sentences
from lorgnette.core.types import Language
from lorgnette.providers.espeak.clocks import as_said
from lorgnette.providers.espeak.kana import in_kana

LONGEST: Final = 240
"""Characters of a piece, about 15 seconds of sound; a Chinese one is worth three."""

SENTENCE_PAUSE: Final = 0.3
CLAUSE_PAUSE: Final = 0.14
"""Seconds of silence between pieces, about what espeak-ng itself puts there."""

_DENSE: Final = frozenset({"zh", "yue", "hak", "ja", "ko"})
_CLAUSE: Final = 30


class Piece(NamedTuple):
    """Words to speak, and the seconds of silence before the next piece."""

    text: str
    pause: float


def pieces(text: str, language: Language) -> list[Piece]:
    """What to speak, in order. Pieces end where espeak-ng would breathe anyway.

    Raises UnsupportedLanguage for Japanese words that would come out wrong.
    """
    if language == "ja":
        text = in_kana(text)
    if language == "zh":
        text = as_said(text)
    found: list[Piece] = []
    worth = 3 if language in _DENSE else 1
    for sentence in sentences(text, LONGEST // worth):
        parts = [part for part in clauses(sentence, _CLAUSE // worth) if _has_words(part)]
        pauses = [*[CLAUSE_PAUSE] * (len(parts) - 1), SENTENCE_PAUSE]
        found += map(Piece, parts, pauses)
    return found


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))
