"""Speech that goes on, in rows that roll upwards: what was read stays where it is.

Text is broken into rows from its beginning, so that more of it changes no full row. The window
ends one row below the last certain word: however the uncertain end grows, shrinks or changes,
nothing above it moves. Rows move up only when certain words have filled one.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from lorgnette.core.cards import Spoken
from lorgnette.core.lens.wrap import Measure, wrap


class RolledRow(msgspec.Struct, frozen=True):
    """One row: its text is certain up to `certain` characters."""

    text: str
    certain: int


def rolled(spoken: Sequence[Spoken], width: int, measure: Measure, most: int) -> list[RolledRow]:
    """The last rows of what was said, at most `most`; what lies above them costs nothing."""
    certain = [place for place, each in enumerate(spoken) if each.text.strip()]
    begin = certain[-max(most, 2) :][0] if certain else 0
    before = spoken[begin - 1].speaker if begin else ""
    rows = list(_rows(spoken[begin:], width, measure, before))
    last = max((place for place, row in enumerate(rows) if row.certain), default=-1)
    first = max(0, last + 2 - max(most, 2))
    return rows[first : first + most]


def _rows(
    spoken: Iterable[Spoken], width: int, measure: Measure, before: str
) -> Iterator[RolledRow]:
    """All rows; each voice begins a row of its own, with its name where another spoke before."""
    for each in spoken:
        name = f"{each.speaker}: " if each.speaker and each.speaker != before else ""
        before = each.speaker
        certain = _letters(name + each.text if each.text else "")
        for row in wrap(name + each.text + each.tail, width, measure):
            upto = _prefix(row, certain)
            certain -= _letters(row[:upto])
            yield RolledRow(row, upto)


def _letters(text: str) -> int:
    """How many characters remain of a text whatever becomes of its spaces in rows."""
    return sum(not char.isspace() for char in text)


def _prefix(row: Sequence[str], letters: int) -> int:
    """The length of the part of a row that holds so many characters besides spaces."""
    if not letters:
        return 0
    for length, char in enumerate(row, 1):
        letters -= not char.isspace()
        if not letters:
            return length
    return len(row)
