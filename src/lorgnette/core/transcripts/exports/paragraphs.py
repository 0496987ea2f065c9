"""A transcript for reading: what is said without a long pause, by one voice, in one paragraph."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from lorgnette.core.sentences import glued
from lorgnette.core.transcripts.exports.clock import clock
from lorgnette.core.transcripts.transcript import Line, Transcript

PAUSE: Final = 1.5
"""Seconds of silence after which a new paragraph begins."""

LONGEST: Final = 60.0
"""Seconds after which one begins with the next line, so that every minute has its time."""


def paragraphs(transcript: Transcript) -> Iterator[tuple[float, str, str]]:
    """When each begins in seconds, who speaks ("" when nobody can tell), and what is said."""
    together: list[Line] = []
    for line, following in pairwise([*transcript.lines, None]):
        assert line is not None  # noqa: S101 - only the last is
        together.append(line)
        if following is None or _parted(together, following):
            text = glued(each.text for each in together)
            yield together[0].start, transcript.name_of(line), text
            together = []


def _parted(together: list[Line], following: Line) -> bool:
    last = together[-1]
    return (
        following.speaker != last.speaker
        or following.start - last.end > PAUSE
        or following.start - together[0].start > LONGEST
    )


def about(transcript: Transcript) -> str:
    """When the recording was made, if that is known, and how long it is."""
    began = [f"{transcript.began:%Y-%m-%d %H:%M}"] if transcript.began else []
    return " · ".join([*began, clock(transcript.seconds)])
