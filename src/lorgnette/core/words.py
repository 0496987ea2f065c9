"""Text into words and back: the one tokeniser of the project.

Words are lower-case and without punctuation, so that what was spoken, typed and written in a
template can be compared. Chinese and Japanese have one word a character; Latin words and numbers
between them stay whole. What belongs to a number stays with it: `10:30`, `5.5`, `3/4`, `1,000`,
`$5`, `20%`, `-3`, `21st`, `2026-12-01`. Letters glued to a number are a word of their own: `10pm`
is `10 pm`, `5kg` is `5 kg`. Arithmetic signs between numbers are words.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby

from lorgnette.core.types import Language

# Kana and ideographs; a word of one of them has one character.
_IDEOGRAPHS = (
    ("\u3005", "\u3007"),
    ("\u3041", "\u3096"),
    ("\u309d", "\u309f"),
    ("\u30a1", "\u30fa"),
    ("\u30fc", "\u30ff"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\U00020000", "\U0003ffff"),
)


def _marks() -> str:
    """Vowel signs and accents that belong inside words (Thai, Hindi, …), as ranges for a class."""
    codes = [c for c in range(0x300, 0x1B00) if unicodedata.category(chr(c)) in ("Mn", "Mc")]
    runs = [
        [run[1] for run in runs] for _, runs in groupby(enumerate(codes), lambda x: x[1] - x[0])
    ]
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs)


_IDEOGRAPH = "".join(f"{first}-{last}" for first, last in _IDEOGRAPHS)
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]+)(?:\.[0-9]+)?|(?<![0-9.])\.[0-9]+"
_END = r"(?![0-9a-z])"

_TOKEN = re.compile(
    rf"""
      (?P<short> (?<![^\W_]) (?:[a-z]\.){{2,6}} [a-z]? {_END} )
    | [0-9]{{4}} (?P<dash>[-/]) [0-9]{{1,2}} (?P=dash) [0-9]{{1,2}} (?![0-9])
    | [0-9]{{1,2}} (?: :[0-9]{{2}} ){{1,2}} (?![0-9])
    | (?<![0-9/]) [0-9]{{1,9}} / [0-9]{{1,9}} (?![0-9/])
    | [0-9]+ (?:st|nd|rd|th) {_END}
    | (?: (?<![0-9a-z)%]) (?<![0-9)%]\s) - (?=[0-9.]) )? [$€£¥₹₩₽]? (?:{_NUMBER}) %?
    | (?: km|mi|m|ft|[kmgt]?b ) / (?: s|h|hr ) {_END}
    | (?: [kcdm]?m|ft|in|mi ) [23] {_END}
    | °[cf]?
    | (?<=[0-9]) [a-z]+
    | [{_IDEOGRAPH}]
    | [^\W0-9_] (?: '? (?: [^\W_{_IDEOGRAPH}] | [{_marks()}] ) )*
    | [%$€£¥₹₩₽]
    | (?P<sign> \*\* | [-+*×÷/=^√()] )
    """,
    re.VERBOSE,
)
_SPELLING = str.maketrans("’‘ʼ＇−⁄∕", "''''-//")
_NUMERIC_START = frozenset("0123456789.-$€£¥₹₩₽零〇一二两三四五六七八九十百千万亿半")

_SIGNS = frozenset("-+*×÷/=^√()")

Span = tuple[int, int]


def split(text: str, language: Language) -> tuple[str, ...]:
    """The words of a text. Any text is welcome; the work grows with its length only."""
    normal, _, _ = _normalise(text, language)
    return tuple(word for word, _, _ in _tokens(normal))


def spans(text: str, language: Language) -> tuple[Span, ...]:
    """Where each word of `split` stands in the text: first character, and one past the last."""
    normal, starts, ends = _normalise(text, language)
    return tuple((starts[first], ends[last - 1]) for _, first, last in _tokens(normal))


def join(words: Sequence[str], language: Language) -> str:  # noqa: ARG001 - part of the contract
    """Words written as a text: a space between them, none between two ideographs."""
    written: list[str] = []
    glued = False
    for word in words:
        ideograph = _is_ideograph(word)
        if written and not (glued and ideograph):
            written.append(" ")
        written.append(word)
        glued = ideograph
    return "".join(written)


def _tokens(normal: str) -> list[tuple[str, int, int]]:
    tokens: list[tuple[str, int, int]] = []
    signs = False
    for match in _TOKEN.finditer(normal):
        word = match[0]
        if match.lastgroup == "short":
            word = word.replace(".", "")
        elif match.lastgroup == "sign":
            signs = True
            word = "^" if word == "**" else word
        tokens.append((word, match.start(), match.end()))
    return _without_stray_signs(tokens) if signs else tokens


def _without_stray_signs(tokens: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Signs that stand between numbers stay; brackets stay where there is something to reckon."""
    words = ["", *(word for word, _, _ in tokens), ""]
    reckoned = {
        index
        for index, word in enumerate(words)
        if len(word) == 1
        and word in "-+*×÷/=^√"
        and (word == "√" or _numeric(words[index - 1]) or words[index - 1] == ")")
        and (word == "=" or _numeric(words[index + 1]) or words[index + 1] in ("(", "√"))
    }
    return [
        token
        for index, token in enumerate(tokens, 1)
        if token[0] not in _SIGNS or index in reckoned or (reckoned and token[0] in "()")
    ]


def _numeric(word: str) -> bool:
    return word[:1] in _NUMERIC_START and word != "-"


def _is_ideograph(word: str) -> bool:
    return len(word) == 1 and any(first <= word <= last for first, last in _IDEOGRAPHS)


def _normalise(text: str, language: Language) -> tuple[str, Sequence[int], Sequence[int]]:
    """The text in its plainest spelling, and the range of the original behind each character."""
    plain = text.translate(_SPELLING)
    lower = _lower(plain, language)
    if len(lower) == len(text) and unicodedata.is_normalized("NFKC", lower):
        return lower, range(len(text)), range(1, len(text) + 1)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(plain):
        before = plain[start - 1] if start else ""
        piece = _plainest(plain[start:end], before, language)
        pieces.append(piece)
        starts += [start] * len(piece)
        ends += [end] * len(piece)
    return "".join(pieces), starts, ends


def _clusters(text: str) -> list[Span]:
    """Ranges of characters that are normalised together: a letter with its accents."""
    bounds = [
        index
        for index, character in enumerate(text)
        if not (unicodedata.combining(character) or "\u1160" <= character <= "\u11ff") or index == 0
    ]
    return list(zip(bounds, [*bounds[1:], len(text)], strict=True))


def _plainest(cluster: str, before: str, language: Language) -> str:
    plain = _lower(unicodedata.normalize("NFKC", cluster), language).translate(_SPELLING)
    if before.isdecimal():
        kind = unicodedata.decomposition(cluster[0])
        if kind.startswith("<fraction>"):  # 3½ is 3 1/2, not 31/2
            return " " + plain
        if kind.startswith("<super>") and plain.isdecimal():  # 5² is 5^2, not 52
            return "^" + plain
    return plain


def _lower(text: str, language: Language) -> str:
    if language in ("tr", "az"):
        text = text.replace("I", "ı").replace("İ", "i")
    return text.lower()
