"""Chinese characters to syllables: initial, final and tone."""

import re
from functools import lru_cache

import msgspec

ALIKE = {"zh": "z", "ch": "c", "sh": "s", "l": "n", "r": "n", "h": "f"}
"""Initials that many speakers and recognisers take for one another."""

ENDING = re.compile("ng$")

PARTS = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)([a-zü]+)([1-5]?)")


class Syllable(msgspec.Struct, frozen=True):
    """One reading of a character, as in pinyin: `zh`, `ong`, `1`."""

    initial: str
    final: str
    tone: str

    @property
    def blurred(self) -> str:
        """What is left when confusable initials and finals are one: `shang` is `san`."""
        return ALIKE.get(self.initial, self.initial) + ENDING.sub("n", self.final)


@lru_cache(maxsize=8192)
def syllables(word: str) -> tuple[Syllable, ...]:
    """The readings of one character; none when it is not Chinese."""
    if len(word) != 1 or word.isascii():
        return ()
    from pypinyin import Style, pinyin

    readings = pinyin(word, style=Style.TONE3, heteronym=True, errors="ignore")
    found = (PARTS.fullmatch(reading) for reading in (readings[0] if readings else ()))
    return tuple(Syllable(*match.groups()) for match in found if match)


def apart(left: Syllable, right: Syllable) -> float:
    """How different two syllables sound: 0 the same, 1 another word. Blurred alike is below 1."""
    if left.blurred != right.blurred:
        return 1.0
    return (
        0.4 * (left.initial != right.initial)
        + 0.3 * (left.final != right.final)
        + 0.1 * (left.tone != right.tone)
    )
