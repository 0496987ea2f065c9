"""Names as they are looked for: words, Chinese in pairs of characters, and how words sound."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from lorgnette.understanding.letters import sounds
from lorgnette.understanding.sound import shape_of
from lorgnette.understanding.syllables import syllables

_WORD: Final = re.compile(r"[a-z0-9]+|[\u3040-\u30ff\u3400-\u9fff]+")
_PLAIN: Final = re.compile(r"[\x00-\x7f]*\Z")


def folded(text: str) -> str:
    """A text without capitals and accents."""
    text = text.lower()
    if _PLAIN.match(text):
        return text
    parts = unicodedata.normalize("NFKD", text)
    return "".join(char for char in parts if not unicodedata.combining(char))


def terms(text: str) -> list[str]:
    """The terms of a text: words, and every two Chinese characters that stand together."""
    found = list[str]()
    for run in _WORD.findall(folded(text)):
        if run[0] < "\u3040" or len(run) == 1:
            found.append(run)
        else:
            found += [run[place : place + 2] for place in range(len(run) - 1)]
    return found


@lru_cache(maxsize=200_000)
def sound(word: str) -> str:
    """How a term sounds, roughly: words that are taken for each other share it.

    Of a word the consonants, in kinds; of Chinese characters the syllables without tones.
    """
    if word[0] >= "\u3400":
        read = [syllables(char) for char in word]
        return " ".join(readings[0].blurred for readings in read if readings) or word
    if not word.isalpha():
        return word
    return shape_of(sounds(word)) or word
