"""Where a line is: one number for meeting and line, so that a meeting's lines are neighbours.

The index of words has the same numbers, in which a meeting is a range that is found at once.
"""

from typing import Final

from lorgnette.core.transcripts.transcript import LINES

BITS: Final = 20
"""For the number of a line, which is at most `LINES`."""

assert LINES < 1 << BITS  # noqa: S101 - or lines of two meetings would share a place


def place(meeting: int, line: int) -> int:
    """The place of a line."""
    return meeting << BITS | line


def places(first: int, last: int | None = None) -> tuple[int, int]:
    """The first and the last place of a meeting, or of those from `first` to `last`."""
    return first << BITS, ((first if last is None else last) + 1 << BITS) - 1


def meeting_at(at: int) -> int:
    """The meeting in which a place is."""
    return at >> BITS


def line_at(at: int) -> int:
    """The number of the line at a place."""
    return at & ((1 << BITS) - 1)
