"""Coordinates and codes as they are said: «forty eight point one», «二十九点九», «two plus g q»."""

import re
from collections.abc import Sequence
from typing import Final

from lorgnette.core.slots.numerals import chinese, english
from lorgnette.core.slots.numerals.digits import written

LONGEST: Final = 200
"""Characters of a text that are looked at."""

_TOKEN: Final = re.compile(
    r"[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+|[0-9]+(?:\.[0-9]+)?|\S", re.IGNORECASE
)
_APART: Final = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
"""Between two Chinese characters."""

_SIGNS: Final = {"negative": "minus", "comma": ","}
_POINT: Final = frozenset({"point", "点"})
_GOES_ON: Final = _POINT | {"hundred", "百"}
"""What belongs to the digit before it."""
_PLUS: Final = frozenset({"plus", "加", "+", "＋"})
_LETTERS: Final = {
    "see": "c", "sea": "c", "eff": "f", "gee": "g", "aitch": "h", "jay": "j", "em": "m",
    "pee": "p", "queue": "q", "cue": "q", "are": "r", "vee": "v", "ex": "x",
}  # fmt: skip
"""Letters as a recogniser writes their names."""

_LONGEST_HALF: Final = (8, 3)
"""Digits of a code before and behind its plus."""


def in_digits(text: str) -> str:
    """The text with every number in words written in digits: `48.001 , -29.999`."""
    plain = text[:LONGEST].casefold().replace("逗号", ",").replace("double u", "w")
    words = [_SIGNS.get(word, word) for word in _TOKEN.findall(plain)]
    done: list[str] = []
    at = 0
    while at < len(words):
        at, word = _number(words, at)
        done.append(word)
    return _APART.sub("", " ".join(done))


def joined(text: str, digits: str) -> str:
    """The text with the pieces of a code around a plus put together: `2222+9g lensham`.

    `digits` are those of which codes are made.
    """
    words = [_LETTERS.get(word, word) for word in in_digits(text).split()]
    for plus in (at for at, word in enumerate(words) if word in _PLUS):
        halves = list(_LONGEST_HALF)
        start, end = plus, plus + 1
        while start and _fits(words[start - 1], digits, halves[0]):
            start -= 1
            halves[0] -= len(words[start])
        while end < len(words) and _fits(words[end], digits, halves[1]):
            halves[1] -= len(words[end])
            end += 1
        if start < plus and end > plus + 1:
            code = "".join((*words[start:plus], "+", *words[plus + 1 : end]))
            return " ".join((*words[:start], code, *words[end:]))
    return text


def _fits(word: str, digits: str, room: int) -> bool:
    return len(word) <= room and set(word.upper()) <= set(digits)


def _number(words: Sequence[str], at: int) -> tuple[int, str]:
    """The longest number in words that begins there, else the word itself, and where it ends.

    In «one point five two point six» the second number is two point six.
    """
    if not words[at].isalpha():
        return at + 1, words[at]
    language = chinese if "\u3400" <= words[at] <= "\u9fff" else english
    readings = [
        (end, value)
        for end, value in language.numbers(words, at)
        if end > at
        and all(map(str.isalpha, words[at:end]))
        and (end == len(words) or words[end] not in _GOES_ON)
    ]
    end, value = max(readings, default=(at + 1, None))
    if value is None:
        return end, words[at]
    number = written(value, grouped=False)
    exact = "." in number or _POINT.isdisjoint(words[at:end])
    return end, number if exact else f"{number}.0"
