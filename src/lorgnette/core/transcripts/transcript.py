"""What was said in a recording, line by line.

A transcript is tidy from the moment it is made, whoever made it: no control characters, no line
that ends before it begins, no time out of range.
"""

import datetime as dt
import math
from collections.abc import Iterable
from typing import Annotated

import msgspec
from msgspec.structs import force_setattr

from lorgnette.core.types import ENGLISH, Language
from lorgnette.core.writing import showable

LONGEST = 7 * 24 * 3600.0
"""Seconds: no recording is longer than a week."""

LINE_LENGTH, TITLE_LENGTH, NAME_LENGTH = 8_000, 200, 100
LINES = 500_000
SPEAKERS = 1_000

Seconds = Annotated[float, msgspec.Meta(ge=0, le=LONGEST)]
SpeakerNumber = Annotated[int, msgspec.Meta(ge=1, le=SPEAKERS)]
Name = Annotated[str, msgspec.Meta(max_length=NAME_LENGTH)]


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one voice said without a long pause; `start` and `end` are seconds of the recording."""

    number: Annotated[int, msgspec.Meta(ge=1, le=LINES)]
    start: Seconds
    end: Seconds
    text: Annotated[str, msgspec.Meta(max_length=LINE_LENGTH)]
    speaker: SpeakerNumber | None = None
    language: Language = ENGLISH

    def __post_init__(self) -> None:
        force_setattr(self, "start", _in_range(self.start, 0.0))
        force_setattr(self, "end", _in_range(self.end, self.start))
        force_setattr(self, "text", showable(self.text, LINE_LENGTH))


class Transcript(msgspec.Struct, frozen=True, omit_defaults=True):
    """A recording in words, `seconds` long; its lines are in the order in which they begin.

    `began` is when the recording was made, with its time zone, where that is known. `speakers`
    names those who have a name.
    """

    title: Annotated[str, msgspec.Meta(max_length=TITLE_LENGTH)]
    seconds: Seconds
    lines: Annotated[tuple[Line, ...], msgspec.Meta(max_length=LINES)] = ()
    began: Annotated[dt.datetime, msgspec.Meta(tz=True)] | None = None
    speakers: Annotated[dict[SpeakerNumber, Name], msgspec.Meta(max_length=SPEAKERS)] = {}

    def __post_init__(self) -> None:
        force_setattr(self, "title", showable(self.title, TITLE_LENGTH))
        force_setattr(self, "seconds", _in_range(self.seconds, 0.0))
        force_setattr(self, "lines", tuple(sorted(self.lines, key=lambda line: line.start)))
        names = {number: showable(name, NAME_LENGTH) for number, name in self.speakers.items()}
        force_setattr(self, "speakers", names)

    def name_of(self, line: Line) -> str:
        """Who said a line: a name, a number while there is none, or "" when nobody can tell."""
        if line.speaker is None:
            return ""
        return self.speakers.get(line.speaker) or f"#{line.speaker}"


def in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines in the order in which they begin, numbered from 1."""
    ordered = sorted(lines, key=lambda line: line.start)
    replace = msgspec.structs.replace
    return tuple(replace(line, number=number) for number, line in enumerate(ordered, 1))


def _in_range(value: float, lowest: float) -> float:
    return min(LONGEST, max(lowest, value)) if math.isfinite(value) else lowest
