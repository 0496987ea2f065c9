"""What is shown of a line that was found: the part that matters, and where the words stand."""

from collections.abc import Sequence
from typing import Final

from lorgnette.core.words import Span

LONGEST: Final = 200
"""Characters of an excerpt."""

BEFORE: Final = 60
"""Characters before the first word that was found."""

CUT: Final = "…"


def excerpt(text: str, found: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """The part of a text in which most of the words stand that were found, and where in it.

    Words that are found side by side are one place.
    """
    places = _joined(text, found)
    if len(text) <= LONGEST:
        return text, places
    first = max(
        (start for start, _ in places),
        key=lambda start: sum(start <= each < start + LONGEST - BEFORE for each, _ in places),
        default=0,
    )
    start = _at_word(text, max(0, min(first - BEFORE, len(text) - LONGEST)))
    end = _at_word(text, min(len(text), start + LONGEST))
    before, after = CUT if start else "", CUT if end < len(text) else ""
    shift = len(before) - start
    inside = tuple((s + shift, e + shift) for s, e in places if s >= start and e <= end)
    return before + text[start:end] + after, inside


def _joined(text: str, found: Sequence[Span]) -> tuple[Span, ...]:
    places: list[Span] = []
    for start, end in found:
        if places and not text[places[-1][1] : start].strip():
            places[-1] = (places[-1][0], end)
        else:
            places.append((start, end))
    return tuple(places)


def _at_word(text: str, at: int) -> int:
    """A place to cut near another: behind the next space, if one is close."""
    if at in (0, len(text)):
        return at
    space = text.find(" ", at, at + 20)
    return at if space < 0 else space + 1
