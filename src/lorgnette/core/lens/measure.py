"""How wide text is, without a font: never less than in any usual one.

The table holds the advance widths of DejaVu Sans, among the widest of common sans-serif fonts,
in hundredths of an em, rounded up; for scripts it lacks there are generous guesses.
"""

import unicodedata
from collections.abc import Callable
from functools import lru_cache

from lorgnette.core.writing import is_weightless

_ADVANCES = (
    (30, 38, "'IijlłıΙΪіїІЇјЈ"),
    (35, 40, " ,.:;|ίι"),
    (40, 48, "()-[]ft/\\ľ"),
    (45, 50, "!r"),
    (50, 57, '"*ªΊ'),
    (55, 60, "?Jcszέεζгзсэєґѕ"),
    (60, 72, "_FLkvxyŁΓΰγκλνξςυχвтухчь"),
    (65, 80, "`$0123456789EPSTYabdeghnopqu{}ßøðþđ€£ΕΞΡΣΤΥΫήβδηθμορστГЕЗРТУабеийклоряёЁҐђЅ"),
    (70, 81, "ABCKRVXZÞΑΒΔΖΚΛΧάαπАБВСХЧЬЭЯднпцЄћџ"),
    (75, 85, "NUơưΈΝИЙКъ"),
    (80, 93, "&DGHOQØÐΗΘΟΠΨΩφψДЛНОПЦмыЂЋЏ"),
    (85, 98, "#+<=>^w~ΌΎΏΦωЪю"),
    (90, 104, "MƯΉΜМФЫфњ"),
    (95, 111, "Ơжшщљ"),
    (105, 113, "%@WmæÆœЊ"),
    (110, 133, "ŒЖШЩЮЉ"),
)
_ADVANCE = {char: (plain, bold) for plain, bold, chars in _ADVANCES for char in chars}

_LETTERS = (
    (0x0590, 0x05FF, 75),  # Hebrew
    (0x0600, 0x06FF, 125),  # Arabic; what joins is narrower
    (0x0E00, 0x0EFF, 115),  # Thai, Lao
    (0x0900, 0x097F, 110),  # Devanagari
    (0x0980, 0x1FFF, 170),
    (0xA980, 0xA9FF, 300),  # Javanese titles
    (0xFDF0, 0xFDFC, 400),  # Arabic words in one character
    (0xFDFD, 0xFDFD, 1200),  # Arabic sentence in one character
    (0x12000, 0x1254F, 1000),  # Cuneiform
    (0x10000, 0x1EFFF, 250),
)
_ALIKE = {
    **dict.fromkeys("°±×÷¥\u00a0", 100),
    **dict.fromkeys("‰‱⸺", 200),
    "⁂": 110,
    "⁇": 110,
    "⸻": 300,
}
_OTHER = 155
_EMOJI = 130
_EMOJI_STYLE = "\ufe0f"


def text_width(text: str, size: int, *, strong: bool = False) -> int:
    """Pixels that a text needs at most, at `size` pixels an em."""
    return -(-ruler(size, strong=strong)(text) // 100)


def ruler(size: int, *, strong: bool = False) -> Callable[[str], int]:
    """What measures text at one size, in hundredths of a pixel.

    Whole numbers, so that the widths of parts add up to the width of the whole.
    """
    weight = int(strong)
    return lambda text: size * sum(_advance(char)[weight] for char in text)


def cells(text: str, *, ambiguous: int = 2) -> int:
    """Columns that a text needs on a display of characters: wide ones take two.

    What is wide in Chinese fonts only, such as arrows and quotation marks, is `ambiguous`.
    """
    return sum(_cells(char, ambiguous) for char in text)


@lru_cache(maxsize=8192)
def _advance(char: str) -> tuple[int, int]:
    """Advance widths, plain and bold."""
    if char in _ADVANCE:
        return _ADVANCE[char]
    if char == _EMOJI_STYLE:  # widens the character before it
        return (_EMOJI, _EMOJI)
    if is_weightless(char):
        return (0, 0)
    letter = _without_accent(char)
    if letter in _ADVANCE:
        return _ADVANCE[letter]
    plain, same = _foreign(char)
    return (plain, plain if same else plain * 6 // 5)


def _without_accent(char: str) -> str:
    """`o` for `ọ`, but not for what makes the letter wider: a horn, a Greek breathing."""
    letter, *accent = unicodedata.decomposition(char).split() or [""]
    plain = accent and char.isalpha() and not letter.startswith("<")
    if not plain or "\u1f00" <= char <= "\u1fff":
        return ""
    base = chr(int(letter, 16))
    return base if base in _ADVANCE else _without_accent(base)


def _foreign(char: str) -> tuple[int, bool]:
    """The advance width of what is not in the table, and whether bold is as wide."""
    category = unicodedata.category(char)
    if unicodedata.east_asian_width(char) in "WF":
        emoji = category == "So" and not "\u2e80" <= char <= "\ufaff"
        return (_EMOJI if emoji else 100, True)
    if char in _ALIKE:
        return (_ALIKE[char], True)
    for first, last, plain in _LETTERS:
        if first <= ord(char) <= last:
            return (plain, False)
    return (100, True) if category[0] == "P" else (_OTHER, False)  # as wide as in Chinese


def _cells(char: str, ambiguous: int) -> int:
    if char == _EMOJI_STYLE:
        return 1
    if is_weightless(char):
        return 0
    width = unicodedata.east_asian_width(char)
    if width == "A" and not char.isalpha():
        return ambiguous
    return 2 if width in "WF" else 1
