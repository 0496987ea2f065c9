"""Text as espeak-ng needs it, cut into pieces that are spoken in one go."""

import re
import unicodedata
from typing import Final, NamedTuple

from lorgnette.core.errors import UnsupportedLanguage
from lorgnette.core.sentences import clauses, sentences
from lorgnette.core.types import Language

LONGEST: Final = 240
"""Characters of a piece, about 15 seconds of sound; a Chinese one is worth three."""

SENTENCE_PAUSE: Final = 0.3
CLAUSE_PAUSE: Final = 0.14
"""Seconds of silence between pieces, about what espeak-ng itself puts there."""

_DENSE: Final = frozenset({"zh", "yue", "hak", "ja", "ko"})
_CLAUSE: Final = 30
_HAN = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff]")
_LONG_VOWEL = re.compile("([\u3041-\u30fa])ー")
_VOWELS: Final = {"A": "ア", "I": "イ", "U": "ウ", "E": "エ", "O": "オ"}


class Piece(NamedTuple):
    """Words to speak, and the seconds of silence before the next piece."""

    text: str
    pause: float


def pieces(text: str, language: Language) -> list[Piece]:
    """What to speak, in order. Pieces end where espeak-ng would breathe anyway.

    Raises UnsupportedLanguage for Japanese in Chinese characters: espeak-ng leaves them out or
    says «Chinese letter» for each, which is worse than silence. Kana is spoken.
    """
    if language == "ja":
        if _HAN.search(text):
            raise UnsupportedLanguage("espeak-ng reads Japanese only in kana")
        text = _LONG_VOWEL.sub(_lengthened, text)
    found: list[Piece] = []
    worth = 3 if language in _DENSE else 1
    for sentence in sentences(text, LONGEST // worth):
        parts = [part for part in clauses(sentence, _CLAUSE // worth) if _has_words(part)]
        pauses = [*[CLAUSE_PAUSE] * (len(parts) - 1), SENTENCE_PAUSE]
        found += map(Piece, parts, pauses)
    return found


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _lengthened(found: re.Match[str]) -> str:
    """A kana and its vowel once more: espeak-ng does not know the mark of a long vowel."""
    kana = found[1]
    return kana + _VOWELS.get(unicodedata.name(kana, " ")[-1], "")
