"""Breaking text into lines: Latin at words, Chinese and Japanese anywhere it is allowed."""

import unicodedata
from collections.abc import Callable, Iterator

from lorgnette.core.writing import is_accent

Measure = Callable[[str], int]

CLUSTER = 8
"""Code points that may cling together at most; a family of four has seven."""

# Kinsoku: marks that must not start a line, and marks that must not end one.
NO_START = frozenset(
    "，。、．·：；！？…—～〜ー）］｝〕〉》」』】〗〙’”,.:;!?)]}»›%‰℃°"
    "々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
NO_END = frozenset("（［｛〔〈《「『【〖〘‘“([{«‹¿¡￥＄")

_JOINERS = "\u200c\u200d"
_HYPHENS = "-‐–"
_NO_BREAK_SPACES = "\u00a0\u2007\u202f"
_UNKNOWN = "\ufffd"


def wrap(text: str, width: int, measure: Measure) -> Iterator[str]:
    """The lines of a text, none empty, none wider than `width`, nothing lost but spaces.

    `measure` gives the width of a part in the unit of `width`; widths must add up. A word longer
    than a line is broken where the line ends; a character wider than a line is replaced.
    """
    for paragraph in text.split("\n"):
        for line in _broken(paragraph.strip(), width, measure):
            if measure(line):
                yield line


def longest_piece(text: str, measure: Measure) -> int:
    """The width of the longest word: what is narrower than this breaks words."""
    return max((measure(piece.rstrip()) for piece in _pieces(text)), default=0)


def _broken(paragraph: str, width: int, measure: Measure) -> Iterator[str]:
    line, used = "", 0
    for piece in _pieces(paragraph):
        bare, rest = measure(piece.rstrip()), piece
        if line and used + bare > width:
            yield line.strip()
            line, used = "", 0
        if bare > width:
            *full, rest = _chopped(piece, width, measure)
            yield from full
        line += rest
        used += measure(rest)
    yield line.strip()


def _chopped(word: str, width: int, measure: Measure) -> Iterator[str]:
    line, used = "", 0
    for cluster in clusters(word):
        shown = cluster if measure(cluster) <= width else _UNKNOWN
        if line and used + measure(shown) > width:
            yield line.strip()
            line, used = "", 0
        line += shown
        used += measure(shown)
    yield line.lstrip()


def _pieces(text: str) -> Iterator[str]:
    """What must stay on one line if it can, each with the spaces after it."""
    piece = ""
    for cluster in clusters(text):
        if piece and _may_break(piece, cluster[0]):
            yield piece
            piece = ""
        piece += cluster
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    last = before[-1]
    if _is_space(after) or after in NO_START or before.rstrip()[-1:] in NO_END:
        return False
    if _is_space(last) or last == "\u200b":
        return True
    if last in _HYPHENS:
        return before[-2:-1].isalpha() and after.isalpha()
    return _breaks_anywhere(last) or _breaks_anywhere(after)


def _is_space(char: str) -> bool:
    return char.isspace() and char not in _NO_BREAK_SPACES


def _breaks_anywhere(char: str) -> bool:
    """Chinese, Japanese and emoji; Korean keeps its words together."""
    if char.isascii() or "\uac00" <= char <= "\ud7af":
        return False
    return unicodedata.east_asian_width(char) in "WF"


def clusters(text: str) -> Iterator[str]:
    """Characters with everything that clings to them: accents, joined emoji, flags."""
    if text.isascii():
        yield from text
        return
    cluster = ""
    for char in text:
        if cluster and not _clings(cluster, char):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _clings(cluster: str, char: str) -> bool:
    if len(cluster) == CLUSTER or char.isascii():
        return False
    if is_accent(char) or char in _JOINERS or "🏻" <= char <= "🏿":
        return True
    if cluster[-1] == "\u200d" or unicodedata.category(char) == "Mc":
        return True
    return len(cluster) == 1 and _is_flag_letter(cluster) and _is_flag_letter(char)


def _is_flag_letter(char: str) -> bool:
    return "🇦" <= char <= "🇿"
