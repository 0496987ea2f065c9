"""A text cut into sentences to speak, as soon as each is complete.

The cut loses nothing: joined again, the sentences are the text. It depends on the text alone,
not on the pieces in which the text arrives. In doubt it does not cut: two sentences spoken in
one breath sound better than «Dr.» and «Smith».
"""

import re
from collections.abc import Iterable
from typing import Final

LONGEST: Final = 400
"""Characters; a sentence without an end is cut here, at a comma or a space if it has one."""

_CLOSERS: Final = "\"'”’»›)\\]}」』）】》〉〕"
_OPENERS: Final = "\"'“‘«‹([{「『（【《〈〔¿¡"
_END = re.compile(rf"[.!?…。！？｡．]+[{_CLOSERS}]*\s*|\s*\n\s*")
_CLAUSE = re.compile(r"[,;:–—]\s+|[，、；：]\s*")
_SPACE = re.compile(r"\s+")
_ABBREVIATION = re.compile(
    "approx|bzw|ca|ca?pt|col|dra?|evtl|gen|ggf|gov|hon|hr|inkl|jr|lt|messrs|mlle|mme?|mrs?|ms|mt|"
    "prof|rep|rev|sen|sgt|sr|srt?a|ste?|str|tel|vgl|vs|zzgl"
)
_BEFORE_NUMBER = re.compile("art|cap|ch|fig|nos?|nr|núm|pp?|vol")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_FULL_STOPS: Final = frozenset("。！？｡．")
_WIDE: Final = "\u2e80"  # the first letter of the scripts that put no space behind a full stop


class Sentences:
    """Takes a text piece by piece and gives its sentences as they become complete.

    A sentence is complete when what follows shows that it ended, so the last one is given by
    `rest`. It keeps the white space behind it. At most `longest` characters are held.
    """

    def __init__(self, longest: int = LONGEST) -> None:
        """`longest`: characters of the longest sentence given."""
        self._longest = longest
        self._text = ""

    def feed(self, text: str, /) -> list[str]:
        """Take the next piece, of any length; the sentences it completes, perhaps none."""
        self._text += text
        complete = []
        start = 0
        while length := _length_of_first(self._text[start : start + self._longest], self._longest):
            complete.append(self._text[start : start + length])
            start += length
        self._text = self._text[start:]
        return complete

    def rest(self) -> str:
        """What is left once the text has ended, and start anew; empty when there is nothing."""
        rest, self._text = self._text, ""
        return rest


def sentences(text: str, longest: int = LONGEST) -> list[str]:
    """The sentences of a whole text."""
    splitter = Sentences(longest)
    complete = splitter.feed(text)
    rest = splitter.rest()
    return [*complete, rest] if rest else complete


def glued(parts: Iterable[str]) -> str:
    """Sentences as one text: with a space between them, but for scripts that have none."""
    whole = ""
    for part in filter(None, map(str.strip, parts)):
        whole += part if not whole or whole[-1] >= _WIDE else f" {part}"
    return whole


def clauses(sentence: str, shortest: int = 30) -> list[str]:
    """A sentence cut behind commas and the like, where a speaker breathes; nothing is lost.

    No clause but the last is shorter than `shortest` characters.
    """
    cut, start = [], 0
    for end in _CLAUSE.finditer(sentence):
        if end.end() - start >= shortest and end.end() < len(sentence):
            cut.append(sentence[start : end.end()])
            start = end.end()
    return [*cut, sentence[start:]]


def _length_of_first(window: str, longest: int) -> int:
    """Where the first sentence of the window ends; 0 when that cannot be told yet."""
    for end in _END.finditer(window):
        if end.end() == len(window):
            break  # what follows decides: «3.» may become «3.5»
        if _ends(window, end):
            return end.end()
    return _emergency_cut(window) if len(window) == longest else 0


def _ends(window: str, end: re.Match[str]) -> bool:
    """Whether a sentence ends at this mark, seeing what stands before and after it."""
    before, mark, after = window[: end.start()], end.group(), window[end.end()]
    if "\n" in mark or not _FULL_STOPS.isdisjoint(mark):
        return True
    if not mark[-1].isspace():
        return "…" not in mark and after >= _WIDE and before[-1:] >= _WIDE
    if after.islower():
        return False
    return mark.strip(_CLOSERS + " \t") != "." or not _goes_on(before, after)


def _goes_on(before: str, after: str) -> bool:
    """Whether the full stop between these belongs to an abbreviation or to a list's number."""
    last = before.rpartition(" ")[2].lstrip(_OPENERS).lower()
    if last in {"a.m", "p.m", "i"}:
        return False
    if last.isdigit():
        return before.strip() == last
    if _BEFORE_NUMBER.fullmatch(last):
        return after.isdigit()
    return bool(_ABBREVIATION.fullmatch(last) or _INITIALS.fullmatch(last))


def _emergency_cut(window: str) -> int:
    """The end of the last clause in the second half, or of the last word, or the window's end."""
    for pattern in (_CLAUSE, _SPACE):
        ends = [found.end() for found in pattern.finditer(window, len(window) // 2)]
        if ends:
            return ends[-1]
    return len(window)
