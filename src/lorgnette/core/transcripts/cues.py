"""Subtitles: the lines of a transcript in pieces that can be read while they are spoken."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import partial
from itertools import chain, pairwise
from typing import Final

import msgspec

from lorgnette.core.lens.measure import cells
from lorgnette.core.lens.reading import seconds_to_read
from lorgnette.core.lens.wrap import wrap
from lorgnette.core.sentences import clauses, glued, sentences
from lorgnette.core.transcripts.transcript import Line, Transcript

WIDTH: Final = 42
"""Columns of a row; a Chinese character takes two."""

ROWS: Final = 2

SHORTEST: Final = 300
"""Milliseconds that a cue is shown even if the next one should begin."""

_columns = partial(cells, ambiguous=1)


class Cue(msgspec.Struct, frozen=True):
    """What is shown at once, from `start` to `end`, in milliseconds; `speaker` may be ""."""

    start: int
    end: int
    rows: tuple[str, ...]
    speaker: str = ""


def cues(transcript: Transcript) -> tuple[Cue, ...]:
    """The cues of a whole transcript, one after the other.

    Each lasts as long as its words, and into the silence after them as long as it takes to be
    read. Where two lines overlap, the earlier cue gives way.
    """
    wanted = sorted(
        chain.from_iterable(_cues_of(line, transcript) for line in transcript.lines),
        key=lambda cue: cue.start,
    )
    return tuple(_one_after_another(wanted))


def _cues_of(line: Line, transcript: Transcript) -> Iterator[Cue]:
    """The cues of one line. Words are taken to be spoken evenly: longer cues take longer."""
    pages = list(_pages(line.text))
    weights = [max(1, sum(map(_columns, rows))) for rows in pages]
    whole, said = sum(weights), 0
    for rows, weight in zip(pages, weights, strict=True):
        start, end = (
            line.start + (line.end - line.start) * part / whole for part in (said, said + weight)
        )
        said += weight
        name = transcript.name_of(line)
        yield Cue(round(start * 1000), round(end * 1000), rows, name)


def _pages(text: str) -> Iterator[tuple[str, ...]]:
    """The text in pieces of at most `ROWS` rows, parted at commas if that will do."""
    together = ""
    for clause in chain.from_iterable(map(clauses, sentences(text))):
        longer = glued((together, clause))
        if together and len(_wrapped(longer)) > ROWS:
            yield from _in_pages(together)
            longer = clause
        together = longer
    yield from _in_pages(together)


def _in_pages(text: str) -> Iterator[tuple[str, ...]]:
    rows = _wrapped(text)
    for first in range(0, len(rows), ROWS):
        yield tuple(rows[first : first + ROWS])


def _wrapped(text: str) -> list[str]:
    """As few pages as possible, and their rows as even as possible."""
    rows = list(wrap(text, WIDTH, _columns))
    if len(rows) < ROWS:
        return rows
    enough = partial(_fits, text, -(-len(rows) // ROWS) * ROWS)
    narrowest = bisect_left(range(WIDTH), True, lo=WIDTH // 3, key=enough)
    return list(wrap(text, narrowest, _columns))


def _fits(text: str, rows: int, width: int) -> bool:
    return len(list(wrap(text, width, _columns))) <= rows


def _one_after_another(wanted: list[Cue]) -> Iterator[Cue]:
    """The cues without an overlap."""
    over = 0
    for cue, following in pairwise([*wanted, None]):
        if cue is None:
            return
        start = max(cue.start, over)
        end = max(cue.end, start + round(1000 * seconds_to_read(cue.rows)))
        over = min(end, max(following.start, start + SHORTEST)) if following else end
        yield msgspec.structs.replace(cue, start=start, end=over)
